package se.fixamingata.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import se.fixamingata.sending.HandOver;
import se.fixamingata.sending.LeaseLost;

/**
 * A letter as MIME: {@code mixed(alternative(text, related(html, pictures)), attachments)}, with only the layers that it needs.
 *
 * <p>The transport writes it between the server's "go ahead" and the final dot, so the end of {@link #writeTo} is the last moment
 * before which the server certainly has nothing: there the hand-over is committed.
 */
final class MimeLetter extends SMTPMessage {

    private static final String SENDER_NAME = "FixaMinGata";
    private static final String LOOP = "X-Loop";

    private final String messageId;
    private final HandOver handOver;
    private boolean handedOver;
    private RuntimeException obstacle;

    /**
     * @param from whom it is from
     * @param bouncesTo where a mail server turns that cannot deliver it
     */
    MimeLetter(Session session, Letter letter, String from, String bouncesTo, HandOver handOver)
            throws MessagingException, IOException {
        super(session);
        setEnvelopeFrom(MailAddress.parse(bouncesTo).getAddress());
        this.messageId = letter.messageId();
        this.handOver = handOver;
        setFrom(new InternetAddress(MailAddress.parse(from).getAddress(), SENDER_NAME, "UTF-8"));
        setRecipient(Message.RecipientType.TO, MailAddress.parse(letter.to()));
        if (letter.replyTo().isPresent()) {
            setReplyTo(new InternetAddress[] {MailAddress.parse(letter.replyTo().get())});
        }
        setSubject(Subjects.oneLine(letter.content().subject()), "UTF-8");
        setSentDate(Date.from(letter.date()));
        setHeader("Auto-Submitted", "auto-generated");
        // Whoever sends this on by itself sends it back to us with it: that is how we know our own letters.
        setHeader(LOOP, from);
        if (letter.unsubscribe().isPresent()) {
            setHeader("List-Unsubscribe", "<" + letter.unsubscribe().get() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        setContentLanguage(new String[] {letter.language().code()});
        setContent(content(letter));
        saveChanges();
    }

    private static MimeMultipart content(Letter letter) throws MessagingException {
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(letter.content().text(), "plain"));
        MimeBodyPart html = text(letter.content().html(), "html");
        if (letter.inline().isEmpty()) {
            alternative.addBodyPart(html);
        } else {
            MimeMultipart related = new MimeMultipart("related");
            related.addBodyPart(html);
            for (Letter.Part picture : letter.inline()) {
                related.addBodyPart(inline(picture));
            }
            alternative.addBodyPart(part(related));
        }
        if (letter.attachments().isEmpty()) {
            return alternative;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(part(alternative));
        for (Letter.Part attachment : letter.attachments()) {
            mixed.addBodyPart(attachment(attachment));
        }
        return mixed;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                "text/" + subtype + "; charset=utf-8")));
        // Readable in the raw message too, and safe for any length of line.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart part(MimeMultipart content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }

    private static MimeBodyPart inline(Letter.Part picture) throws MessagingException {
        MimeBodyPart part = bytes(picture);
        part.setContentID("<" + picture.name() + ">");
        part.setDisposition(Part.INLINE);
        return part;
    }

    private static MimeBodyPart attachment(Letter.Part file) throws MessagingException {
        MimeBodyPart part = bytes(file);
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(file.name());
        return part;
    }

    private static MimeBodyPart bytes(Letter.Part content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.bytes(), content.type())));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** One name for every attempt. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        try {
            handOver.commit();
            handedOver = true;
        } catch (RuntimeException e) {
            // Only an IOException makes the transport drop the connection without the final dot.
            obstacle = e;
            throw new IOException("Not handed over", e);
        }
    }

    /** Whether the server may have the whole message. */
    boolean isHandedOver() {
        return handedOver;
    }

    /** Why it was not handed over although the server wanted it; null when nothing stood in the way. */
    RuntimeException obstacle() {
        return obstacle;
    }

    /** Whether the row was somebody else's by then. */
    boolean isLeaseLost() {
        return obstacle instanceof LeaseLost;
    }

    /** The one recipient. */
    InternetAddress[] recipients() throws MessagingException {
        return List.of(getAllRecipients()).toArray(new InternetAddress[0]);
    }
}

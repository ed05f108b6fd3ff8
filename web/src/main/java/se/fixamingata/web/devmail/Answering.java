package se.fixamingata.web.devmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.fixamingata.mail.SmtpSettings;
import se.fixamingata.settings.ReplySettings;

/**
 * Answers a kept mail as its recipient's mail program would, so that anybody can try what becomes of it. Goes to no other address than
 * those that bring replies back, and to no mail server but one on this machine.
 */
@ApplicationScoped
public class Answering {

    /** Whoever has got hold of the address; nobody's (RFC 2606). */
    static final String STRANGER = "nagon.annan@example.org";

    private static final int TEXT_MAX = 10_000;
    private static final String TIMEOUT = "10000";

    @Inject
    ReplySettings replies;

    @Inject
    SmtpSettings smtp;

    @Inject
    Clock clock;

    /** Whether an answer to it is read by us. */
    boolean isAnswerable(KeptMail mail) {
        return replies.isOurs(mail.header("Reply-To"));
    }

    /**
     * Sends an answer.
     *
     * @param form {@code as}: {@code stranger}, {@code machine} or the recipient; {@code text}
     * @return false when nobody would read it
     */
    boolean send(KeptMail mail, UnaryOperator<String> form) throws MessagingException, IOException {
        if (!isAnswerable(mail) || !InetAddress.getByName(smtp.host()).isLoopbackAddress()) {
            return false;
        }
        String as = String.valueOf(form.apply("as"));
        String from = as.equals("stranger") ? STRANGER : mail.header("To");
        MimeMessage answer = new Named(session(from));
        answer.setFrom(new InternetAddress(from));
        answer.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.header("Reply-To")));
        answer.setSubject((as.equals("machine") ? "Autosvar: " : "Sv: ") + mail.header("Subject"), "UTF-8");
        answer.setSentDate(Date.from(clock.instant()));
        answer.setHeader("In-Reply-To", mail.header("Message-ID"));
        answer.setHeader("References", mail.header("Message-ID"));
        if (as.equals("machine")) {
            answer.setHeader("Auto-Submitted", "auto-replied");
        }
        String text = String.valueOf(form.apply("text"));
        answer.setText(text.substring(0, Math.min(text.length(), TEXT_MAX)) + quoted(mail), "UTF-8");
        answer.saveChanges();
        Transport.send(answer);
        return true;
    }

    /** As mail programs quote. */
    private static String quoted(KeptMail mail) {
        return "\r\n\r\n-----Ursprungligt meddelande-----\r\nFrån: " + mail.header("From") + "\r\nSkickat: "
                + mail.header("Date") + "\r\nTill: " + mail.header("To") + "\r\nÄmne: " + mail.header("Subject")
                + "\r\n\r\n"
                + mail.text().lines().map(line -> "> " + line).collect(Collectors.joining("\r\n"));
    }

    private Session session(String from) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", smtp.host());
        properties.put("mail.smtp.port", String.valueOf(smtp.port()));
        properties.put("mail.smtp.from", from);
        properties.put("mail.smtp.connectiontimeout", TIMEOUT);
        properties.put("mail.smtp.timeout", TIMEOUT);
        properties.put("mail.smtp.writetimeout", TIMEOUT);
        return Session.getInstance(properties);
    }

    /** Its {@code Message-ID} tells nothing of this machine. */
    private static final class Named extends MimeMessage {

        private Named(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + UUID.randomUUID() + "@example.org>");
        }
    }
}

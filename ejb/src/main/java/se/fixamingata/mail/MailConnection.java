package se.fixamingata.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;
import se.fixamingata.sending.LeaseLost;

/**
 * A conversation with the mail server, for one round of letters. Connects at the first one, and again when the server has hung up in
 * between. A server that cannot be reached is asked once a round, not once a letter. For one thread.
 */
public final class MailConnection implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MailConnection.class.getName());

    private final Session session;
    private final SmtpSettings settings;
    private SMTPTransport transport;
    private AttemptResult unreachable;

    MailConnection(Session session, SmtpSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /**
     * Sends one letter.
     *
     * @param handOver committed when the server has everything but the final dot
     * @throws LeaseLost when the hand-over says that the row is somebody else's; the server has nothing then
     */
    public AttemptResult send(Letter letter, HandOver handOver) {
        MimeLetter mime;
        try {
            mime = new MimeLetter(session, letter, settings.from(), settings.bouncesTo(letter), handOver);
        } catch (AddressException noAddress) {
            return AttemptResult.refused("Not an address we can write to: " + noAddress.getMessage());
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException("The letter cannot be written", broken);
        }
        boolean fresh = transport == null;
        AttemptResult result = attempt(mime);
        if (!fresh && transport == null && !mime.isHandedOver() && mime.obstacle() == null && unreachable == null) {
            // The server had hung up since the letter before; nothing of this one has reached it.
            result = attempt(mime);
        }
        return result;
    }

    private AttemptResult attempt(MimeLetter mime) {
        if (!connected()) {
            return unreachable;
        }
        try {
            transport.sendMessage(mime, mime.recipients());
            return AttemptResult.accepted(transport.getLastServerResponse().strip());
        } catch (MessagingException failure) {
            if (SmtpAnswers.endsConnection(failure)) {
                hangUp();
            }
            if (mime.isLeaseLost()) {
                throw new LeaseLost();
            }
            if (mime.obstacle() != null) {
                return AttemptResult.temporary("Not handed over: our own database did not answer");
            }
            return SmtpAnswers.meaning(failure, mime.isHandedOver());
        }
    }

    private boolean connected() {
        if (transport != null) {
            return true;
        }
        if (unreachable != null) {
            return false;
        }
        try {
            SMTPTransport opening = (SMTPTransport) session.getTransport("smtp");
            opening.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            transport = opening;
            return true;
        } catch (AuthenticationFailedException refused) {
            return failed("The mail server did not let us sign in: ", refused);
        } catch (MessagingException failure) {
            return failed("", failure);
        }
    }

    private boolean failed(String what, MessagingException failure) {
        unreachable = AttemptResult.temporary(
                what + SmtpAnswers.meaning(failure, false).answer());
        LOG.log(
                System.Logger.Level.WARNING,
                "No mail server at {0}:{1}: {2}",
                settings.host(),
                String.valueOf(settings.port()),
                unreachable.answer());
        return false;
    }

    private void hangUp() {
        SMTPTransport ending = transport;
        transport = null;
        if (ending != null) {
            try {
                ending.close();
            } catch (MessagingException alreadyGone) {
                LOG.log(System.Logger.Level.DEBUG, "Hanging up: {0}", alreadyGone.toString());
            }
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}

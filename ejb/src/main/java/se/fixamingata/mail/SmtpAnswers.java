package se.fixamingata.mail;

import jakarta.mail.MessagingException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import se.fixamingata.sending.AttemptResult;

/**
 * What a mail server's answer means for the letter (RFC 5321, 4.2).
 *
 * <p>4xx is temporary. 5xx about the recipient or the finished message is final. 5xx about ourselves (sign-in, our sender address, the
 * order of commands) is somebody's mistake in the configuration, which will be mended: temporary. No answer is temporary before the
 * message was handed over and unknown after.
 */
final class SmtpAnswers {

    private static final int SERVICE_CLOSING = 421;
    private static final int TOO_LARGE = 552;

    /** Syntax, order of commands, sign-in: about us, not about the letter. */
    private static final Set<Integer> ABOUT_US = Set.of(500, 501, 502, 503, 504, 530, 534, 535, 538);

    private SmtpAnswers() {}

    static AttemptResult meaning(MessagingException failure, boolean handedOver) {
        Answer answer = find(failure);
        if (answer == null || answer.code < 0) {
            String reason = reason(failure);
            return handedOver ? AttemptResult.unknown(reason) : AttemptResult.temporary(reason);
        }
        boolean permanent = answer.code >= 500
                && !ABOUT_US.contains(answer.code)
                && (!answer.aboutSender || answer.code == TOO_LARGE);
        return permanent ? AttemptResult.refused(answer.text) : AttemptResult.temporary(answer.text);
    }

    /** Whether the connection can no longer be used after that. */
    static boolean endsConnection(MessagingException failure) {
        Answer answer = find(failure);
        return answer == null || answer.code < 0 || answer.code == SERVICE_CLOSING;
    }

    private static Answer find(MessagingException failure) {
        for (Exception e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException about) {
                return new Answer(about.getReturnCode(), about.getMessage(), false);
            }
            if (e instanceof SMTPSenderFailedException about) {
                return new Answer(about.getReturnCode(), about.getMessage(), true);
            }
            if (e instanceof SMTPSendFailedException about && next(about) == null) {
                String command = about.getCommand() == null ? "" : about.getCommand();
                return new Answer(about.getReturnCode(), about.getMessage(), command.startsWith("MAIL"));
            }
        }
        return null;
    }

    private static Exception next(Exception e) {
        return e instanceof MessagingException failure ? failure.getNextException() : null;
    }

    private static String reason(MessagingException failure) {
        StringBuilder reason =
                new StringBuilder(String.valueOf(failure.getMessage()).strip());
        for (Exception e = failure.getNextException(); e != null; e = next(e)) {
            reason.append(" (").append(String.valueOf(e.getMessage()).strip()).append(')');
        }
        return reason.toString();
    }

    private record Answer(int code, String text, boolean aboutSender) {
        Answer {
            text = String.valueOf(text).strip();
        }
    }
}

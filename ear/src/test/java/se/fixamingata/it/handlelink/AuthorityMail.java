package se.fixamingata.it.handlelink;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import se.fixamingata.it.MailBox;

/** The mail in which an authority gets a report, and the link in it. */
public final class AuthorityMail {

    /** Where Forshaga gets its street lighting. */
    static final String LIGHTING = "gatubelysning@forshaga.example";

    private static final Pattern LINK = Pattern.compile("/svar/[A-Za-z0-9_-]{43}");

    private AuthorityMail() {}

    /** The mail about that report, once it has come. */
    public static MimeMessage about(long report) {
        return Awaitility.await("the mail about " + report)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> MailBox.of(LIGHTING).stream()
                                .filter(mail -> MailBox.text(mail).contains("#" + report + "\r\n"))
                                .toList(),
                        mails -> mails.size() == 1)
                .get(0);
    }

    /** The path by which it is answered. */
    public static String link(long report) {
        String text = MailBox.text(about(report));
        List<String> links =
                LINK.matcher(text).results().map(MatchResult::group).toList();
        if (links.size() != 1) {
            throw new AssertionError("Not one link in\n" + text);
        }
        return links.get(0);
    }
}

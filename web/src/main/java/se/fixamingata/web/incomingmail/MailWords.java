package se.fixamingata.web.incomingmail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import se.fixamingata.incomingmail.MailLine;
import se.fixamingata.incomingmail.MailState;
import se.fixamingata.web.text.TextBean;

/** A mail in words: where it stands, and how it begins. */
@Named("mailWords")
@RequestScoped
public class MailWords {

    private static final Set<MailState> DECIDED = EnumSet.of(MailState.PUBLISHED, MailState.REFUSED, MailState.HANDLED);

    private static final int BEGINNING = 140;

    @Inject
    TextBean text;

    /** Why somebody has to decide; once that is done, what was decided. */
    public String standing(MailLine mail) {
        return mail.reason() == null || DECIDED.contains(mail.state())
                ? text.of("post.state." + mail.state().code())
                : reason(mail);
    }

    /** Why somebody had to decide; empty while that is where it stands. */
    public String besides(MailLine mail) {
        return mail.reason() != null && DECIDED.contains(mail.state()) ? reason(mail) : "";
    }

    /** Subjects of answers are all alike: the first words tell them apart. Empty when it says nothing. */
    public String beginning(MailLine mail) {
        String words = mail.text() == null ? "" : mail.text().strip().replaceAll("\\s+", " ");
        int most = words.offsetByCodePoints(0, Math.min(BEGINNING, words.codePointCount(0, words.length())));
        return most == words.length() ? words : words.substring(0, most).strip() + "…";
    }

    private String reason(MailLine mail) {
        return text.of("mail.reason." + mail.reason());
    }
}

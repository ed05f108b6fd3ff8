package se.fixamingata.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.submission.SubmissionSettings;

/** The numbers of commenting. Drafts and confirmations last as long as those of reports. */
@ApplicationScoped
public class CommentSettings {

    @Inject
    SubmissionSettings submission;

    @Inject
    @ConfigProperty(name = "fmg.comments.per.hour")
    int commentsPerHour;

    /** For the container. */
    public CommentSettings() {}

    /** For tests. */
    public CommentSettings(SubmissionSettings submission, int commentsPerHour) {
        this.submission = submission;
        this.commentsPerHour = commentsPerHour;
    }

    /** How long a draft is kept after its last change. */
    public Duration draftLifetime() {
        return submission.draftLifetime();
    }

    /** How many photos all drafts together, of reports and of comments, keep at once. */
    public int draftPhotos() {
        return submission.draftPhotos();
    }

    /** How long the link in a confirmation mail works. */
    public Duration confirmationLifetime() {
        return submission.confirmationLifetime();
    }

    /** How many confirmation mails one comment may cause within an hour, the first one included. */
    public int mailsPerHour() {
        return submission.mailsPerHour();
    }

    /** How many comments one e-mail address may send within an hour. */
    public int commentsPerHour() {
        return commentsPerHour;
    }
}

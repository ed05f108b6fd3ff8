package se.fixamingata.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The numbers of drafting, sending and confirming; the README's table explains each. */
@ApplicationScoped
public class SubmissionSettings {

    @Inject
    @ConfigProperty(name = "fmg.draft.lifetime")
    Duration draftLifetime;

    @Inject
    @ConfigProperty(name = "fmg.confirmation.lifetime")
    Duration confirmationLifetime;

    @Inject
    @ConfigProperty(name = "fmg.confirmation.mails.per.hour")
    int mailsPerHour;

    @Inject
    @ConfigProperty(name = "fmg.reports.per.hour")
    int reportsPerHour;

    @Inject
    @ConfigProperty(name = "fmg.draft.photos.total")
    int draftPhotos;

    /** For the container. */
    public SubmissionSettings() {}

    /** For tests. */
    public SubmissionSettings(
            Duration draftLifetime,
            Duration confirmationLifetime,
            int mailsPerHour,
            int reportsPerHour,
            int draftPhotos) {
        this.draftLifetime = draftLifetime;
        this.confirmationLifetime = confirmationLifetime;
        this.mailsPerHour = mailsPerHour;
        this.reportsPerHour = reportsPerHour;
        this.draftPhotos = draftPhotos;
    }

    /** How long a draft is kept after its last change. */
    public Duration draftLifetime() {
        return draftLifetime;
    }

    /** How long the link in a confirmation mail works. */
    public Duration confirmationLifetime() {
        return confirmationLifetime;
    }

    /** How many confirmation mails one report may cause within an hour, the first one included. */
    public int mailsPerHour() {
        return mailsPerHour;
    }

    /** How many reports one e-mail address may send within an hour. */
    public int reportsPerHour() {
        return reportsPerHour;
    }

    /** How many photos all drafts together keep at once: anybody may begin a draft, and the disk is everybody's. */
    public int draftPhotos() {
        return draftPhotos;
    }
}

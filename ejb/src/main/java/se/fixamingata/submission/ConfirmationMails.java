package se.fixamingata.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.fixamingata.notification.NotificationKind;

/**
 * Keeps the form from being used to flood somebody's mailbox: so many confirmation mails for one report, so many reports from one
 * address, within an hour.
 */
@ApplicationScoped
class ConfirmationMails {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    EntityManager em;

    @Inject
    SubmissionSettings settings;

    @Inject
    Clock clock;

    /** For the container. */
    ConfirmationMails() {}

    /** For tests. */
    ConfirmationMails(EntityManager em, SubmissionSettings settings, Clock clock) {
        this.em = em;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How much of a limit is left.
     *
     * @param left how many more are allowed now
     * @param minutes until one more is allowed; 0 while some are left
     */
    record Allowance(int left, int minutes) {

        boolean isUsedUp() {
            return left <= 0;
        }
    }

    /** How many more mails may be asked for about that report. */
    Allowance ofReport(long reportId) {
        List<Instant> planned = em.createQuery(
                        "select n.createdAt from Notification n where n.reportId = :report and n.kind = :kind"
                                + " and n.createdAt > :since order by n.createdAt",
                        Instant.class)
                .setParameter("report", reportId)
                .setParameter("kind", NotificationKind.CONFIRM_REPORT)
                .setParameter("since", clock.instant().minus(HOUR))
                .getResultList();
        return allowance(planned, settings.mailsPerHour());
    }

    /** How many more reports may be sent from that address. */
    Allowance ofPerson(String email) {
        List<Instant> sent = em.createQuery(
                        "select r.submittedAt from Report r where r.reporter.email = :email and r.submittedAt > :since"
                                + " order by r.submittedAt",
                        Instant.class)
                .setParameter("email", email)
                .setParameter("since", clock.instant().minus(HOUR))
                .getResultList();
        return allowance(sent, settings.reportsPerHour());
    }

    /** The problem to show when that address has sent too many reports. */
    FieldProblem tooManyReports(Allowance allowance) {
        return new FieldProblem("email", "report.email.many", settings.reportsPerHour(), allowance.minutes());
    }

    private Allowance allowance(List<Instant> oldestFirst, int limit) {
        int left = limit - oldestFirst.size();
        if (left > 0) {
            return new Allowance(left, 0);
        }
        // One more is allowed as soon as fewer than the limit lie within the hour.
        Instant free =
                limit == 0 ? clock.instant().plus(HOUR) : oldestFirst.get(-left).plus(HOUR);
        long seconds = Duration.between(clock.instant(), free).toSeconds();
        return new Allowance(0, (int) (seconds / 60 + 1));
    }
}

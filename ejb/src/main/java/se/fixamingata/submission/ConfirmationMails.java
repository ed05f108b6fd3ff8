package se.fixamingata.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import se.fixamingata.blocking.BlockedAddresses;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.shared.HourlyAllowance;

/**
 * Keeps the form from being used to flood somebody's mailbox: so many confirmation mails for one report, so many reports from one
 * address, within an hour.
 */
@ApplicationScoped
class ConfirmationMails {

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

    /** How many more mails may be asked for about that report. */
    HourlyAllowance ofReport(long reportId) {
        TypedQuery<Instant> planned = em.createQuery(
                        "select n.createdAt from Notification n where n.reportId = :report and n.kind = :kind"
                                + " and n.createdAt > :since order by n.createdAt",
                        Instant.class)
                .setParameter("report", reportId)
                .setParameter("kind", NotificationKind.CONFIRM_REPORT);
        return HourlyAllowance.of(planned, settings.mailsPerHour(), clock.instant());
    }

    /** How many more reports may be sent from that address. */
    HourlyAllowance ofPerson(String email) {
        TypedQuery<Instant> sent = em.createQuery(
                        "select r.submittedAt from Report r where r.reporter.email = :email and r.submittedAt > :since"
                                + " order by r.submittedAt",
                        Instant.class)
                .setParameter("email", email);
        return HourlyAllowance.of(sent, settings.reportsPerHour(), clock.instant());
    }

    /** The problem to show when that address has sent too many reports. */
    FieldProblem tooManyReports(HourlyAllowance allowance) {
        return new FieldProblem("email", "report.email.many", settings.reportsPerHour(), allowance.minutes());
    }

    /** Whether the address may not be used here at all. */
    boolean isBlocked(String email) {
        return new BlockedAddresses(em, clock).contains(email);
    }
}

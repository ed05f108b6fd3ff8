package se.fixamingata.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import se.fixamingata.blocking.BlockedAddresses;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.shared.HourlyAllowance;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.update.ReportUpdate;

/** Keeps the form from being used to flood a report, or somebody's mailbox. */
@ApplicationScoped
class CommentLimits {

    @Inject
    EntityManager em;

    @Inject
    CommentSettings settings;

    @Inject
    Clock clock;

    /** For the container. */
    CommentLimits() {}

    /** For tests. */
    CommentLimits(EntityManager em, CommentSettings settings, Clock clock) {
        this.em = em;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many more confirmation mails may be asked for. */
    HourlyAllowance ofComment(ReportUpdate update) {
        TypedQuery<Instant> planned = em.createQuery(
                        "select n.createdAt from Notification n where n.reportId = :report and n.kind = :kind"
                                + " and n.subjectId = :update and n.createdAt > :since order by n.createdAt",
                        Instant.class)
                .setParameter("report", update.reportId())
                .setParameter("kind", NotificationKind.CONFIRM_UPDATE)
                .setParameter("update", update.id());
        return HourlyAllowance.of(planned, settings.mailsPerHour(), clock.instant());
    }

    /** How many more comments may be sent from that address. */
    HourlyAllowance ofPerson(String email) {
        TypedQuery<Instant> sent = em.createQuery(
                        "select u.createdAt from ReportUpdate u where u.email = :email and u.createdAt > :since"
                                + " order by u.createdAt",
                        Instant.class)
                .setParameter("email", email);
        return HourlyAllowance.of(sent, settings.commentsPerHour(), clock.instant());
    }

    /**
     * The problem to show when that address has sent too many comments.
     *
     * @param known whether the form asks for the address; otherwise it is told at the text
     */
    FieldProblem tooMany(HourlyAllowance allowance, boolean known) {
        return new FieldProblem(
                known ? "text" : "email", "comment.many", settings.commentsPerHour(), allowance.minutes());
    }

    /** Whether the address may not be used here at all. */
    boolean isBlocked(String email) {
        return new BlockedAddresses(em, clock).contains(email);
    }
}

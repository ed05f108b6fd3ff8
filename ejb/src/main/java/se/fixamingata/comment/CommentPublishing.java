package se.fixamingata.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.Deadlines;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdatePublished;

/**
 * Makes a comment public: the history tells of it, it is the authority's turn, and whoever is to be told is told. Needs a transaction
 * in which the report is locked.
 */
@ApplicationScoped
class CommentPublishing {

    @Inject
    EntityManager em;

    @Inject
    AuthorityMailbox mailbox;

    @Inject
    AuditTrail audit;

    @Inject
    Event<UpdatePublished> published;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** For the container. */
    CommentPublishing() {}

    /** For tests. */
    CommentPublishing(
            EntityManager em,
            AuthorityMailbox mailbox,
            AuditTrail audit,
            Event<UpdatePublished> published,
            Deadlines deadlines,
            Clock clock) {
        this.em = em;
        this.mailbox = mailbox;
        this.audit = audit;
        this.published = published;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param update in the database, and unconfirmed */
    void publish(ReportUpdate update, Report report) {
        Instant now = clock.instant();
        update.publish(now);
        HistoryEntry entry = HistoryEntry.open(
                        report.id(), now, HistoryEntry.Kind.COMMENT, update.author(), sentTo(report), null)
                .with(update.id())
                .by(update.accountId())
                .atVersion(report.version());
        em.persist(entry);
        report.caseFile().news(now);
        deadlines.settle(report);
        record(update, report);
        published.fire(new UpdatePublished(update.id(), report.id(), entry.id()));
    }

    /** The authority that gets the comment by mail; null when it has no address for that, or takes reports elsewhere. */
    private String sentTo(Report report) {
        return mailbox.of(report).isPresent() ? report.authorityCode() : null;
    }

    private void record(ReportUpdate update, Report report) {
        String subject = "report:" + report.id();
        if (update.accountId() == null) {
            audit.record(
                    update.author() == Actor.REPORTER ? "reporter" : "resident", "update.published", subject, null);
        } else {
            audit.record(update.accountId(), report.authorityCode(), "update.published", subject, null, null);
        }
    }
}

package se.fixamingata.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.Deadlines;
import se.fixamingata.handling.StatusChanged;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.TypedText;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.submission.FieldRules;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdatePublished;

/**
 * Makes a report open again by its reporter's word. The reason is public like any comment, reaches the authority like any comment, and
 * puts the report back into the inbox. Needs a transaction in which the report is locked, by somebody who has shown to be its reporter.
 */
@ApplicationScoped
class Reopener {

    static final int REASON_MIN = 3;
    /** What the keys of its messages begin with. */
    private static final String KEYS = "question.";

    /** What a reporter may take back. A merge is undone by those who made it. */
    private static final Set<ReportStatus> CLOSED =
            EnumSet.of(ReportStatus.FIXED, ReportStatus.NO_ACTION, ReportStatus.NOT_RESPONSIBLE);

    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    Event<ReportChanged> changed;

    @Inject
    Event<UpdatePublished> published;

    @Inject
    Event<StatusChanged> statusChanged;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** For the container. */
    Reopener() {}

    /** For tests. */
    Reopener(
            EntityManager em,
            AuditTrail audit,
            Event<ReportChanged> changed,
            Event<UpdatePublished> published,
            Event<StatusChanged> statusChanged,
            Deadlines deadlines,
            Clock clock) {
        this.em = em;
        this.audit = audit;
        this.changed = changed;
        this.published = published;
        this.statusChanged = statusChanged;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    static boolean isClosed(ReportStatus status) {
        return CLOSED.contains(status);
    }

    /** What is wrong with the reason; empty when it may stand. */
    static Optional<FieldProblem> problem(String typed) {
        return FieldRules.length("reason", KEYS + "reason", clean(typed), REASON_MIN, ReportUpdate.TEXT_MAX);
    }

    /** One more than may stand is kept, so that what is too long is refused instead of cut. */
    private static String clean(String typed) {
        return TypedText.lines(typed, ReportUpdate.TEXT_MAX + 1);
    }

    /**
     * @param accountId of the reporter; null for who came by a link
     * @param typed the reason, without {@link #problem}
     */
    void reopen(Report report, Long accountId, String typed) {
        Instant now = clock.instant();
        ReportStatus from = report.status();
        ReportChanged.OnMap before = ReportChanged.OnMap.of(report);
        ReportUpdate words = say(report, accountId, clean(typed), now);
        HistoryEntry entry = report.changeStatus(ReportStatus.REPORTED, Actor.REPORTER, null, null, now)
                .with(words.id())
                .by(accountId)
                .atVersion(report.version());
        report.caseFile().news(now);
        deadlines.settle(report);
        em.persist(entry);
        em.flush();
        record(report, accountId, from);
        changed.fire(new ReportChanged(report.id(), before, ReportChanged.OnMap.of(report)));
        published.fire(new UpdatePublished(words.id(), report.id(), entry.id()));
        statusChanged.fire(new StatusChanged(report.id(), entry.id(), from, ReportStatus.REPORTED));
    }

    private ReportUpdate say(Report report, Long accountId, String text, Instant now) {
        ReportUpdate words = ReportUpdate.byResident(
                report.id(),
                Actor.REPORTER,
                accountId,
                report.reporter().name(),
                report.reporter().email(),
                report.reporter().showsName(),
                report.language(),
                text,
                false,
                now);
        words.publish(now);
        em.persist(words);
        em.flush();
        return words;
    }

    private void record(Report report, Long accountId, ReportStatus from) {
        String subject = "report:" + report.id();
        if (accountId == null) {
            audit.recordFor(
                    "reporter",
                    report.authorityCode(),
                    "report.reopened",
                    subject,
                    from.code() + ">" + ReportStatus.REPORTED.code());
        } else {
            audit.record(
                    accountId,
                    report.authorityCode(),
                    "report.reopened",
                    subject,
                    from.code(),
                    ReportStatus.REPORTED.code());
        }
    }
}

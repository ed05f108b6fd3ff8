package se.fixamingata.question;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.Deadlines;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.FieldProblem;

/**
 * "Is it fixed?", asked by mail, answered by whoever holds the link (product.md, P10). "Yes" and "I do not know" are told to the
 * authority alone; "no" says why, and reopens. Of a report that is still open every answer is told to the authority alone. Looking changes nothing; another answer is welcome until the link runs out.
 */
@Stateless
public class FixedQuestion {

    @Inject
    EntityManager em;

    @Inject
    SecretLinks links;

    @Inject
    Reopener reopener;

    @Inject
    Deadlines deadlines;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public FixedQuestion() {}

    /** For tests. */
    FixedQuestion(
            EntityManager em,
            SecretLinks links,
            Reopener reopener,
            Deadlines deadlines,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.links = links;
        this.reopener = reopener;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param token as it came; may be null
     */
    public QuestionState look(String token) {
        return find(token)
                .map(link -> state(link, em.find(Report.class, link.reportId())))
                .orElseGet(QuestionState.Unknown::new);
    }

    /**
     * Answers.
     *
     * @param token as it came; may be null
     * @param typed the reason for "no", as it was typed; not asked for otherwise
     */
    public QuestionState answer(String token, Reply reply, String typed) {
        Optional<SecretLink> found = find(token);
        if (found.isEmpty()) {
            return new QuestionState.Unknown();
        }
        Report report = em.find(Report.class, found.get().reportId(), LockModeType.PESSIMISTIC_WRITE);
        QuestionState state = state(found.get(), report);
        if (!(state instanceof QuestionState.Asked asked)) {
            return state;
        }
        boolean closed = report.status() == ReportStatus.FIXED;
        return reply == Reply.NO && closed
                ? reopen(found.get(), report, typed)
                : keep(found.get(), report, asked, reply);
    }

    private QuestionState reopen(SecretLink link, Report report, String typed) {
        Optional<FieldProblem> problem = Reopener.problem(typed);
        if (problem.isPresent()) {
            return new QuestionState.Incomplete(AskedReport.of(report), problem.get());
        }
        link.use(clock.instant());
        reopener.reopen(report, null, typed);
        return new QuestionState.Moved(AskedReport.of(report), true);
    }

    private QuestionState keep(SecretLink link, Report report, QuestionState.Asked asked, Reply reply) {
        if (asked.earlier() != reply) {
            Instant now = clock.instant();
            link.use(now);
            em.persist(HistoryEntry.internal(
                            report.id(), now, HistoryEntry.Kind.REPLIED, Actor.REPORTER, reply.code(), null)
                    .atVersion(report.version()));
            if (reply == Reply.YES && report.status().group() == StatusGroup.OPEN) {
                // For the authority that is news: it may close the report.
                report.caseFile().news(now);
                deadlines.settle(report);
            }
            audit.recordFor(
                    "reporter", report.authorityCode(), "question.answered", "report:" + report.id(), reply.code());
        }
        return new QuestionState.Asked(AskedReport.of(report), reply, true);
    }

    private Optional<SecretLink> find(String token) {
        return SecretToken.parse(token)
                .flatMap(secret -> links.find(secret, Purpose.QUESTION))
                .filter(link -> !link.isRevoked());
    }

    /** The report is null when it was deleted just now. Whoever is forgotten is asked nothing, and what is hidden is nobody's. */
    private QuestionState state(SecretLink link, Report report) {
        if (report == null
                || report.visibility() == Visibility.HIDDEN
                || report.reporter().isForgotten()) {
            return new QuestionState.Unknown();
        }
        if (link.isExpired(clock.instant())) {
            return new QuestionState.Expired();
        }
        boolean open = ReporterLinks.isWhileOpen(link) && report.status().group() == StatusGroup.OPEN;
        return open || report.status() == ReportStatus.FIXED
                ? new QuestionState.Asked(AskedReport.of(report), earlier(report.id()), false)
                : new QuestionState.Moved(AskedReport.of(report), false);
    }

    /** The last answer since the status last changed: one about an earlier "fixed" is no answer to this one. */
    private Reply earlier(long reportId) {
        List<HistoryEntry> last = em.createQuery(
                        "select h from HistoryEntry h where h.reportId = :report and h.kind in :kinds"
                                + " order by h.at desc, h.id desc",
                        HistoryEntry.class)
                .setParameter("report", reportId)
                .setParameter("kinds", List.of(HistoryEntry.Kind.STATUS, HistoryEntry.Kind.REPLIED))
                .setMaxResults(1)
                .getResultList();
        return last.stream()
                .filter(entry -> entry.kind() == HistoryEntry.Kind.REPLIED)
                .findFirst()
                .flatMap(entry -> Reply.find(entry.detail()))
                .orElse(null);
    }
}

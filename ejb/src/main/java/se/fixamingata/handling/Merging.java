package se.fixamingata.handling;

import static se.fixamingata.handling.AnswerRules.invalid;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Right;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.handling.mail.Telling;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.HistoryEntry.Kind;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.Visibility;

/**
 * Two reports of one fault become one: the duplicate is closed and follows the main one, and whoever wanted to know of it is told of
 * the main one from then on.
 *
 * <p>A merge into a duplicate goes to the report that this one follows in the end, so there are no circles. All rows are locked in the
 * order of their numbers, so that two merges at once do not wait for each other.
 */
@Stateless
public class Merging {

    @Inject
    EntityManager em;

    @Inject
    CaseDesk desk;

    @Inject
    Duplicates duplicates;

    @Inject
    Telling telling;

    @Inject
    Event<StatusChanged> statusChanged;

    @Inject
    Event<AuthorityAnswered> answered;

    /**
     * @param mainId the report that stays, or a duplicate of it
     * @param text why, for everybody
     */
    public HandlingResult merge(Caller caller, long reportId, int seenVersion, long mainId, String text) {
        String clean = AnswerRules.clean(text);
        Long root = duplicates.root(mainId).orElse(null);
        lock(reportId, root);
        return desk.work(Handler.of(caller), reportId, seenVersion, one -> {
            Report main = root == null ? null : em.find(Report.class, root);
            Optional<Invalid> problem = AnswerRules.text(clean, true)
                    .or(() -> problem(one, mainId, main))
                    .or(() -> statusProblem(one.report()));
            if (problem.isEmpty()) {
                merge(one, main, clean);
            }
            return problem;
        });
    }

    /** @param other null for none */
    private void lock(Long one, Long other) {
        Stream.of(one, other)
                .filter(Objects::nonNull)
                .sorted()
                .distinct()
                .forEach(id -> em.find(Report.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Optional<Invalid> statusProblem(Report report) {
        return report.status().group() == StatusGroup.OPEN
                ? Optional.empty()
                : invalid("status", "report.status.illegal");
    }

    /** @param main null when there is none */
    private Optional<Invalid> problem(OpenCase one, long mainId, Report main) {
        if (main == null || !main.isConfirmed()) {
            return invalid("main", "handling.main.unknown");
        }
        if (main.id().equals(one.report().id())) {
            return invalid("main", mainId == main.id() ? "handling.main.same" : "handling.main.circle");
        }
        if (!one.by().may(Right.HANDLE, main)
                || !main.authorityCode().equals(one.report().authorityCode())) {
            return invalid("main", main.isListed() ? "handling.main.authority" : "handling.main.unknown");
        }
        if (main.duplicateOf() != null) {
            // Merged itself since its number was looked up.
            return invalid("main", "handling.main.changed");
        }
        boolean wouldHide = one.report().visibility() == Visibility.PUBLIC && main.visibility() != Visibility.PUBLIC;
        return wouldHide ? invalid("main", "handling.main.private") : Optional.empty();
    }

    private void merge(OpenCase one, Report main, String text) {
        Report report = one.report();
        one.audit("report.merged", report.status().code(), "duplicate of " + main.id() + ": " + text);
        Long words = one.say(text);
        HistoryEntry entry = one.keep(report.becomeDuplicateOf(main.id(), Actor.AUTHORITY, null, text, one.now())
                .with(words));
        onMain(one, main.id(), Kind.MERGED);
        answered(one);
        em.flush();
        duplicates.adopt(List.of(main.id()));
        told(report, entry);
    }

    /** The story of the main one; a duplicate that is not for everybody is not named there. */
    private void onMain(OpenCase one, long mainId, Kind kind) {
        Report report = one.report();
        String number = String.valueOf(report.id());
        HistoryEntry entry = report.isListed()
                ? HistoryEntry.open(mainId, one.now(), kind, Actor.AUTHORITY, number, null)
                : HistoryEntry.internal(mainId, one.now(), kind, Actor.AUTHORITY, number, null);
        em.persist(entry.named(one.authorityName())
                .by(one.by().accountId())
                .atVersion(em.find(Report.class, mainId).version()));
    }

    private static void answered(OpenCase one) {
        one.report().caseFile().stopWaiting();
        one.report().caseFile().answered(one.now());
    }

    /**
     * The merge was a mistake: the report is open and its own again, and whoever followed the main one only because of it no longer does.
     *
     * @param text why, for everybody; may be null
     */
    public HandlingResult undo(Caller caller, long reportId, int seenVersion, String text) {
        String clean = AnswerRules.clean(text);
        return desk.work(Handler.of(caller), reportId, seenVersion, one -> {
            Optional<Invalid> problem = one.report().status() == ReportStatus.DUPLICATE
                    ? AnswerRules.text(clean, false)
                    : invalid("status", "report.status.illegal");
            if (problem.isEmpty()) {
                undo(one, clean);
            }
            return problem;
        });
    }

    private void undo(OpenCase one, String text) {
        Report report = one.report();
        long main = report.duplicateOf();
        List<Long> above = duplicates.above(report.id());
        one.audit("report.unmerged", "duplicate of " + main, report.status().code());
        Long words = one.say(text);
        HistoryEntry entry = one.keep(
                report.undoDuplicate(Actor.AUTHORITY, null, text, one.now()).with(words));
        onMain(one, main, Kind.UNMERGED);
        answered(one);
        em.flush();
        duplicates.release(report.id(), above);
        told(report, entry);
    }

    private void told(Report report, HistoryEntry entry) {
        telling.answered(report, entry.id());
        statusChanged.fire(new StatusChanged(report.id(), entry.id(), entry.fromStatus(), entry.toStatus()));
        answered.fire(new AuthorityAnswered(report.id(), entry.id()));
    }
}

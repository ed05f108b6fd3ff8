package se.fixamingata.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Right;
import se.fixamingata.handling.history.CaseEvent;
import se.fixamingata.handling.history.CaseHistory;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;

/**
 * Tells somebody whose report has been handed over, or put into a category that is not theirs, apart from somebody who never had
 * anything to do with it: the first is told where it went and loses no text, the second that there is nothing (P12, P16).
 */
@ApplicationScoped
public class CaseReach {

    @Inject
    EntityManager em;

    @Inject
    CaseHistory history;

    /** For the container. */
    public CaseReach() {}

    /** For tests. */
    CaseReach(EntityManager em, CaseHistory history) {
        this.em = em;
        this.history = history;
    }

    /**
     * How a report has left the reach of somebody who could handle it when they opened it.
     *
     * @param seenVersion of the report when they opened it
     * @return empty for who can still handle it, and for who could not then
     */
    public Optional<TakenAway> takenAway(Handler by, long reportId, int seenVersion) {
        return Optional.ofNullable(em.find(Report.class, reportId))
                .filter(Report::isConfirmed)
                .filter(report -> !by.may(Right.HANDLE, report))
                .flatMap(report -> takenAway(by, report, seenVersion));
    }

    /** @param report that this one may not handle now */
    Optional<TakenAway> takenAway(Handler by, Report report, int seenVersion) {
        if (seenVersion < 0 || seenVersion >= report.version()) {
            return Optional.empty();
        }
        List<CaseEvent> moves = history.movesSince(report, seenVersion);
        String authority = end(moves, HistoryEntry.Kind.HANDED_OVER, report.authorityCode());
        String category = end(moves, HistoryEntry.Kind.CATEGORY, report.categoryCode());
        if (!by.may(Right.HANDLE, authority, category)) {
            return Optional.empty();
        }
        List<CaseEvent> told = new ArrayList<>();
        for (CaseEvent move : moves) {
            told.add(move);
            String[] ends = move.detail().split(">", 2);
            authority = move.kind() == HistoryEntry.Kind.HANDED_OVER ? ends[1] : authority;
            category = move.kind() == HistoryEntry.Kind.CATEGORY ? ends[1] : category;
            if (!by.may(Right.HANDLE, authority, category)) {
                boolean known = report.isListed() || authority.equals(report.authorityCode());
                return Optional.of(new TakenAway(known ? Optional.of(report.authorityCode()) : Optional.empty(), told));
            }
        }
        return Optional.empty();
    }

    /** What it was before the first of those moves. */
    private static String end(List<CaseEvent> moves, HistoryEntry.Kind kind, String now) {
        return moves.stream()
                .filter(move -> move.kind() == kind)
                .findFirst()
                .map(move -> move.detail().split(">", 2)[0])
                .orElse(now);
    }
}

package se.fixamingata.question;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.submission.FieldProblem;

/** "It is still there" on the report's page: only its reporter says so, and only of what is closed. */
@Stateless
public class Reopening {

    @Inject
    EntityManager em;

    @Inject
    ReporterLinks reporters;

    @Inject
    Reopener reopener;

    /** For the container. */
    public Reopening() {}

    /** For tests. */
    Reopening(EntityManager em, ReporterLinks reporters, Reopener reopener) {
        this.em = em;
        this.reporters = reporters;
        this.reopener = reopener;
    }

    /** Whether a report with that status is one that its reporter can reopen. */
    public static boolean isPossible(ReportStatus status) {
        return Reopener.isClosed(status);
    }

    /**
     * Reopens it. Any number of clicks, also at once, reopen once: the row is locked before it is asked.
     *
     * @param typed the reason, as it was typed
     * @throws NotPermitted when this is not the reporter, or there is no such report for them
     */
    public ReopeningResult reopen(ReporterClaim claim, long reportId, String typed) {
        Report report = em.find(Report.class, reportId, LockModeType.PESSIMISTIC_WRITE);
        if (report == null
                || !report.isConfirmed()
                || report.visibility() == Visibility.HIDDEN
                || !reporters.proves(claim, report)) {
            throw new NotPermitted();
        }
        if (!Reopener.isClosed(report.status())) {
            return new ReopeningResult.NotClosed(report.status());
        }
        Optional<FieldProblem> problem = Reopener.problem(typed);
        if (problem.isPresent()) {
            return new ReopeningResult.Invalid(problem.get());
        }
        reopener.reopen(report, claim.accountId(), typed);
        return new ReopeningResult.Reopened();
    }
}

package se.fixamingata.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.Reporter;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.reporter.ReporterLinks;

/** Who may write about a report, and as whom: anybody about a public one, its reporter about a private one. */
@ApplicationScoped
class CommentWriters {

    @Inject
    ReporterLinks reporters;

    /** For the container. */
    CommentWriters() {}

    /** For tests. */
    CommentWriters(ReporterLinks reporters) {
        this.reporters = reporters;
    }

    /**
     * As whom that visitor would write; empty when the report is none of theirs.
     *
     * @param report may be null
     */
    Optional<CommentWriter> of(Report report, ReporterClaim claim) {
        if (report == null || !report.isConfirmed()) {
            return Optional.empty();
        }
        boolean reporter = reporters.proves(claim, report);
        boolean open = report.isListed() || (reporter && report.visibility() == Visibility.PRIVATE);
        return open ? Optional.of(writer(report, claim, reporter)) : Optional.empty();
    }

    private static CommentWriter writer(Report report, ReporterClaim claim, boolean reporter) {
        Actor author = reporter ? Actor.REPORTER : Actor.RESIDENT;
        Caller caller = claim.caller();
        if (caller != null) {
            // Whoever has given no name is called by the address, which is nobody's business.
            String name = caller.name().equals(caller.email()) ? null : caller.name();
            return new CommentWriter(author, caller.accountId(), name, caller.email());
        }
        Reporter person = report.reporter();
        return reporter && !person.isForgotten()
                ? new CommentWriter(author, null, person.name(), person.email())
                : CommentWriter.STRANGER;
    }
}

package se.fixamingata.reporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import se.fixamingata.report.Report;

/** What pages ask before they show a reporter's possibilities. Who uses one of them is asked again by the use case. */
@ApplicationScoped
public class ReporterStanding {

    @Inject
    EntityManager em;

    @Inject
    ReporterLinks links;

    /** For the container. */
    public ReporterStanding() {}

    /** For tests. */
    public ReporterStanding(EntityManager em, ReporterLinks links) {
        this.em = em;
        this.links = links;
    }

    /** Whether whoever shows that is the reporter; false for a report that does not exist, without a query for who shows nothing. */
    public boolean isReporter(ReporterClaim claim, long reportId) {
        if (claim.token() == null && claim.caller() == null) {
            return false;
        }
        Report report = em.find(Report.class, reportId);
        return report != null && links.proves(claim, report);
    }

    /** As {@link ReporterLinks#isByLink}. */
    public boolean isByLink(String token, long reportId) {
        return links.isByLink(token, reportId);
    }
}

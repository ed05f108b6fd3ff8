package se.fixamingata.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Everything that a report's public page shows, in three queries however long its story is. */
@ApplicationScoped
public class ReportPages {

    @Inject
    EntityManager em;

    protected ReportPages() {}

    /** For tests. */
    public ReportPages(EntityManager em) {
        this.em = em;
    }

    /** The report with that number and the newest of its story; empty when there is none that everybody may see. */
    public Optional<ReportView> find(long id) {
        return find(id, 1);
    }

    /**
     * The report with that number; empty when there is none that everybody may see.
     *
     * @param page of its story, 1 for the newest
     */
    public Optional<ReportView> find(long id, int page) {
        return find(id, page, "r.listed = true");
    }

    /** As {@link #findForReporter(long, int)}, with the newest of its story. */
    public Optional<ReportView> findForReporter(long id) {
        return findForReporter(id, 1);
    }

    /** The report with that number for whoever has shown to be its reporter: also a private one, never one that a moderator has hidden. */
    public Optional<ReportView> findForReporter(long id, int page) {
        return find(
                id,
                page,
                "r.status <> se.fixamingata.report.ReportStatus.UNCONFIRMED"
                        + " and r.visibility <> se.fixamingata.report.Visibility.HIDDEN");
    }

    private Optional<ReportView> find(long id, int page, String condition) {
        return em.createQuery("select r from Report r where r.id = :id and " + condition, Report.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(report -> view(report, new HistoryReading(em, id, page)));
    }

    private static ReportView view(Report report, HistoryReading reading) {
        boolean open = report.status().group() == StatusGroup.OPEN;
        return new ReportView(
                report.id(),
                report.title(),
                report.description(),
                report.categoryCode(),
                report.status(),
                report.visibility(),
                report.municipalityCode(),
                report.authorityCode(),
                report.position().lat(),
                report.position().lon(),
                report.address(),
                report.reporter().showsName() ? report.reporter().name() : null,
                report.source(),
                report.confirmedAt(),
                report.changedAt(),
                open ? report.caseFile().expectedOn() : null,
                report.duplicateOf(),
                report.thumbnail(),
                reading.history(),
                reading.photos());
    }
}

package se.fixamingata.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
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

    /** The report with that number; empty when there is none that everybody may see. */
    public Optional<ReportView> find(long id) {
        return find(id, "r.listed = true");
    }

    /** The report with that number for whoever has shown to be its reporter: also a private one, never one that a moderator has hidden. */
    public Optional<ReportView> findForReporter(long id) {
        return find(
                id,
                "r.status <> se.fixamingata.report.ReportStatus.UNCONFIRMED"
                        + " and r.visibility <> se.fixamingata.report.Visibility.HIDDEN");
    }

    private Optional<ReportView> find(long id, String condition) {
        return em.createQuery("select r from Report r where r.id = :id and " + condition, Report.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(report -> view(report, history(id), photos(id)));
    }

    private static ReportView view(Report report, List<HistoryView> history, List<PhotoView> photos) {
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
                report.duplicateOf(),
                report.thumbnail(),
                history,
                photos);
    }

    private List<HistoryView> history(long id) {
        return em.createQuery(
                        "select new se.fixamingata.report.HistoryView("
                                + "h.at, h.kind, h.fromStatus, h.toStatus, h.actor, h.actorName, h.text) "
                                + "from HistoryEntry h where h.reportId = :id and h.internal = false order by h.at, h.id",
                        HistoryView.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** The table belongs to the photos' package; two columns of it are all that a page needs. */
    @SuppressWarnings("unchecked")
    private List<PhotoView> photos(long id) {
        List<Object[]> rows = em.createNativeQuery(
                        "select id, width, height from photo where report_id = ? and not hidden order by sort_order, id")
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(row -> new PhotoView((String) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue()))
                .toList();
    }
}

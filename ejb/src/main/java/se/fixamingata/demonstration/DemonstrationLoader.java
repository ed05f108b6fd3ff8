package se.fixamingata.demonstration;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.delivery.PastDeliveries;
import se.fixamingata.demonstration.PlannedReport.Step;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Source;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.shared.OneAtATime;

/**
 * Writes the planned reports, all of them or none. Tells the map what to count, and nobody else: no mail is planned, no delivery is
 * due.
 */
@Stateless
public class DemonstrationLoader {

    private static final String LOCK = "demonstration";

    /** What is planned is promised within so long: with a year of reports some promises are near, and some have passed. */
    private static final Duration PROMISE = Duration.ofDays(60);

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    EntityManager em;

    @Inject
    OneAtATime turns;

    @Inject
    PastDeliveries deliveries;

    @Inject
    PhotoStore photos;

    @Inject
    PrivateCategories privateCategories;

    @Inject
    AuditTrail audit;

    @Inject
    Event<ReportChanged> changed;

    /** For the container. */
    public DemonstrationLoader() {}

    /** For tests. */
    DemonstrationLoader(
            EntityManager em,
            OneAtATime turns,
            PastDeliveries deliveries,
            PhotoStore photos,
            PrivateCategories privateCategories,
            AuditTrail audit,
            Event<ReportChanged> changed) {
        this.em = em;
        this.turns = turns;
        this.deliveries = deliveries;
        this.photos = photos;
        this.privateCategories = privateCategories;
        this.audit = audit;
        this.changed = changed;
    }

    /** Whether there is no report at all, confirmed or not. */
    public boolean isEmpty() {
        return em.createQuery("select count(r) from Report r", Long.class).getSingleResult() == 0;
    }

    /**
     * Writes them, unless another server was faster. Public because the container calls nothing else on a bean.
     *
     * @param plans in the order of their confirmation
     * @param pictures the photos of a plan, in their order
     * @return how many were written
     */
    public int load(List<PlannedReport> plans, Map<PlannedReport, List<PreparedPhoto>> pictures) {
        turns.enter(LOCK);
        if (!isEmpty()) {
            return 0;
        }
        List<Report> reports = new ArrayList<>();
        for (PlannedReport plan : plans) {
            reports.add(submit(plan));
        }
        // The rows of everything else point at the reports'.
        em.flush();
        for (int i = 0; i < plans.size(); i++) {
            hang(reports.get(i), pictures.getOrDefault(plans.get(i), List.of()));
        }
        List<PastDeliveries.Past> past = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            follow(reports.get(i), plans.get(i), reports);
            past.add(new PastDeliveries.Past(
                    reports.get(i), plans.get(i).confirmedAt().plusSeconds(2)));
        }
        deliveries.record(past);
        // The map's rows are taken in the order of the cells; see MapCounts.
        reports.stream()
                .sorted(Comparator.comparingLong(Report::cell))
                .forEach(report -> changed.fire(new ReportChanged(report.id(), null, ReportChanged.OnMap.of(report))));
        audit.record("system", "demonstration.loaded", "reports:" + reports.size(), null);
        return reports.size();
    }

    private Report submit(PlannedReport plan) {
        Story story = plan.story();
        Report report = Report.submit(
                plan.place(),
                new ReportContent(story.category(), story.title(), plan.description()),
                plan.reporter(),
                story.language(),
                Source.WEB,
                plan.submittedAt());
        report.keepPrivate(privateCategories.isPrivate(report.authorityCode(), report.categoryCode()));
        em.persist(report);
        return report;
    }

    private void follow(Report report, PlannedReport plan, List<Report> earlier) {
        em.persist(report.confirm(plan.confirmedAt()));
        for (Step step : plan.steps()) {
            em.persist(entry(report, step, plan, earlier));
            if (step.actor() == Actor.AUTHORITY) {
                report.caseFile().answered(step.at());
            }
            if (step.status() == ReportStatus.PLANNED) {
                report.caseFile().expect(step.at().plus(PROMISE).atZone(SWEDEN).toLocalDate());
            }
        }
        if (report.status().group() != StatusGroup.OPEN) {
            report.caseFile().expect(null);
        }
    }

    private HistoryEntry entry(Report report, Step step, PlannedReport plan, List<Report> earlier) {
        String name = step.actor() == Actor.AUTHORITY
                ? em.find(Authority.class, report.authorityCode()).name()
                : null;
        return step.status() == ReportStatus.DUPLICATE
                ? report.becomeDuplicateOf(
                        earlier.get(plan.duplicateOf()).id(), step.actor(), name, step.text(), step.at())
                : report.changeStatus(step.status(), step.actor(), name, step.text(), step.at());
    }

    private void hang(Report report, List<PreparedPhoto> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            String name = "bild-" + (i + 1) + ".jpg";
            String id = photos.add(new PhotoOwner.Report(report.id()), name, pictures.get(i))
                    .orElseThrow();
            if (i == 0) {
                report.showThumbnail(id);
            }
        }
    }
}

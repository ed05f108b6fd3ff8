package se.fixamingata.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import se.fixamingata.category.Categories;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Report;
import se.fixamingata.settings.ServiceSettings;

/** Reads what letters tell. Call inside a short transaction, and write the letter after it. */
@ApplicationScoped
public class ReportReading {

    @Inject
    EntityManager em;

    @Inject
    ReportAnswers answers;

    private final Categories categories;
    private final Authorities authorities;
    private final Municipalities municipalities;
    private final PhotoStore photos;
    private final ServiceSettings service;

    /** For the container's proxies. */
    protected ReportReading() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReportReading(
            Categories categories,
            Authorities authorities,
            Municipalities municipalities,
            PhotoStore photos,
            ServiceSettings service) {
        this.categories = categories;
        this.authorities = authorities;
        this.municipalities = municipalities;
        this.photos = photos;
        this.service = service;
    }

    /** For tests. */
    public ReportReading with(EntityManager other) {
        em = other;
        answers = new ReportAnswers(other);
        return this;
    }

    /**
     * The report with everything that belongs to it.
     *
     * @param authorityCode whom the letter is about, not always the one that the report has now
     */
    public Optional<ReportFacts> find(long reportId, String authorityCode) {
        return Optional.ofNullable(em.find(Report.class, reportId))
                .map(report -> new ReportFacts(
                        report,
                        categories.find(report.categoryCode()).orElseThrow(),
                        authorities.find(authorityCode).orElseThrow(),
                        municipalities.find(report.municipalityCode()).orElseThrow(),
                        photos.of(new PhotoOwner.Report(reportId)),
                        answers.of(reportId),
                        service));
    }
}

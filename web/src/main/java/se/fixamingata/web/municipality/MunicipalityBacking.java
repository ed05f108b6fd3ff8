package se.fixamingata.web.municipality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.category.Category;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.report.Figures;
import se.fixamingata.report.ReportCriteria;
import se.fixamingata.report.ReportFigures;
import se.fixamingata.report.ReportSearch;
import se.fixamingata.report.ReportSummary;
import se.fixamingata.web.security.CurrentLanguage;

/** The page of one municipality, at {@code /kommun/{slug}}; its four-digit code is accepted too and leads to the slug. */
@Named("municipality")
@RequestScoped
public class MunicipalityBacking {

    private static final int NEWEST = 10;

    @Inject
    Municipalities municipalities;

    @Inject
    Authorities authorities;

    @Inject
    CategoryCatalogue catalogue;

    @Inject
    ReportSearch search;

    @Inject
    ReportFigures figures;

    @Inject
    CurrentLanguage language;

    @Inject
    @Param(pathIndex = 0)
    String slug;

    private Municipality municipality;
    private Optional<Authority> authority = Optional.empty();
    private List<ReportSummary> newest;

    /** Finds the municipality that the address names, or answers 404. */
    public void open() {
        String named = Optional.ofNullable(slug).orElse("");
        Optional<Municipality> found = municipalities.bySlugOrCode(named);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "No such municipality");
            return;
        }
        municipality = found.get();
        if (!municipality.slug().equals(named)) {
            Faces.redirect("/kommun/" + municipality.slug());
            return;
        }
        authority = authorities.find(municipality.code());
        newest = search.search(ReportCriteria.all()
                        .withMunicipality(municipality.code())
                        .withPage(0, NEWEST))
                .reports();
    }

    public String getName() {
        return municipality.name();
    }

    /** In addresses. */
    public String getSlug() {
        return municipality.slug();
    }

    public String getCounty() {
        return municipality.county();
    }

    /** People who live there, or null when nobody has said. */
    public Integer getPopulation() {
        return municipality.population();
    }

    /** The map of the municipality's largest place. */
    public String getMapAddress() {
        return "/karta?lat=" + municipality.centre().lat() + "&lon="
                + municipality.centre().lon() + "&z=12";
    }

    public List<String> getCategories() {
        return catalogue.availableIn(municipality.code()).stream()
                .map((Category c) -> c.name(language.get()))
                .toList();
    }

    public List<ReportSummary> getNewest() {
        return newest;
    }

    public Figures getFigures() {
        return figures.municipality(municipality.code());
    }

    /** Whether reports are published but sent to nobody, since the municipality takes them elsewhere (P6). */
    public boolean isRefusing() {
        return authority.map(Authority::refuses).orElse(false);
    }

    /** Where to turn instead, in the municipality's own words. */
    public String getRefusal() {
        return authority.flatMap(a -> a.refusal(language.get())).orElse("");
    }

    public String getRefusalUrl() {
        return authority.flatMap(Authority::refusalUrl).orElse("");
    }
}

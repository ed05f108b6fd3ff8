package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.statistics.reading.AreaFigures;
import se.fixamingata.statistics.reading.Statistics;
import se.fixamingata.web.statistics.sheet.Sheet;
import se.fixamingata.web.text.TextBean;

/** {@code /statistik}, {@code /statistik/{slug}} and {@code /statistik/lan/{slug}}: the figures of one area. */
@Named("areaStatistics")
@RequestScoped
public class AreaStatisticsBacking {

    @Inject
    Statistics statistics;

    @Inject
    Places places;

    @Inject
    Chosen chosen;

    @Inject
    AreaSheets tables;

    @Inject
    ComparisonSheets comparisons;

    @Inject
    FigureFiles files;

    @Inject
    AreaSummary summary;

    @Inject
    TextBean text;

    @Inject
    @Param(pathIndex = 0)
    String named;

    /** What follows the name: no page has anything there. */
    @Inject
    @Param(pathIndex = 1)
    String more;

    private Place place;
    private List<Sheet> sheets = List.of();

    /** The country, or the municipality that the address names. */
    public void open() throws IOException {
        open(named == null ? Optional.of(places.country()) : places.municipality(named));
    }

    /** The county that the address names. */
    public void openCounty() throws IOException {
        open(places.county(named));
    }

    private void open(Optional<Place> found) throws IOException {
        if (found.isEmpty() || !chosen.isCategoryKnown() || more != null) {
            Faces.responseSendError(404, "No such figures");
            return;
        }
        place = found.get();
        if (named != null && !place.path().endsWith("/" + named)) {
            Faces.redirect(place.path());
            return;
        }
        statistics.figures(place.area(), chosen.months()).ifPresent(this::show);
        files.answer(chosen.query(place.path()), getTitle(), sheets);
    }

    private void show(AreaFigures all) {
        summary.show(all);
        List<Sheet> shown = new ArrayList<>(List.of(tables.months(place, all)));
        if (chosen.getCategory().isEmpty()) {
            shown.add(tables.categories(place, all));
        }
        shown.add(tables.times(place, all));
        if (isCounty()) {
            shown.add(comparisons.county(place.area().code(), chosen.query(place.path())));
        }
        sheets = shown;
    }

    /** "Forshaga", "Gatubelysning i Forshaga". */
    public String getTitle() {
        String where = place.isCountry() ? text.of("statistik.country") : place.name();
        return chosen.getCategory().isEmpty()
                ? text.of("statistik.title", where)
                : text.of("statistik.title.category", chosen.getCategoryName(), where);
    }

    public List<Sheet> getSheets() {
        return sheets;
    }

    /** All tables as one file. */
    public String getJson() {
        return chosen.query(place.path()).with("format", "json").toString();
    }

    /** Address and name. */
    public List<Map.Entry<String, String>> getCounties() {
        return places.counties().stream()
                .map(one -> Map.entry(one.path(), one.name()))
                .toList();
    }

    public String getPath() {
        return place.path();
    }

    public boolean isCountry() {
        return place.isCountry();
    }

    public boolean isCounty() {
        return !place.isCountry() && !place.isMunicipality();
    }
}

package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import se.fixamingata.web.statistics.sheet.Sheet;
import se.fixamingata.web.text.TextBean;

/** {@code /statistik/jamforelse}: municipalities beside each other. */
@Named("comparison")
@RequestScoped
public class ComparisonBacking {

    static final String PATH = "/statistik/jamforelse";

    @Inject
    Places places;

    @Inject
    Chosen chosen;

    @Inject
    ComparisonSheets tables;

    @Inject
    FigureFiles files;

    @Inject
    TextBean text;

    private Sheet sheet;
    private String county;
    private String sorted;

    /** Reads what is chosen, or answers 404. */
    public void open() throws IOException {
        county = Optional.ofNullable(Faces.getRequestParameter("lan")).orElse("");
        sorted = Optional.ofNullable(Faces.getRequestParameter("sortera")).orElse("");
        boolean known = (county.isEmpty()
                        || county.matches("\\d{2}") && places.county(county).isPresent())
                && (sorted.isEmpty() || ComparisonSheets.KEYS.contains(sorted));
        if (!known || !chosen.isCategoryKnown()) {
            Faces.responseSendError(404, "No such comparison");
            return;
        }
        Query page = chosen.query(PATH).with("lan", county);
        sheet = tables.sheet(county, sorted, page);
        files.answer(page, getTitle(), chosen.isCounted() ? List.of(sheet) : List.of());
    }

    public String getTitle() {
        return text.of("statistik.compare.title");
    }

    public Sheet getSheet() {
        return sheet;
    }

    /** The code; empty for the country. */
    public String getCounty() {
        return county;
    }

    public String getSorted() {
        return sorted;
    }

    /** For the form: code and name. */
    public List<Map.Entry<String, String>> getCounties() {
        return places.counties().stream()
                .map(one -> Map.entry(one.inAddress(), one.name()))
                .toList();
    }
}

package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.omnifaces.util.Faces;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.statistics.sheet.Cell;
import se.fixamingata.web.statistics.sheet.Sheet;
import se.fixamingata.web.text.TextBean;

/** The map of the country coloured by a figure: the municipalities of the comparison as one picture, and its legend. */
@Named("countryMap")
@RequestScoped
public class CountryMap {

    private static final List<String> KEYS =
            List.of("reported-per-1000", "fixed-per-1000", "open-per-1000", "answer-median", "fixed-median");

    /** Names of the shades in the style sheet. */
    private static final String SHADES = "abcde";

    @Inject
    Chosen chosen;

    @Inject
    ComparisonSheets comparisons;

    @Inject
    CountryPicture picture;

    @Inject
    CurrentLanguage language;

    @Inject
    TextBean text;

    private Sheet sheet;
    private String key;
    private ColourScale scale;

    /** The picture: every municipality leads to its page, and tells its figure. */
    public String getPicture() {
        read();
        return picture.of(
                text.of("statistik.map.label", getKeyName()), sheet, ComparisonSheets.KEYS.indexOf(key), this::look);
    }

    private String look(Cell cell) {
        return cell.value() == null ? "map-none" : "map-" + SHADES.charAt(scale.shade(number(cell)));
    }

    /** Shade and what it stands for. */
    public List<Map.Entry<String, String>> getLegend() {
        read();
        return scale.steps().stream()
                .map(step -> Map.entry("map-" + SHADES.charAt(step.shade()), words(step)))
                .toList();
    }

    private String words(ColourScale.Step step) {
        NumberFormat format = NumberFormat.getInstance(language.get().locale());
        format.setMaximumFractionDigits(1);
        String from = format.format(step.from());
        return step.from() == step.to()
                ? from
                : text.of(step.last() ? "statistik.map.to" : "statistik.map.below", from, format.format(step.to()));
    }

    /** Whether no municipality has such a figure. */
    public boolean isEmpty() {
        read();
        return scale.lowest().isEmpty();
    }

    public String getKey() {
        read();
        return key;
    }

    public String getKeyName() {
        read();
        return name(key);
    }

    /** For the form. */
    public List<Map.Entry<String, String>> getKeys() {
        return KEYS.stream().map(one -> Map.entry(one, name(one))).toList();
    }

    /** The same figures as a table, the largest first. */
    public String getTable() {
        read();
        return chosen.query(ComparisonBacking.PATH).with("sortera", key).toString();
    }

    private String name(String one) {
        return text.of("statistik.compare." + one);
    }

    private void read() {
        if (sheet == null) {
            String asked =
                    Optional.ofNullable(Faces.getRequestParameter("karta")).orElse("");
            sheet = comparisons.sheet("", "", chosen.query(ComparisonBacking.PATH));
            key = KEYS.contains(asked) ? asked : usual();
            scale = ColourScale.of(figures(key));
        }
    }

    /** How many inhabitants there are is not known of every installation. */
    private String usual() {
        return figures(KEYS.get(0)).isEmpty() ? "fixed-median" : KEYS.get(0);
    }

    private List<Double> figures(String of) {
        int column = ComparisonSheets.KEYS.indexOf(of);
        return sheet.lines().stream()
                .map(line -> line.cells().get(column))
                .map(CountryMap::number)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Double number(Cell cell) {
        return cell.value() == null ? null : ((Number) cell.value()).doubleValue();
    }
}

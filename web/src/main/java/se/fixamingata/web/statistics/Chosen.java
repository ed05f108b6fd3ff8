package se.fixamingata.web.statistics;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import se.fixamingata.category.Categories;
import se.fixamingata.statistics.reading.FigureNight;
import se.fixamingata.statistics.reading.Months;
import se.fixamingata.statistics.reading.Statistics;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** What every page of figures lets one choose, category and months, and up to when the figures are. */
@Named("chosenFigures")
@RequestScoped
public class Chosen {

    /** All categories, as the figures call them. */
    static final String ALL = "*";

    @Inject
    Statistics statistics;

    @Inject
    Categories categories;

    @Inject
    CurrentLanguage language;

    @Inject
    Names names;

    @Inject
    TextBean text;

    private Optional<FigureNight> night;
    private String category;
    private Optional<Period> asked;

    @PostConstruct
    void read() {
        night = statistics.night();
        category = Optional.ofNullable(Faces.getRequestParameter("kategori")).orElse("");
        asked = Period.of(Faces.getRequestParameter("period"), lastDay());
    }

    /** Before the first night there is nothing to show. */
    public boolean isCounted() {
        return night.isPresent();
    }

    boolean isCategoryKnown() {
        return category.isEmpty() || categories.codes().contains(category);
    }

    /** Whether the address asks for months of which there are no figures. */
    public boolean isPeriodUnknown() {
        return asked.isEmpty();
    }

    Period period() {
        return asked.or(() -> Period.of(Period.USUAL, lastDay())).orElseThrow();
    }

    Months months() {
        return period().months();
    }

    /** The code, or {@code *}. */
    String category() {
        return category.isEmpty() ? ALL : category;
    }

    /** An address with both choices. */
    Query query(String path) {
        return Query.of(path).with("kategori", category).with("period", period().inAddress());
    }

    /** The code; empty for all. */
    public String getCategory() {
        return category;
    }

    /** Its name in the reader's language; of all of them: "Alla kategorier". */
    public String getCategoryName() {
        return category.isEmpty() ? text.of("statistik.category.all") : names.category(category);
    }

    public String getPeriod() {
        return period().code();
    }

    /** "Senaste 12 månaderna", "2025". */
    public String getPeriodName() {
        return periodName(period().code());
    }

    /** For the form: code and name. */
    public List<Map.Entry<String, String>> getPeriods() {
        List<String> codes = new ArrayList<>(Period.offered(lastDay()));
        if (!codes.contains(getPeriod())) {
            codes.add(getPeriod());
        }
        return codes.stream().map(code -> Map.entry(code, periodName(code))).toList();
    }

    private String periodName(String code) {
        return code.length() == 2 ? text.of("statistik.period.last", code) : code;
    }

    /** For the form: code and name in the reader's language, in the order of the list. */
    public List<Map.Entry<String, String>> getCategories() {
        return categories.all().stream()
                .map(one -> Map.entry(one.code(), one.name(language.get())))
                .toList();
    }

    /** "november 2025". */
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", language.get().locale()).format(month);
    }

    LocalDate lastDay() {
        return night.map(FigureNight::lastDay).orElse(LocalDate.EPOCH.plusYears(50));
    }

    /** The last day that is counted, with its year: these pages are printed. */
    public String getLastDayName() {
        return day(lastDay());
    }

    /** "22 november 2026". */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language.get().locale())
                .format(day);
    }

    /** For {@code datetime}. */
    public String getLastDay() {
        return lastDay().toString();
    }

    /** When the figures were published. */
    public Instant getPublishedAt() {
        return night.map(FigureNight::publishedAt).orElse(null);
    }
}

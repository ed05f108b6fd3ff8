package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import se.fixamingata.statistics.reading.Statistics;
import se.fixamingata.web.statistics.sheet.Sheet;
import se.fixamingata.web.text.TextBean;

/** {@code /statistik/fore-efter}: as many days before a chosen one as from it on, of an area and a category. */
@Named("aroundADay")
@RequestScoped
public class AroundBacking {

    static final String PATH = "/statistik/fore-efter";

    private static final List<Integer> LENGTHS = List.of(30, 90, 180, 365);
    private static final int USUAL = 90;
    private static final LocalDate OLDEST = LocalDate.of(2000, 1, 1);

    @Inject
    Statistics statistics;

    @Inject
    Places places;

    @Inject
    Chosen chosen;

    @Inject
    AroundSheets tables;

    @Inject
    FigureFiles files;

    @Inject
    TextBean text;

    private Place place;
    private LocalDate day;
    private int days;
    private boolean unknownDay;
    private Optional<Sheet> sheet = Optional.empty();

    /** Reads what is chosen, or answers 404. */
    public void open() throws IOException {
        Optional<Place> found = places.chosen(Faces.getRequestParameter("omrade"));
        Optional<Integer> length = length(Faces.getRequestParameter("dagar"));
        if (found.isEmpty() || length.isEmpty() || !chosen.isCategoryKnown()) {
            Faces.responseSendError(404, "No such figures");
            return;
        }
        place = found.get();
        days = length.get();
        day = day(Faces.getRequestParameter("dag"));
        Query page = Query.of(PATH)
                .with("omrade", place.inAddress())
                .with("kategori", chosen.getCategory())
                .with("dag", day.toString())
                .with("dagar", Integer.toString(days));
        sheet = statistics
                .aroundADay(place.area(), chosen.category(), day, days)
                .map(around -> tables.around(around, getTitle(), page));
        files.answer(page, getTitle(), unknownDay ? List.of() : sheet.stream().toList());
    }

    private static Optional<Integer> length(String typed) {
        return typed == null || typed.isEmpty()
                ? Optional.of(USUAL)
                : LENGTHS.stream().filter(one -> one.toString().equals(typed)).findFirst();
    }

    /** Without one: such that both sides are whole. */
    private LocalDate day(String typed) {
        LocalDate usual = chosen.lastDay().plusDays(1L - days);
        if (typed == null || typed.isEmpty()) {
            return usual;
        }
        try {
            LocalDate asked = LocalDate.parse(typed);
            unknownDay = asked.isBefore(OLDEST) || asked.isAfter(chosen.lastDay());
            return unknownDay ? usual : asked;
        } catch (DateTimeParseException nonsense) {
            unknownDay = true;
            return usual;
        }
    }

    /** "Forshaga, gatubelysning: 90 dagar före och efter 1 mars 2026". */
    public String getTitle() {
        String where = place.isCountry() ? text.of("statistik.country.option") : place.name();
        return text.format("statistik.around.title", where, days, chosen.day(day));
    }

    /** Which days stand against each other, with the days after that are not over yet. */
    public String getExplanation() {
        LocalDate last = day.plusDays(days - 1L);
        return last.isAfter(chosen.lastDay())
                ? text.format(
                        "statistik.around.short",
                        chosen.day(day.minusDays(days)),
                        chosen.day(day.minusDays(1)),
                        chosen.day(day),
                        chosen.getLastDayName())
                : text.format(
                        "statistik.around.whole",
                        chosen.day(day.minusDays(days)),
                        chosen.day(day.minusDays(1)),
                        chosen.day(day),
                        chosen.day(last));
    }

    public Sheet getSheet() {
        return sheet.orElse(null);
    }

    public String getDay() {
        return day.toString();
    }

    public int getDays() {
        return days;
    }

    public List<Integer> getLengths() {
        return LENGTHS;
    }

    public String getPlace() {
        return place.inAddress();
    }

    /** Whether the day that was asked for is none, or is not counted. */
    public boolean isUnknownDay() {
        return unknownDay;
    }

    /** For the form: what stands in the address, and the name. */
    public List<Map.Entry<String, String>> getCounties() {
        return entries(places.counties());
    }

    public List<Map.Entry<String, String>> getMunicipalities() {
        return entries(places.municipalities());
    }

    private static List<Map.Entry<String, String>> entries(List<Place> places) {
        return places.stream()
                .map(one -> Map.entry(one.inAddress(), one.name()))
                .toList();
    }
}

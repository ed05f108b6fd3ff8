package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import se.fixamingata.statistics.reading.AreaFigures;
import se.fixamingata.statistics.reading.Figure;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.TextBean;

/**
 * What PrimeFaces' charts draw of the months (Chart.js). Colours are the names of tokens, which {@code statistics.js} looks up, in light and
 * in dark. A figure that is not shown leaves a gap.
 */
@RequestScoped
public class MonthChart {

    @Inject
    CurrentLanguage language;

    @Inject
    TextBean text;

    /** Reported and fixed beside each other. */
    String happened(AreaFigures figures, String category) {
        return chart(
                "bar",
                figures,
                Json.createArrayBuilder()
                        .add(series(figures, Measure.REPORTED, category, "--status-reported"))
                        .add(series(figures, Measure.FIXED, category, "--status-fixed")));
    }

    /** What was open when the months ended. */
    String open(AreaFigures figures, String category) {
        return chart(
                "line",
                figures,
                Json.createArrayBuilder()
                        .add(series(figures, Measure.OPEN, category, "--status-working"))
                        .add(series(figures, Measure.OVERDUE, category, "--status-closed")));
    }

    private JsonObjectBuilder series(AreaFigures figures, Measure measure, String category, String colour) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        AreaSheets.row(figures, measure, category)
                .ifPresent(row -> row.figures().forEach(figure -> add(data, figure)));
        return Json.createObjectBuilder()
                .add("label", text.of("statistik.measure." + measure.code()))
                .add("data", data)
                .add("backgroundColor", colour)
                .add("borderColor", colour)
                .add("borderWidth", measure.isStock() ? 2 : 0)
                .add("borderRadius", 2)
                .add("pointStyle", measure == Measure.OVERDUE ? "rect" : "circle")
                .add("borderDash", dash(measure));
    }

    /** Colour is not the only difference. */
    private static JsonArrayBuilder dash(Measure measure) {
        return measure == Measure.OVERDUE ? Json.createArrayBuilder().add(5).add(4) : Json.createArrayBuilder();
    }

    private static void add(JsonArrayBuilder data, Figure figure) {
        if (figure.hidden()) {
            data.addNull();
        } else {
            data.add(figure.number());
        }
    }

    private String chart(String type, AreaFigures figures, JsonArrayBuilder series) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        List<YearMonth> months = figures.months().list();
        DateTimeFormatter name =
                DateTimeFormatter.ofPattern("LLL yy", language.get().locale());
        months.forEach(month -> labels.add(name.format(month)));
        JsonObjectBuilder scales = Json.createObjectBuilder()
                .add(
                        "x",
                        Json.createObjectBuilder()
                                .add("grid", Json.createObjectBuilder().add("display", false))
                                .add("ticks", Json.createObjectBuilder().add("color", "--ink-quiet")))
                .add(
                        "y",
                        Json.createObjectBuilder()
                                .add("beginAtZero", true)
                                .add("grid", Json.createObjectBuilder().add("color", "--line"))
                                .add(
                                        "ticks",
                                        Json.createObjectBuilder()
                                                .add("color", "--ink-quiet")
                                                .add("precision", 0)));
        JsonObjectBuilder legend = Json.createObjectBuilder()
                .add("position", "bottom")
                .add("labels", Json.createObjectBuilder().add("color", "--ink").add("usePointStyle", true));
        return Json.createObjectBuilder()
                .add("type", type)
                .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", series))
                .add(
                        "options",
                        Json.createObjectBuilder()
                                .add("locale", language.get().locale().toLanguageTag())
                                .add("animation", false)
                                .add("maintainAspectRatio", false)
                                .add("scales", scales)
                                .add("plugins", Json.createObjectBuilder().add("legend", legend)))
                .build()
                .toString()
                // Stands in a script element.
                .replace("<", "\\u003c");
    }
}

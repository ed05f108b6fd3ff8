package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import se.fixamingata.statistics.reading.AreaFigures;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.statistics.reading.MeasureTable;
import se.fixamingata.web.statistics.sheet.Cell;
import se.fixamingata.web.statistics.sheet.Cells;
import se.fixamingata.web.text.TextBean;

/** What a page of an area says before its tables: the main figures, the times in words, and the drawings. */
@Named("areaSummary")
@RequestScoped
public class AreaSummary {

    @Inject
    Chosen chosen;

    @Inject
    Cells cells;

    @Inject
    TimeWords words;

    @Inject
    MonthChart chart;

    @Inject
    TextBean text;

    private AreaFigures figures;

    void show(AreaFigures all) {
        figures = all;
    }

    /** The main figures in a sentence. */
    public String getLead() {
        Cell reported = total(Measure.REPORTED);
        Cell fixed = total(Measure.FIXED);
        return reported.hidden() || fixed.hidden()
                ? text.of("statistik.lead.few")
                : text.format("statistik.lead", chosen.getPeriodName(), reported.shown(), fixed.shown());
    }

    private Cell total(Measure measure) {
        return AreaSheets.row(figures, measure, chosen.category())
                .map(MeasureTable.Row::total)
                .map(cells::count)
                .orElseGet(() -> new Cell("0", 0, Cell.Kind.SHOWN, ""));
    }

    /** The three that everybody asks for: what it is and how many. */
    public List<Map.Entry<String, Cell>> getMain() {
        return List.of(Measure.REPORTED, Measure.FIXED, Measure.OPEN).stream()
                .map(measure -> Map.entry(text.of("statistik.main." + measure.code()), total(measure)))
                .toList();
    }

    /** How long it takes, in sentences. */
    public List<String> getTimes() {
        return words.of(figures.times(chosen.category()).orElse(TimeWords.nothing(chosen.category())));
    }

    /** What is drawn: the months of the first table. */
    public String getChart() {
        return chart.happened(figures, chosen.category());
    }

    public String getOpenChart() {
        return chart.open(figures, chosen.category());
    }

    /** One month is no line. */
    public boolean isDrawn() {
        return !chosen.period().isMonth();
    }
}

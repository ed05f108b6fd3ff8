package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import se.fixamingata.statistics.reading.AroundADay;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.web.statistics.sheet.Cells;
import se.fixamingata.web.statistics.sheet.Column;
import se.fixamingata.web.statistics.sheet.Line;
import se.fixamingata.web.statistics.sheet.Sheet;
import se.fixamingata.web.text.TextBean;

/** The table of what happened before and after a day. */
@RequestScoped
public class AroundSheets {

    @Inject
    Cells cells;

    @Inject
    TextBean text;

    /** How often each thing happened on both sides of the day. */
    Sheet around(AroundADay around, String title, Query page) {
        List<Column> columns = Stream.of("before", "after", "change")
                .map(key -> new Column(key, text.of("statistik.around." + key)))
                .toList();
        List<Line> lines = around.before().keySet().stream()
                .map(measure -> line(around, measure))
                .toList();
        return new Sheet(
                "fore-efter",
                title,
                text.of("statistik.around.what"),
                columns,
                lines,
                page.with("format", "csv").toString());
    }

    private Line line(AroundADay around, Measure measure) {
        var before = around.before().get(measure);
        var after = around.after().get(measure);
        return new Line(
                measure.code(),
                text.of("statistik.measure." + measure.code()),
                "",
                List.of(cells.count(before), cells.count(after), cells.change(before, after)));
    }
}

package se.fixamingata.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.export.ExportRow;
import se.fixamingata.report.Visibility;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** The columns of an exported list, in the reader's language and Swedish time. */
@RequestScoped
public class ExportColumns {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    TextBean text;

    @Inject
    Names names;

    @Inject
    Glyphs glyphs;

    @Inject
    ServiceSettings service;

    /** All that the reader may have, in the order of the file. */
    List<ExportColumn> of(boolean withReporters) {
        return all().filter(column -> withReporters || !column.personal()).toList();
    }

    /** What fits on a sheet of paper. */
    List<ExportColumn> forPaper() {
        List<String> wanted = List.of(
                "export.column.number",
                "export.column.title",
                "export.column.category",
                "export.column.status",
                "export.column.address",
                "export.column.received",
                "export.column.solve-due",
                "export.column.expected",
                "export.column.assignee");
        return all().filter(column -> wanted.contains(column.key())).toList();
    }

    private Stream<ExportColumn> all() {
        return Stream.of(
                column("number", 9, ExportRow::id),
                column("title", 40, ExportRow::title),
                column("category", 24, row -> names.category(row.categoryCode())),
                column("status", 18, row -> text.of(glyphs.key(row.status()))),
                column(
                        "priority",
                        12,
                        row -> text.of("export.priority." + row.priority().code())),
                column("visibility", 12, row -> visibility(row.visibility())),
                column("received", 17, row -> swedish(row.confirmedAt())),
                column("answered", 17, row -> swedish(row.answeredAt())),
                column("changed", 17, row -> swedish(row.changedAt())),
                column("answer-due", 12, ExportRow::answerDueOn),
                column("solve-due", 12, ExportRow::solveDueOn),
                column("expected", 12, ExportRow::expectedOn),
                column("assignee", 22, ExportRow::assignee),
                column("municipality", 16, row -> names.municipality(row.municipalityCode())),
                column("address", 34, ExportRow::address),
                column("lat", 11, ExportRow::lat),
                column("lon", 11, ExportRow::lon),
                column(
                        "source",
                        10,
                        row -> text.of("export.source." + row.source().name().toLowerCase(Locale.ROOT))),
                column("duplicate-of", 12, ExportRow::duplicateOf),
                personal("reporter", 24, ExportRow::reporterName),
                personal("email", 30, ExportRow::reporterEmail),
                personal("phone", 16, ExportRow::reporterPhone),
                column("description", 60, ExportRow::description),
                column("answers", 40, ExportColumns::answers),
                column("link", 40, row -> service.link("/rapport/" + row.id())));
    }

    private String visibility(Visibility visibility) {
        return text.of("export.visibility." + visibility.name().toLowerCase(Locale.ROOT));
    }

    private static String answers(ExportRow row) {
        return row.answers().stream()
                .map(answer -> answer.question() + " " + answer.shown())
                .collect(Collectors.joining("; "));
    }

    private static LocalDateTime swedish(Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, SWEDEN);
    }

    private static ExportColumn column(String name, int width, Function<ExportRow, Object> value) {
        return new ExportColumn("export.column." + name, width, false, value);
    }

    private static ExportColumn personal(String name, int width, Function<ExportRow, Object> value) {
        return new ExportColumn("export.column." + name, width, true, value);
    }
}

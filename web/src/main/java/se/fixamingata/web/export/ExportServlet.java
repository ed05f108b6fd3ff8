package se.fixamingata.web.export;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.account.Caller;
import se.fixamingata.export.Export;
import se.fixamingata.export.ExportRow;
import se.fixamingata.export.Exports;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/**
 * {@code /handlaggning/export/csv|xlsx|pdf?<inbox>} and {@code /handlaggning/export/rapport-{id}.pdf}. The filter is the inbox's own
 * address, so that what is exported is what is shown.
 */
@WebServlet("/handlaggning/export/*")
public class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Pattern REPORT = Pattern.compile("/rapport-([1-9][0-9]{0,17})\\.pdf");
    private static final List<ListFile> FORMATS = List.of(new CsvFile(), new XlsxFile(), new PdfFile());

    /** Two cores: more at once would only take longer each, and hold more memory. */
    private static final int MOST_AT_ONCE = 3;

    /** One being read, and one more. */
    private static final int MOST_OF_PERSON = 2;

    /** 100,000 reports of usual length are a fifth of it. */
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final transient ExportRoom room = new ExportRoom(MOST_AT_ONCE, MOST_OF_PERSON, MOST_BYTES);

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient ExportSelection selection;

    @Inject
    transient Exports exports;

    @Inject
    transient ExportColumns columns;

    @Inject
    transient CasePages cases;

    @Inject
    transient TextBean text;

    @Inject
    transient Names names;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Caller who = caller.get();
        Optional<ExportRoom.Ready> ready;
        try {
            ready = room.make(who.accountId(), () -> find(who, request));
        } catch (ExportRoom.Full full) {
            response.setHeader("Retry-After", "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        } catch (Spool.TooLarge large) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            request.getRequestDispatcher("/WEB-INF/errorpages/for-stor-fil.xhtml")
                    .forward(request, response);
            return;
        }
        if (ready.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (ExportRoom.Ready file = ready.get()) {
            send(file, response);
        }
    }

    private Optional<ExportRoom.Made> find(Caller who, HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher report = REPORT.matcher(path);
        if (report.matches()) {
            return report(who, Long.parseLong(report.group(1)));
        }
        return FORMATS.stream()
                .filter(one -> path.equals("/" + one.extension()))
                .findFirst()
                .flatMap(format -> list(format, who, request));
    }

    private Optional<ExportRoom.Made> report(Caller who, long id) {
        return cases.find(who, id)
                .map(page -> new ExportRoom.Made(
                        "application/pdf",
                        text.of("export.file.report", Long.toString(id)) + ".pdf",
                        out -> new CasePdf().write(page, out)));
    }

    private Optional<ExportRoom.Made> list(ListFile format, Caller who, HttpServletRequest request) {
        return selection.of(who, request).map(chosen -> {
            Export export = exports.begin(who, chosen.view(), format.extension(), format.most());
            List<ExportColumn> wanted = format.isForPaper() ? columns.forPaper() : columns.of(export.withReporters());
            LocalDate today = clock.instant().atZone(SWEDEN).toLocalDate();
            ExportTable table = new ExportTable(
                    text.of("export.title", names.authority(export.authorityCode())),
                    text.of("export.note", text.number(export.reports().size()), today),
                    wanted,
                    wanted.stream().map(column -> text.of(column.key())).toList(),
                    sink -> each(export, sink));
            return new ExportRoom.Made(
                    format.type(),
                    text.of("export.file.list", chosen.slug(), today) + "." + format.extension(),
                    out -> format.write(table, out));
        });
    }

    private void each(Export export, ExportTable.Sink sink) throws IOException {
        List<Long> all = export.reports();
        for (int from = 0; from < all.size(); from += Exports.PORTION) {
            for (ExportRow row :
                    exports.rows(export, all.subList(from, Math.min(all.size(), from + Exports.PORTION)))) {
                sink.take(row);
            }
        }
    }

    private static void send(ExportRoom.Ready file, HttpServletResponse response) throws IOException {
        response.setContentType(file.made().type());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + file.made().name() + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLengthLong(file.spool().size());
        file.spool().writeTo(response.getOutputStream());
    }
}

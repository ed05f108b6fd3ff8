package se.fixamingata.web.export;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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

    private final transient Semaphore room = new Semaphore(MOST_AT_ONCE);

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
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!room.tryAcquire()) {
            response.setHeader("Retry-After", "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            answer(request, response);
        } finally {
            room.release();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher report = REPORT.matcher(path);
        Optional<ListFile> format = FORMATS.stream()
                .filter(one -> path.equals("/" + one.extension()))
                .findFirst();
        if (report.matches()) {
            report(Long.parseLong(report.group(1)), response);
        } else if (format.isPresent()) {
            list(format.get(), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void report(long id, HttpServletResponse response) throws IOException {
        Optional<CasePage> page = cases.find(caller.get(), id);
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        head(response, "application/pdf", text.of("export.file.report", Long.toString(id)) + ".pdf");
        new CasePdf().write(page.get(), response.getOutputStream());
    }

    private void list(ListFile format, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller who = caller.get();
        Optional<ExportSelection.Chosen> chosen = selection.of(who, request);
        if (chosen.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Export export = exports.begin(who, chosen.get().view(), format.extension(), format.most());
        List<ExportColumn> wanted = format.isForPaper() ? columns.forPaper() : columns.of(export.withReporters());
        String authority = names.authority(export.authorityCode());
        LocalDate today = clock.instant().atZone(SWEDEN).toLocalDate();
        head(
                response,
                format.type(),
                text.of("export.file.list", chosen.get().slug(), today) + "." + format.extension());
        ExportTable table = new ExportTable(
                text.of("export.title", authority),
                text.of("export.note", text.number(export.reports().size()), today),
                wanted,
                wanted.stream().map(column -> text.of(column.key())).toList(),
                sink -> each(export, sink));
        OutputStream out = response.getOutputStream();
        format.write(table, out);
        out.flush();
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

    private static void head(HttpServletResponse response, String type, String fileName) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        response.setHeader("Cache-Control", "private, no-store");
    }
}

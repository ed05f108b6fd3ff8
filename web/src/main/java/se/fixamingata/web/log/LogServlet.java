package se.fixamingata.web.log;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditFilter;
import se.fixamingata.audit.AuditLine;
import se.fixamingata.staff.AuditDesk;
import se.fixamingata.web.export.CsvWriter;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** {@code /handlaggning/logg/csv} and {@code /drift/logg/csv}: the lines that the page's filter shows, all of them, as a file. */
@WebServlet(
        name = "log",
        urlPatterns = {LogRequest.DESK_PATH + "/csv", LogRequest.ALL_PATH + "/csv"})
public class LogServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** More at once would only take longer each. */
    private static final int MOST_AT_ONCE = 2;

    private final transient Semaphore room = new Semaphore(MOST_AT_ONCE);

    @Inject
    transient CurrentCaller callers;

    @Inject
    transient LogRequest asked;

    @Inject
    transient AuditDesk log;

    @Inject
    transient LogWords words;

    @Inject
    transient Names names;

    @Inject
    transient TextBean text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean all = request.getServletPath().startsWith(LogRequest.ALL_PATH);
        LogRequest.Asked what = all ? asked.ofAll(request) : asked.ofDesk(request);
        if (!room.tryAcquire()) {
            response.setHeader("Retry-After", "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            log.take(callers.get(), what.filter());
            response.setContentType("text/csv; charset=UTF-8");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\""
                            + text.of(
                                    "logg.file",
                                    what.address().from(),
                                    what.address().until()) + ".csv\"");
            response.setHeader("Cache-Control", "private, no-store");
            write(callers.get(), what.filter(), response.getOutputStream());
        } finally {
            room.release();
        }
    }

    private void write(Caller caller, AuditFilter filter, OutputStream out) throws IOException {
        CsvWriter file = new CsvWriter(out);
        file.row(Stream.of("at", "who", "email", "authority", "what", "code", "about", "subject", "from", "to")
                .map(column -> text.of("logg.column." + column))
                .toList());
        List<AuditLine> lines = log.page(caller, filter, null, AuditDesk.PORTION);
        int written = 0;
        while (!lines.isEmpty() && written < AuditDesk.MOST_IN_FILE) {
            for (AuditLine line : lines) {
                file.row(cells(line));
            }
            written += lines.size();
            lines = lines.size() < AuditDesk.PORTION
                    ? List.of()
                    : log.page(caller, filter, lines.get(lines.size() - 1).place(), AuditDesk.PORTION);
        }
        file.flush();
    }

    private List<Object> cells(AuditLine line) {
        List<Object> cells = new ArrayList<>();
        cells.add(LocalDateTime.ofInstant(line.at(), SWEDEN));
        cells.add(words.actor(line));
        cells.add(Objects.toString(line.email(), ""));
        cells.add(line.authorityCode() == null ? "" : names.authority(line.authorityCode()));
        cells.add(words.action(line));
        cells.add(line.action());
        cells.add(words.subject(line));
        cells.add(line.subject());
        cells.add(words.before(line));
        cells.add(words.after(line));
        return cells;
    }
}

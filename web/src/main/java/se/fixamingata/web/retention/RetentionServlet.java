package se.fixamingata.web.retention;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import se.fixamingata.account.Caller;
import se.fixamingata.retention.RetentionDesk;
import se.fixamingata.retention.RetentionRule;
import se.fixamingata.shared.PageMark;
import se.fixamingata.web.export.CsvWriter;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** {@code /drift/gallring/csv}: what one rule would take, as a file. */
@WebServlet(name = "retention", urlPatterns = "/drift/gallring/csv")
public class RetentionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** More at once would only take longer each. */
    private static final int MOST_AT_ONCE = 2;

    private final transient Semaphore room = new Semaphore(MOST_AT_ONCE);

    @Inject
    transient CurrentCaller callers;

    @Inject
    transient RetentionDesk desk;

    @Inject
    transient TextBean text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<RetentionRule> rule =
                RetentionRule.find(Objects.requireNonNullElse(request.getParameter("regel"), ""));
        if (rule.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!room.tryAcquire()) {
            response.setHeader("Retry-After", "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            desk.take(callers.get(), rule.get());
            response.setContentType("text/csv; charset=UTF-8");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\""
                            + text.of("gallring.file", rule.get().code()) + ".csv\"");
            response.setHeader("Cache-Control", "private, no-store");
            write(callers.get(), rule.get(), new CsvWriter(response.getOutputStream()));
        } finally {
            room.release();
        }
    }

    private void write(Caller caller, RetentionRule rule, CsvWriter file) throws IOException {
        file.row(List.of(text.of("gallring.column.number"), text.of("gallring.column.since")));
        List<PageMark> rows = desk.rows(caller, rule, null, RetentionDesk.PORTION);
        int written = 0;
        while (!rows.isEmpty() && written < RetentionDesk.MOST_IN_FILE) {
            for (PageMark row : rows) {
                file.row(List.of(row.id(), row.at().atZone(SWEDEN).toLocalDate().toString()));
            }
            written += rows.size();
            rows = rows.size() < RetentionDesk.PORTION
                    ? List.of()
                    : desk.rows(caller, rule, rows.get(rows.size() - 1), RetentionDesk.PORTION);
        }
        file.flush();
    }
}

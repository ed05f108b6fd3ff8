package se.fixamingata.web.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.omnifaces.util.Faces;
import se.fixamingata.retention.ReportHolds;
import se.fixamingata.shared.PageMark;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The reports that are kept back, on {@code /drift/gallring}. What was typed comes back with what is wrong with it. */
@Named("holdsPage")
@RequestScoped
public class HoldsPage {

    private static final int ROWS = 50;
    private static final String LIFT = "lyft";
    private static final int TYPED_MAX = 300;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    ReportHolds holds;

    @Inject
    TextBean text;

    private List<ReportHolds.Hold> rows = List.of();
    private boolean more;
    private String problem = "";

    /** Before rendering. */
    public void open() {
        if (request.getMethod().equals("POST")) {
            receive();
        }
        List<ReportHolds.Hold> found =
                holds.page(callers.get(), PageMark.parse(asked("undantag")).orElse(null), ROWS + 1);
        more = found.size() > ROWS;
        rows = more ? found.subList(0, ROWS) : found;
    }

    private void receive() {
        if (asked(LIFT).matches("\\d{1,18}")) {
            holds.lift(callers.get(), Long.parseLong(asked(LIFT)));
        } else {
            problem = holds.hold(callers.get(), asked("nummer"), asked("skal"));
        }
        if (problem.isEmpty()) {
            Faces.redirect(RetentionPage.PATH + "?klar=" + (asked(LIFT).isEmpty() ? "hallen" : "lyft"));
        } else {
            Faces.setResponseStatus(422);
        }
    }

    private String asked(String name) {
        String value = Objects.requireNonNullElse(request.getParameter(name), "");
        return value.length() > TYPED_MAX ? value.substring(0, TYPED_MAX) : value;
    }

    public List<ReportHolds.Hold> getRows() {
        return rows;
    }

    /** The page below this one; null when this is the last. */
    public String getOlder() {
        return more
                ? RetentionPage.PATH + "?undantag="
                        + rows.get(rows.size() - 1).place().text()
                : null;
    }

    /** What was typed. */
    public String getNumber() {
        return asked("nummer");
    }

    /** As {@link #getNumber}. */
    public String getReason() {
        return asked("skal");
    }

    /** In words; empty when there is none. */
    public String getProblem() {
        return problem.isEmpty() ? "" : text.of(problem);
    }

    /** The field that has to be mended. */
    public String getField() {
        return problem.endsWith("unknown") ? "nummer" : "skal";
    }

    /** What was just done, in words; null when nothing. */
    public String getDone() {
        return switch (asked("klar")) {
            case "hallen" -> text.of("gallring.hold.done");
            case "lyft" -> text.of("gallring.hold.lifted");
            default -> null;
        };
    }
}

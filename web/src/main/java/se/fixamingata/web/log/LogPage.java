package se.fixamingata.web.log;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import se.fixamingata.audit.AuditLine;
import se.fixamingata.audit.AuditPlace;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.staff.AuditDesk;
import se.fixamingata.web.security.CurrentCaller;

/** The pages {@code /handlaggning/logg} and {@code /drift/logg}. Newest first; a link leads to what is older. */
@Named("logPage")
@RequestScoped
public class LogPage {

    private static final int LINES = 50;
    private static final Pattern NUMBERED = Pattern.compile("(report|template|bulk):(\\d{1,18})");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    LogRequest asked;

    @Inject
    AuditDesk log;

    @Inject
    Authorities authorities;

    private LogRequest.Asked what;
    private List<AuditLine> lines = List.of();
    private boolean more;

    /** Before rendering the authority's own log. */
    public void open() {
        show(asked.ofDesk(request));
    }

    /** Before rendering the log of all. */
    public void openAll() {
        show(asked.ofAll(request));
    }

    private void show(LogRequest.Asked one) {
        what = one;
        AuditPlace place = AuditPlace.parse(request.getParameter("efter")).orElse(null);
        List<AuditLine> found = log.page(callers.get(), what.filter(), place, LINES + 1);
        more = found.size() > LINES;
        lines = more ? found.subList(0, LINES) : found;
    }

    public LogAddress getFilter() {
        return what.address();
    }

    public List<AuditLine> getLines() {
        return lines;
    }

    /** Where the form goes, and every link begins. */
    public String getPath() {
        return what.path();
    }

    /** The authority's name in addresses, for the form; empty for the log of all. */
    public String getDeskSlug() {
        return what.desk().replaceFirst("^a=", "");
    }

    public boolean isAll() {
        return what.desk().isEmpty();
    }

    /** Whether that authority is not known to us: then nothing is shown, rather than everything. */
    public boolean isAuthorityUnknown() {
        return what.unknown();
    }

    public List<Authority> getAuthorities() {
        return isAll() ? authorities.all() : List.of();
    }

    /** The page below this one; null when this is the last. */
    public String getOlder() {
        return more
                ? path(what.address()) + "&efter="
                        + lines.get(lines.size() - 1).place().text()
                : null;
    }

    /** The first page; null when this is it. */
    public String getNewest() {
        return request.getParameter("efter") == null ? null : path(what.address());
    }

    public String getFile() {
        return what.path() + "/csv?" + what.address().query(what.desk());
    }

    /** The page without any filter. */
    public String getPlain() {
        return what.path() + (what.desk().isEmpty() ? "" : "?" + what.desk());
    }

    /** All that the same person did. */
    public String byPath(AuditLine line) {
        return path(what.address().withAccount(line.accountId()));
    }

    /** All that happened to the same thing. */
    public String aboutPath(AuditLine line) {
        return path(what.address().withAbout(line.subject()));
    }

    private String path(LogAddress address) {
        return what.path() + "?" + address.query(what.desk());
    }

    /** The page of what the line is about; null when it has none. */
    public String subjectPath(AuditLine line) {
        var numbered = NUMBERED.matcher(line.subject());
        if (!numbered.matches()) {
            return null;
        }
        return switch (numbered.group(1)) {
            case "report" -> "/handlaggning/rapport/" + numbered.group(2);
            case "template" -> "/handlaggning/svarsmallar/" + numbered.group(2);
            default -> "/handlaggning/andringar/pagar/" + numbered.group(2);
        };
    }

    /** Whether anything but the usual days is asked for. */
    public boolean isFiltered() {
        return request.getQueryString() != null && request.getQueryString().contains("fran=");
    }
}

package se.fixamingata.web.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import se.fixamingata.retention.Delay;
import se.fixamingata.retention.RetentionDesk;
import se.fixamingata.retention.RetentionOutlook;
import se.fixamingata.retention.RetentionRule;
import se.fixamingata.retention.RuleLine;
import se.fixamingata.shared.PageMark;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;
import se.fixamingata.web.text.Times;

/** The page {@code /drift/gallring}: the rules, and below them what one of them would take. */
@Named("retentionPage")
@RequestScoped
public class RetentionPage {

    static final String PATH = "/drift/gallring";

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int ROWS = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    RetentionDesk desk;

    @Inject
    TextBean text;

    @Inject
    Times times;

    private RetentionOutlook outlook;
    private RetentionRule rule;
    private List<PageMark> rows = List.of();
    private boolean more;

    /** Before rendering. */
    public void open() {
        outlook = desk.outlook(callers.get());
        rule = RetentionRule.find(asked("regel")).orElse(null);
        if (rule != null) {
            PageMark after = PageMark.parse(asked("efter")).orElse(null);
            List<PageMark> found = desk.rows(callers.get(), rule, after, ROWS + 1);
            more = found.size() > ROWS;
            rows = more ? found.subList(0, ROWS) : found;
        }
    }

    private String asked(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public RetentionOutlook getOutlook() {
        return outlook;
    }

    /** Null when no list is shown. */
    public RetentionRule getRule() {
        return rule;
    }

    public List<PageMark> getRows() {
        return rows;
    }

    public String name(RetentionRule one) {
        return text.of("gallring.rule." + one.code());
    }

    public String meaning(RetentionRule one) {
        return text.of("gallring.about." + one.code());
    }

    public String period(RuleLine line) {
        int months = line.period().getMonths();
        return months > 0
                ? text.of("gallring.months", months)
                : text.of("gallring.days", line.period().getDays());
    }

    public String going(RuleLine line) {
        return line.going() > RetentionDesk.COUNTED
                ? text.of("gallring.more", RetentionDesk.COUNTED)
                : text.number(line.going());
    }

    /** Of a rule that tells no count: none yet, each in the log, or not counted at all. */
    public String unknown(RetentionRule one) {
        if (one.isNightly()) {
            return text.of("gallring.never");
        }
        return one == RetentionRule.UNCONFIRMED_REPORT || one == RetentionRule.UNCONFIRMED_COMMENT
                ? text.of("gallring.in-log")
                : text.of("gallring.uncounted");
    }

    public String path(RetentionRule one) {
        return PATH + "?regel=" + one.code();
    }

    public String getFile() {
        return PATH + "/csv?regel=" + rule.code();
    }

    /** The page below this one; null when this is the last. */
    public String getOlder() {
        return more ? path(rule) + "&efter=" + rows.get(rows.size() - 1).text() : null;
    }

    /** The first page; null when this is it. */
    public String getFirst() {
        return asked("efter").isEmpty() ? null : path(rule);
    }

    /** The Swedish day. */
    public String since(PageMark row) {
        return times.day(row.at().atZone(SWEDEN).toLocalDate());
    }

    /** Where a row's report is; null when it is none. */
    public String link(PageMark row) {
        return rule == RetentionRule.REPORT ? "/rapport/" + row.id() : null;
    }

    /** Why reports wait, those reasons that there are. */
    public List<Delay> getDelays() {
        return Arrays.stream(Delay.values())
                .filter(delay -> outlook.delayed().getOrDefault(delay, 0L) > 0)
                .toList();
    }

    public String delay(Delay delay) {
        return text.of("gallring.delay." + delay.code(), outlook.delayed().get(delay));
    }
}

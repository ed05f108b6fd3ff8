package se.fixamingata.web.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.operatordesk.MailFilter;
import se.fixamingata.operatordesk.MailLine;
import se.fixamingata.operatordesk.MailLog;
import se.fixamingata.shared.PageMark;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /drift/utskick}: the mail log. Somebody's mails are asked for by a form that is posted: no address stands in a URL. */
@Named("mailLogPage")
@RequestScoped
public class MailLogPage {

    private static final String PATH = "/drift/utskick";
    private static final int TYPED_MAX = 300;

    @Inject
    Typed typed;

    @Inject
    CurrentCaller callers;

    @Inject
    MailLog log;

    @Inject
    TextBean text;

    private List<MailLine> lines = List.of();
    private Map<MailFilter, Long> counts = Map.of();
    private boolean searched;
    private boolean wrong;

    /** Before rendering. */
    public void open() {
        if (typed.isPost()) {
            switch (typed.text("action")) {
                case "again" -> {
                    boolean going = log.sendAgain(callers.get(), typed.number("id"));
                    Faces.redirect(path(getFilter(), null) + "&klar=" + (going ? "igen" : "nej"));
                    return;
                }
                case "find" -> find();
                default -> throw new NotPermitted();
            }
        } else {
            lines = log.page(
                    callers.get(),
                    getFilter(),
                    getKind(),
                    PageMark.parse(typed.text("efter")).orElse(null));
        }
        counts = log.counts(callers.get());
    }

    private void find() {
        Optional<List<MailLine>> found = log.of(callers.get(), getEmail());
        searched = found.isPresent();
        wrong = found.isEmpty();
        lines = found.orElse(List.of());
        if (wrong) {
            Faces.setResponseStatus(422);
        }
    }

    public List<MailLine> getLines() {
        return lines.size() > MailLog.PAGE ? lines.subList(0, MailLog.PAGE) : lines;
    }

    /** Whether the mails of one address are shown. */
    public boolean isSearched() {
        return searched;
    }

    /** Whether what was typed is no address. */
    public boolean isWrong() {
        return wrong;
    }

    /** What was typed. */
    public String getEmail() {
        String email = typed.text("epost");
        return email.length() > TYPED_MAX ? email.substring(0, TYPED_MAX) : email;
    }

    public MailFilter getFilter() {
        return MailFilter.find(typed.text("visa")).orElse(MailFilter.FAILED);
    }

    public MailFilter[] getFilters() {
        return MailFilter.values();
    }

    public NotificationKind[] getKinds() {
        return NotificationKind.values();
    }

    /** Null for every kind. */
    public NotificationKind getKind() {
        return Arrays.stream(NotificationKind.values())
                .filter(kind -> kind.name().equals(typed.text("slag")))
                .findFirst()
                .orElse(null);
    }

    /** {@code page} for the one that is shown, for the attribute {@code aria-current}; null for the others. */
    public String current(MailFilter one) {
        return one == getFilter() && !searched && !wrong ? "page" : null;
    }

    /** As far as it is counted, in words; empty for what is not. */
    public String count(MailFilter one) {
        Long count = counts.get(one);
        return count == null ? "" : text.number(count) + (count >= MailLog.COUNTED ? "+" : "");
    }

    public String path(MailFilter one) {
        return path(one, null);
    }

    private String path(MailFilter one, PageMark after) {
        return PATH + "?visa=" + one.code() + (getKind() == null ? "" : "&slag=" + getKind())
                + (after == null ? "" : "&efter=" + after.text());
    }

    /** Null on the first page. */
    public String getNewest() {
        return typed.text("efter").isEmpty() ? null : path(getFilter());
    }

    /** Null on the last page. */
    public String getOlder() {
        return lines.size() > MailLog.PAGE
                ? path(getFilter(), lines.get(MailLog.PAGE - 1).mark())
                : null;
    }

    /** What became of the request before: {@code igen}, {@code nej} or nothing. */
    public String getDone() {
        return typed.text("klar");
    }
}

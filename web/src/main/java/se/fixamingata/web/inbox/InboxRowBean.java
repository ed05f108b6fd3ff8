package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.deadline.Lateness;
import se.fixamingata.inbox.InboxRow;
import se.fixamingata.report.Priority;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.Visibility;
import se.fixamingata.web.desk.CurrentDesk;

/** What a row of the inbox says beyond its values: whose turn it is, what is late. */
@Named("inboxRow")
@RequestScoped
public class InboxRowBean {

    @Inject
    Clock clock;

    @Inject
    CurrentDesk desk;

    private String from;

    /** The report's address, with the way back to the inbox as it is shown. */
    public String link(InboxRow row, String address) {
        if (from == null) {
            String back = desk.getQuery() + (address.isEmpty() ? "" : "&" + address);
            from = "?fran=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        }
        return "/handlaggning/rapport/" + row.id() + from;
    }

    /** Open, and nothing said in public yet. */
    public boolean isNew(InboxRow row) {
        return isOpen(row) && row.answeredAt() == null;
    }

    /** The promised day has passed. */
    public boolean isLate(InboxRow row) {
        return isOpen(row) && row.expectedOn() != null && row.expectedOn().isBefore(today());
    }

    /** How its deadline lies to today, as {@link Lateness} is called in styles and keys; empty when there is time left, or it is done. */
    public String deadline(InboxRow row) {
        return isOpen(row)
                ? Lateness.of(row.solveDueOn(), today()).map(Lateness::code).orElse("")
                : "";
    }

    /** Nothing said in public, and the day for that has passed. */
    public boolean isUnanswered(InboxRow row) {
        return isNew(row) && row.answerDueOn() != null && row.answerDueOn().isBefore(today());
    }

    private LocalDate today() {
        return WorkingCalendar.day(clock.instant());
    }

    /** The reporter still has time to answer. */
    public boolean isWaiting(InboxRow row) {
        return row.waitingUntil() != null && row.waitingUntil().isAfter(now());
    }

    /** The reporter was asked and has not answered in time. */
    public boolean isBack(InboxRow row) {
        return isOpen(row) && row.waitingUntil() != null && !row.waitingUntil().isAfter(now());
    }

    public boolean isUrgent(InboxRow row) {
        return row.priority().compareTo(Priority.NORMAL) > 0;
    }

    public boolean isHidden(InboxRow row) {
        return row.visibility() == Visibility.HIDDEN;
    }

    public boolean isPrivate(InboxRow row) {
        return row.visibility() == Visibility.PRIVATE;
    }

    private static boolean isOpen(InboxRow row) {
        return row.status().group() == StatusGroup.OPEN;
    }

    private Instant now() {
        return clock.instant();
    }
}

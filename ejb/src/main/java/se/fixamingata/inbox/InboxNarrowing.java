package se.fixamingata.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.deadline.Lateness;
import se.fixamingata.report.Priority;
import se.fixamingata.shared.SqlTime;

/** What each of the inbox's filters asks of a report, in SQL; whose reports they are is {@link InboxCondition}'s. */
final class InboxNarrowing {

    private InboxNarrowing() {}

    /** Adds what the criteria ask of a report beyond whose it is and which status it has. */
    static InboxCondition narrow(InboxCondition condition, Caller caller, InboxCriteria criteria, Instant now) {
        condition.oneOf("category_code", criteria.categories());
        condition.oneOf(
                "priority", criteria.priorities().stream().map(Priority::name).toList());
        assignee(condition, caller, criteria.assignee());
        Instant from = criteria.period().from(now);
        Instant to = criteria.period().to(now);
        if (from != null) {
            condition.and("confirmed_at >= ?", SqlTime.text(from));
        }
        if (to != null) {
            condition.and("confirmed_at < ?", SqlTime.text(to));
        }
        LocalDate today = WorkingCalendar.day(now);
        due(condition, criteria.due(), today);
        late(condition, criteria.late(), today);
        flags(condition, criteria, now);
        if (criteria.area() != null) {
            condition.and(
                    "lat between ? and ?",
                    criteria.area().south(),
                    criteria.area().north());
            condition.and(
                    "lon between ? and ?",
                    criteria.area().west(),
                    criteria.area().east());
        }
        return condition;
    }

    private static void assignee(InboxCondition condition, Caller caller, Assignee assignee) {
        if (assignee != null && assignee.kind() == Assignee.Kind.NOBODY) {
            condition.and("assignee_id is null");
        } else if (assignee != null) {
            condition.and("assignee_id = ?", assignee.account(caller));
        }
    }

    private static void due(InboxCondition condition, Due due, LocalDate today) {
        if (due == Due.PASSED) {
            condition.and("expected_on < ?", today.toString());
        } else if (due == Due.WEEK) {
            condition.and(
                    "expected_on between ? and ?",
                    today.toString(),
                    today.plusDays(7).toString());
        } else if (due == Due.NONE) {
            condition.and("expected_on is null");
        }
    }

    private static void late(InboxCondition condition, Set<Lateness> late, LocalDate today) {
        if (late.isEmpty()) {
            return;
        }
        List<String> any = new ArrayList<>();
        List<Object> days = new ArrayList<>();
        for (Lateness one : late.stream().sorted().toList()) {
            Lateness.Span span = one.span(today);
            any.add(span.first() == null ? "open_due_on <= ?" : "open_due_on between ? and ?");
            Stream.of(span.first(), span.last())
                    .filter(Objects::nonNull)
                    .map(LocalDate::toString)
                    .forEach(days::add);
        }
        condition.and("(" + String.join(" or ", any) + ")", days.toArray());
    }

    private static void flags(InboxCondition condition, InboxCriteria criteria, Instant now) {
        if (criteria.flags().isEmpty()) {
            return;
        }
        List<String> any = new ArrayList<>();
        List<Object> moments = new ArrayList<>();
        for (DeskFlag flag : criteria.flags().stream().sorted().toList()) {
            switch (flag) {
                case NEW -> any.add("(answered_at is null and " + InboxCondition.OPEN + ")");
                case UNANSWERED -> {
                    any.add("open_answer_due_on < ?");
                    moments.add(WorkingCalendar.day(now).toString());
                }
                case NEWS -> any.add("news_at > '2000-01-01'");
                case WAITING, BACK -> {
                    any.add("waiting_until " + (flag == DeskFlag.WAITING ? ">" : "<=") + " ?");
                    moments.add(SqlTime.text(now));
                }
                case TURN -> {
                    any.add("waiting_until is null or waiting_until <= ?");
                    moments.add(SqlTime.text(now));
                }
                case UNDELIVERED -> {
                    // One list of few numbers: two conditions with "or" would be asked of every report.
                    any.add("id in (select report_id from (select report_id from delivery where authority_code = ? and "
                            + InboxCondition.STUCK + " union select report_id from notification where "
                            + InboxCondition.STUCK_WORDS + ") as stuck)");
                    moments.add(criteria.authorityCode());
                }
            }
        }
        condition.and("(" + String.join(" or ", any) + ")", moments.toArray());
    }
}

package se.fixamingata.inbox;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.deadline.Lateness;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/**
 * Which of an authority's reports are meant. What is empty or null is no limit; within a field any value fits, all fields must.
 *
 * @param categories codes
 * @param assignee null for anybody
 * @param due null for any
 * @param late any of them; only what is open has a deadline
 * @param flags any of them
 * @param text words that must all occur in title, description or address; {@code #1234} is that report of the authority's, whatever
 *     the other criteria say; null for none. Longer than {@value #TEXT_MAX} characters is cut
 * @param area only what lies in it; null for everywhere
 */
public record InboxCriteria(
        String authorityCode,
        Set<ReportStatus> statuses,
        Set<String> categories,
        Assignee assignee,
        Set<Priority> priorities,
        InboxPeriod period,
        Due due,
        Set<Lateness> late,
        Set<DeskFlag> flags,
        String text,
        BoundingBox area) {

    /** Longest text that is searched for. */
    public static final int TEXT_MAX = 100;

    /** What there is to do: what an inbox shows unless told otherwise. */
    public static final Set<ReportStatus> OPEN = inGroup(StatusGroup.OPEN);

    public InboxCriteria {
        Objects.requireNonNull(authorityCode, "An inbox is an authority's");
        statuses = Set.copyOf(statuses);
        categories = Set.copyOf(categories);
        priorities = Set.copyOf(priorities);
        late = Set.copyOf(late);
        flags = Set.copyOf(flags);
        text = text == null || text.isBlank() ? null : text.strip();
        if (text != null && text.length() > TEXT_MAX) {
            text = text.substring(0, TEXT_MAX);
        }
    }

    /** All that is open. */
    public static InboxCriteria open(String authorityCode) {
        return new InboxCriteria(
                authorityCode, OPEN, Set.of(), null, Set.of(), InboxPeriod.ANY, null, Set.of(), Set.of(), null, null);
    }

    /** The confirmed statuses of that group. */
    public static Set<ReportStatus> inGroup(StatusGroup group) {
        return Arrays.stream(ReportStatus.values())
                .filter(status -> status != ReportStatus.UNCONFIRMED && status.group() == group)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportStatus.class)));
    }

    /** Whether more than status, category and deadline decides. */
    boolean isFurtherLimited() {
        return assignee != null
                || !priorities.isEmpty()
                || !period.equals(InboxPeriod.ANY)
                || due != null
                || area != null
                || !flags.isEmpty()
                || text != null;
    }

    public InboxCriteria withStatuses(Set<ReportStatus> others) {
        return new InboxCriteria(
                authorityCode, others, categories, assignee, priorities, period, due, late, flags, text, area);
    }

    public InboxCriteria withAssignee(Assignee other) {
        return new InboxCriteria(
                authorityCode, statuses, categories, other, priorities, period, due, late, flags, text, area);
    }

    public InboxCriteria withDue(Due other) {
        return new InboxCriteria(
                authorityCode, statuses, categories, assignee, priorities, period, other, late, flags, text, area);
    }

    public InboxCriteria withLate(Set<Lateness> others) {
        return new InboxCriteria(
                authorityCode, statuses, categories, assignee, priorities, period, due, others, flags, text, area);
    }

    public InboxCriteria withFlags(Set<DeskFlag> others) {
        return new InboxCriteria(
                authorityCode, statuses, categories, assignee, priorities, period, due, late, others, text, area);
    }
}

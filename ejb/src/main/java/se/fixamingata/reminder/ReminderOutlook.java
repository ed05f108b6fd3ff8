package se.fixamingata.reminder;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Who is going to be reminded of what, if nothing happens until then.
 *
 * @param day the next working morning
 * @param hour in Sweden; null when the job only runs by hand
 * @param live whether the authority takes part; it gets no reminders before
 * @param paused whether its connection is paused by hand, and its reminders with it
 * @param rounds reminders of one report, before the administrators are told
 * @param every working days from one to the next
 * @param recipients those with most first
 * @param more whether there are others besides
 * @param nobodys reports of which nobody can be told: there is neither an address nor an administrator
 */
public record ReminderOutlook(
        LocalDate day,
        LocalTime hour,
        boolean live,
        boolean paused,
        int rounds,
        int every,
        List<Recipient> recipients,
        boolean more,
        long nobodys) {

    public ReminderOutlook {
        recipients = List.copyOf(recipients);
    }

    /**
     * One mail.
     *
     * @param escalated of how many of them the office was reminded in vain
     * @param items the latest ones
     */
    public record Recipient(String email, long unanswered, long unsolved, long escalated, List<Item> items) {

        public Recipient {
            items = List.copyOf(items);
        }

        public long total() {
            return unanswered + unsolved;
        }

        /** How many are counted and not shown. */
        public long rest() {
            return total() - items.size();
        }
    }

    /**
     * One report.
     *
     * @param round which reminder of it this is
     */
    public record Item(
            long reportId,
            String title,
            String categoryCode,
            ReminderKind kind,
            int round,
            boolean escalated,
            LocalDate dueOn) {}
}

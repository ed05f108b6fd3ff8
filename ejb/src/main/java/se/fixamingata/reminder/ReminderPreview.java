package se.fixamingata.reminder;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.integration.Integration;
import se.fixamingata.jobs.timetable.CronTime;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.jobs.timetable.TimetableEntry;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.AuthorityState;
import se.fixamingata.reminder.ReminderOutlook.Item;
import se.fixamingata.reminder.ReminderOutlook.Recipient;

/** What the next working morning brings an authority's people, by the rule that sends it. */
@Stateless
public class ReminderPreview {

    /** The job's name. */
    public static final String JOB = "deadline-reminders";

    /** Recipients that are shown; no authority has so many. */
    static final int RECIPIENTS = 50;

    /** Reports that are shown of each. */
    static final int ITEMS = 5;

    private static final String MINE = " where (?10 = '' or find_in_set(x.category_code, ?10))";

    private static final String COUNTS =
            "select x.recipient, sum(x.kind = 'ANSWER'), sum(x.kind = 'SOLVE'), sum(x.escalated) from (%s) x" + MINE
                    + " group by x.recipient order by x.recipient is null desc, count(*) desc, x.recipient";

    private static final String ITEM_ROWS =
            "select y.recipient, y.report_id, r.title, y.category_code, y.kind, y.round,"
                    + " y.escalated, cast(y.due_on as char) from (select x.*, row_number() over (partition by x.recipient"
                    + " order by x.due_on, x.report_id) as place from (%s) x" + MINE + " and x.recipient is not null) y"
                    + " join report r on r.id = y.report_id where y.place <= " + ITEMS
                    + " order by y.recipient, y.place";

    @Inject
    EntityManager em;

    @Inject
    ReminderSettings settings;

    @Inject
    Timetable timetable;

    @Inject
    Clock clock;

    /** For the container. */
    public ReminderPreview() {}

    /** For tests. */
    ReminderPreview(EntityManager em, ReminderSettings settings, Timetable timetable, Clock clock) {
        this.em = em;
        this.settings = settings;
        this.timetable = timetable;
        this.clock = clock;
    }

    /**
     * Who will be reminded of what. An administrator of some categories sees those.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller administers that authority
     */
    public ReminderOutlook find(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        Optional<CronTime> hour = timetable.find(JOB).flatMap(TimetableEntry::when);
        LocalDate day = ReminderMorning.next(clock.instant(), hour);
        String categories = String.join(",", Permissions.categories(caller, authorityCode));
        List<Object[]> counts = rows(COUNTS, day, authorityCode, categories, RECIPIENTS + 2);
        Map<String, List<Item>> items = new HashMap<>();
        if (!counts.isEmpty()) {
            rows(ITEM_ROWS, day, authorityCode, categories, (RECIPIENTS + 2) * ITEMS)
                    .forEach(row -> items.computeIfAbsent((String) row[0], any -> new ArrayList<>())
                            .add(item(row)));
        }
        List<Recipient> recipients = counts.stream()
                .filter(row -> row[0] != null)
                .map(row -> recipient(row, items))
                .toList();
        return new ReminderOutlook(
                day,
                hour.map(CronTime::time).orElse(null),
                em.find(Authority.class, authorityCode).state() == AuthorityState.LIVE,
                isPaused(authorityCode),
                settings.rounds(),
                settings.every(),
                recipients.subList(0, Math.min(RECIPIENTS, recipients.size())),
                recipients.size() > RECIPIENTS,
                counts.stream()
                        .filter(row -> row[0] == null)
                        .mapToLong(row -> ReminderReading.number(row[1]) + ReminderReading.number(row[2]))
                        .sum());
    }

    private boolean isPaused(String authorityCode) {
        return Optional.ofNullable(em.find(Integration.class, authorityCode))
                .filter(Integration::isPaused)
                .isPresent();
    }

    private List<Object[]> rows(String sql, LocalDate day, String authorityCode, String categories, int most) {
        return ReminderReading.rows(
                DueReminders.query(em, sql.formatted(DueReminders.sql(1)), day, settings, List.of(authorityCode))
                        .setParameter(DueReminders.OWN, categories)
                        .setMaxResults(most)
                        .getResultList());
    }

    private static Recipient recipient(Object[] row, Map<String, List<Item>> items) {
        String email = (String) row[0];
        return new Recipient(
                email,
                ReminderReading.number(row[1]),
                ReminderReading.number(row[2]),
                ReminderReading.number(row[3]),
                items.getOrDefault(email, List.of()));
    }

    private static Item item(Object[] row) {
        return new Item(
                ReminderReading.number(row[1]),
                (String) row[2],
                (String) row[3],
                ReminderKind.valueOf((String) row[4]),
                (int) ReminderReading.number(row[5]),
                ReminderReading.flag(row[6]),
                LocalDate.parse((String) row[7]));
    }
}

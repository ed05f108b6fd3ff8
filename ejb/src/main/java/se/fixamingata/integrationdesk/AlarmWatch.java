package se.fixamingata.integrationdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.fixamingata.account.Account;
import se.fixamingata.integration.Integration;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.shared.SqlTime;

/**
 * Finds the authorities to which nothing goes through: reports, or residents' words, have waited for the set time, and none of their
 * kind has arrived in it; or their server could not be asked all that time; or letters have come back, and nobody has done anything about it for the set time. Each is
 * told of once, and once more when it is over. Who is paused by hand is no alarm.
 */
@ApplicationScoped
public class AlarmWatch {

    /**
     * What was given up counts as long as nothing has gone through since: then it was not that report's own fault. What their system
     * leaves lying, and what has no service of theirs to go to, counts although others go through: it will not go by itself.
     */
    private static final String STUCK =
            """
            select d.authority_code, count(*), %s, 0, 0, 0
              from delivery d left join integration i on i.authority_code = d.authority_code
              left join (select authority_code, max(delivered_at) at from delivery group by authority_code) arrived
                on arrived.authority_code = d.authority_code
             where d.state in ('DUE', 'TO_FETCH', 'PARKED', 'WAITING_FOR_ADDRESS') and i.paused_at is null
               and coalesce(i.alarm_hours, ?2) > 0
               and coalesce(d.due_since, d.created_at) <= ?1 - interval coalesce(i.alarm_hours, ?2) hour
               and case d.state
                     when 'TO_FETCH' then true
                     when 'WAITING_FOR_ADDRESS' then i.channel = 'OPEN311'
                     else (arrived.at is null or arrived.at <= ?1 - interval coalesce(i.alarm_hours, ?2) hour)
                          and (d.state <> 'PARKED' or arrived.at is null or coalesce(d.due_since, d.created_at) > arrived.at)
                   end
             group by d.authority_code"""
                    .formatted(SqlTime.micros("min(coalesce(d.due_since, d.created_at))"));

    /** As reports, by themselves: a server may take the ones and not the others. A number may be days in coming. */
    private static final String WORDS =
            """
            select w.authority_code, 0, %s, 0, 0, count(*)
              from update_delivery w
              join integration i on i.authority_code = w.authority_code and i.channel = 'OPEN311' and i.paused_at is null
              left join (select authority_code, max(delivered_at) at from update_delivery group by authority_code) arrived
                on arrived.authority_code = w.authority_code
             where w.state in ('DUE', 'PARKED', 'WAITING_FOR_NUMBER') and coalesce(i.alarm_hours, ?2) > 0
               and coalesce(w.due_since, w.created_at)
                   <= ?1 - interval coalesce(i.alarm_hours, ?2) + if(w.state = 'WAITING_FOR_NUMBER', 72, 0) hour
               and (w.state = 'WAITING_FOR_NUMBER'
                    or (arrived.at is null or arrived.at <= ?1 - interval coalesce(i.alarm_hours, ?2) hour)
                       and (w.state <> 'PARKED' or arrived.at is null or coalesce(w.due_since, w.created_at) > arrived.at))
             group by w.authority_code"""
                    .formatted(SqlTime.micros("min(coalesce(w.due_since, w.created_at))"));

    private static final String SILENT =
            """
            select e.authority_code, 0, null, 1, 0, 0
              from open311_endpoint e
              join integration i on i.authority_code = e.authority_code and i.channel = 'OPEN311' and i.paused_at is null
             where e.poll_failures > 0 and coalesce(i.alarm_hours, ?2) > 0
               and coalesce(e.poll_succeeded_at, e.changed_at) <= ?1 - interval coalesce(i.alarm_hours, ?2) hour""";

    /** That others go through says nothing: each category may have an address of its own. */
    private static final String BOUNCED =
            """
            select d.authority_code, 0, %s, 0, count(*), 0
              from delivery d left join integration i on i.authority_code = d.authority_code
             where d.state = 'BOUNCED' and i.paused_at is null and coalesce(i.alarm_hours, ?2) > 0
               and coalesce(d.due_since, d.created_at) <= ?1 - interval coalesce(i.alarm_hours, ?2) hour
             group by d.authority_code"""
                    .formatted(SqlTime.micros("min(coalesce(d.due_since, d.created_at))"));

    private static final String NOTE =
            """
            insert into integration (authority_code, channel, trusts_mail, alarmed_at, changed_at, version)
            values (?1, 'MAIL', false, ?2, ?3, 0)
            on duplicate key update alarmed_at = values(alarmed_at)""";

    @Inject
    EntityManager em;

    private final AlarmSettings settings;
    private final Notifications notifications;
    private final OneAtATime turns;
    private final Clock clock;

    /** For the container's proxies. */
    protected AlarmWatch() {
        this(null, null, (OneAtATime) null, null);
    }

    @Inject
    AlarmWatch(AlarmSettings settings, Notifications notifications, OneAtATime turns, Clock clock) {
        this.settings = settings;
        this.notifications = notifications;
        this.turns = turns;
        this.clock = clock;
    }

    /** For tests. */
    AlarmWatch(EntityManager em, AlarmSettings settings, Notifications notifications, Clock clock) {
        this(settings, notifications, new OneAtATime(em), clock);
        this.em = em;
    }

    private record Trouble(int waiting, Instant oldest, boolean silent, int bounced, int words) {

        Trouble and(Trouble other) {
            return new Trouble(
                    waiting + other.waiting,
                    oldest == null || other.oldest != null && other.oldest.isBefore(oldest) ? other.oldest : oldest,
                    silent || other.silent,
                    bounced + other.bounced,
                    words + other.words);
        }
    }

    /** Looks at all authorities; two servers take turns. Needs a transaction. */
    public void look() {
        turns.enter("integration-alarm");
        Map<String, Trouble> troubles = new TreeMap<>();
        Stream.of(STUCK, BOUNCED, WORDS, SILENT)
                .flatMap(sql -> rows(sql).stream())
                .forEach(row -> troubles.merge((String) row[0], trouble(row), Trouble::and));
        for (Alarm open : em.createNamedQuery("Alarm.open", Alarm.class).getResultList()) {
            if (troubles.remove(open.authorityCode()) == null) {
                end(open);
            }
        }
        troubles.forEach(this::raise);
    }

    private static Trouble trouble(Object[] row) {
        return new Trouble(
                count(row[1]),
                SqlTime.instant(row[2]),
                OpenDeliveries.number(row[3]) == 1,
                count(row[4]),
                count(row[5]));
    }

    private static int count(Object number) {
        return (int) OpenDeliveries.number(number);
    }

    private void raise(String authorityCode, Trouble trouble) {
        Instant now = clock.instant();
        Alarm alarm = new Alarm(authorityCode, trouble.waiting(), trouble.oldest(), trouble.silent(), now)
                .withBounced(trouble.bounced())
                .withWords(trouble.words());
        em.persist(alarm);
        em.flush();
        note(authorityCode, SqlTime.text(now));
        mail(NotificationKind.INTEGRATION_ALARM, alarm);
    }

    /** Who closed the way, or wants no alarm any more, need not be told that it is over. */
    private void end(Alarm alarm) {
        alarm.end(clock.instant());
        note(alarm.authorityCode(), null);
        Integration way = em.find(Integration.class, alarm.authorityCode());
        boolean watched =
                way == null || !way.isPaused() && (way.alarmHours() == null ? settings.hours() : way.alarmHours()) > 0;
        if (watched) {
            mail(NotificationKind.INTEGRATION_MENDED, alarm);
        }
    }

    private void note(String authorityCode, String alarmedAt) {
        em.createNativeQuery(NOTE)
                .setParameter(1, authorityCode)
                .setParameter(2, alarmedAt)
                .setParameter(3, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    private void mail(NotificationKind kind, Alarm alarm) {
        Set<String> recipients = new LinkedHashSet<>();
        recipients.add(settings.operator());
        Integration way = em.find(Integration.class, alarm.authorityCode());
        if (way != null && way.alarmEmail() != null) {
            recipients.add(way.alarmEmail());
        }
        recipients.forEach(to -> notifications.plan(kind, null, alarm.id(), to, language(to)));
    }

    /** Of whoever has an account; Swedish for an address that is nobody's, whose mail says it in both languages. */
    private Language language(String recipient) {
        return AlarmMails.account(em, recipient).map(Account::language).orElse(Language.SV);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql) {
        Query query = em.createNativeQuery(sql)
                .setParameter(1, SqlTime.text(clock.instant()))
                .setParameter(2, settings.hours());
        return query.getResultList();
    }
}

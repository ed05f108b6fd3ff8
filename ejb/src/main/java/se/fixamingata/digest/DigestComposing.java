package se.fixamingata.digest;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.news.NewsKind;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.subscription.SubscriptionSettings;

/**
 * Decides for some hundred addresses at a time what their mail tells, and plans those that tell something: seven statements a portion,
 * whatever its size. Done again after a crash it finds what is left; a mail is planned by the statement that marks it as planned.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DigestComposing {

    /** Addresses in a portion, one of which may have many subscriptions. */
    public static final int PORTION = 500;

    private static final String ROUND = " d.frequency = ?1 and d.cut_off = ?2 and d.id between ?3 and ?4";

    /** From which moment a subscription is told; who was written to in a round that was never finished is not told that again. */
    private static final String TOLD_FROM = SqlTime.micros(
            "if(s.frequency <> d.frequency, s.news_from, greatest(s.news_from, coalesce((select max(p.cut_off)"
                    + " from digest_run u straight_join digest p force index (uk_digest) on p.frequency = u.frequency"
                    + " and p.cut_off = u.cut_off and p.email = d.email and p.state = 'PLANNED'"
                    + " where u.frequency = ?1 and u.cut_off > ?5 and u.cut_off < ?2), s.news_from)))");

    /** An index of each table leads to them; with the week's also the ones whose mails came every day. */
    private static final String SUBSCRIPTIONS = "select d.id, s.id, d.email, s.account_id, s.kind, s.municipality_code,"
            + " s.category_code, s.lat, s.lon, s.radius, s.report_id, " + TOLD_FROM + ", s.frequency = d.frequency"
            + " from digest d join subscription s on s.email = d.email and s.frequency in (d.frequency, 'DAILY')"
            + " and s.state = 'ACTIVE' where d.state = 'OPEN' and" + ROUND + " order by d.id, s.frequency, s.id";

    /** Reports that are followed, if anything has happened that strangers may know; whether it is more than that it was fixed. */
    private static final String FOLLOWED =
            "select straight_join s.id, max(not (h.kind = 'STATUS' and h.to_status = 'FIXED'))"
                    + " from digest d join subscription s on s.email = d.email and s.frequency = d.frequency"
                    + " and s.state = 'ACTIVE' and s.kind = 'REPORT'"
                    + " join report r force index (primary) on r.id = s.report_id and r.listed"
                    + " and not (r.reporter_email <=> s.email)"
                    + " join history_entry h force index (ix_history_report) on h.report_id = r.id and not h.internal and h.kind <> 'CONFIRMED'"
                    + " and h.at >= greatest(?5, s.news_from) and h.at < ?2"
                    + " left join report_update u on u.id = h.update_id"
                    + " where d.state = 'OPEN' and" + ROUND
                    + " and (u.id is null or u.state = 'PUBLISHED') group by s.id";

    /**
     * What was told at once to those who want, or wanted, to be: in which mail, of which report, and whether as fixed. Only they are looked
     * for among all mails that have been sent.
     */
    private static final String AT_ONCE = "select straight_join d.id, n.report_id, n.kind <> 'NEWS_IN_AREA'"
            + " from digest d join notification n force index (ix_notification_recipient) on n.recipient = d.email"
            + " and n.created_at >= ?5 and n.kind in ('NEWS_IN_AREA', 'FOLLOWED_REPORT_ANSWERED', 'REPORT_COMMENTED')"
            + " left join history_entry h on h.id = n.subject_id and h.report_id = n.report_id"
            + " and n.kind <> 'NEWS_IN_AREA' where d.state = 'OPEN' and" + ROUND
            + " and (n.kind = 'NEWS_IN_AREA' or h.to_status = 'FIXED') and (select 1 from subscription s"
            + " where s.email = d.email and s.frequency = 'AT_ONCE' and s.state <> 'UNCONFIRMED' limit 1) = 1";

    private static final String FILL = "update digest d join json_table(?5, '$[*]' columns (id bigint path '$.id',"
            + " content text path '$.content')) as j on j.id = d.id"
            + " set d.content = j.content, d.state = 'FILLED' where d.state = 'OPEN' and" + ROUND;

    /** Every row takes the first number of a block of its own; they become due one after the other. */
    private static final String MAILS =
            """
            insert into notification (id, report_id, subject_id, kind, recipient, language, state, attempts, unknowns,
                                      created_at, next_attempt_at, message_id, version)
            select next value for inner_number, null, d.id, 'DIGEST', d.email, d.language, 'DUE', 0, 0, ?5,
                   ?6 + interval (row_number() over (order by d.id)) * ?7 microsecond,
                   concat('<', uuid(), '@', ?8, '>'), 1
              from digest d where d.state = 'FILLED' and"""
                    + ROUND;

    private static final String PLANNED =
            "update digest d set d.state = 'PLANNED' where d.state = 'FILLED' and" + ROUND;

    /** Nothing has happened. */
    private static final String EMPTY = "delete d from digest d where d.state = 'OPEN' and" + ROUND;

    @Inject
    EntityManager em;

    @Inject
    MessageIds messageIds;

    @Inject
    SubscriptionSettings settings;

    @Inject
    Event<SendingDue> due;

    @Inject
    Clock clock;

    /** For the container. */
    public DigestComposing() {}

    /** For tests. */
    public DigestComposing(
            EntityManager em,
            MessageIds messageIds,
            SubscriptionSettings settings,
            Event<SendingDue> due,
            Clock clock) {
        this.em = em;
        this.messageIds = messageIds;
        this.settings = settings;
        this.due = due;
        this.clock = clock;
    }

    /** All that happened in the round, read once for all of its portions. */
    public Matching matching(DigestRound round) {
        return new Matching(round, PeriodReading.read(em, round));
    }

    /** A round and its news. */
    public static final class Matching {

        private final DigestRound round;
        private final PeriodNews news;
        private Instant lastDue = Instant.EPOCH;

        private Matching(DigestRound round, PeriodNews news) {
            this.round = round;
            this.news = news;
        }
    }

    /**
     * Plans the mails of a portion.
     *
     * @param ids of mails of the round, ascending, without a gap among those that {@link DigestRounds#next} gives
     * @return how many of them tell something
     */
    public int compose(Matching matching, List<Long> ids) {
        long first = ids.get(0);
        long last = ids.get(ids.size() - 1);
        DigestRound round = matching.round;
        Matcher matcher = new Matcher(matching.news, followed(round, first, last), toldAtOnce(round, first, last));
        Map<Long, DigestContent> contents = matcher.contents(rows(SUBSCRIPTIONS, round, first, last));
        if (!contents.isEmpty()) {
            JsonArrayBuilder all = Json.createArrayBuilder();
            contents.forEach((id, content) -> all.add(Json.createObjectBuilder()
                    .add("id", id)
                    .add("content", content.json().toString())));
            bind(FILL, round, first, last)
                    .setParameter(5, all.build().toString())
                    .executeUpdate();
            mail(matching, first, last, contents.size());
            bind(PLANNED, round, first, last).executeUpdate();
        }
        bind(EMPTY, round, first, last).executeUpdate();
        return contents.size();
    }

    private Map<Long, Boolean> followed(DigestRound round, long first, long last) {
        return rows(FOLLOWED, round, first, last).stream()
                .collect(Collectors.toMap(row -> number(row[0]), row -> number(row[1]) == 1));
    }

    private Map<Long, Told> toldAtOnce(DigestRound round, long first, long last) {
        Map<Long, Told> told = new HashMap<>();
        rows(AT_ONCE, round, first, last).forEach(row -> told.computeIfAbsent(number(row[0]), any -> new Told())
                .elsewhere(number(row[1]), number(row[2]) == 1 ? NewsKind.FIXED : NewsKind.NEW));
        return told;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, DigestRound round, long first, long last) {
        return bind(sql, round, first, last)
                .setParameter(5, SqlTime.text(round.since()))
                .getResultList();
    }

    private static long number(Object value) {
        return value instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) value).longValue();
    }

    private void mail(Matching matching, long first, long last, int many) {
        Instant now = clock.instant();
        Duration apart = Duration.ofSeconds(1).dividedBy(settings.mailsPerSecond());
        Instant from = matching.lastDue.isBefore(now) ? now.minus(apart) : matching.lastDue;
        bind(MAILS, matching.round, first, last)
                .setParameter(5, SqlTime.text(now))
                .setParameter(6, SqlTime.text(from))
                .setParameter(7, apart.toNanos() / 1_000)
                .setParameter(8, messageIds.host())
                .executeUpdate();
        matching.lastDue = from.plus(apart.multipliedBy(many));
        due.fire(new SendingDue());
    }

    private Query bind(String sql, DigestRound round, long first, long last) {
        return em.createNativeQuery(sql)
                .setParameter(1, round.frequency().name())
                .setParameter(2, SqlTime.text(round.cutOff()))
                .setParameter(3, first)
                .setParameter(4, last);
    }
}

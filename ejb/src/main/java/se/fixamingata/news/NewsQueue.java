package se.fixamingata.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.report.Report;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.sending.SendingQueue;
import se.fixamingata.sending.ShortTransaction;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.subscription.SubscriptionSettings;

/**
 * Plans the mails about a new report to those who want to know at once: {@value #PORTION} subscriptions in a transaction, which also
 * remembers how far it has come. A server that dies loses nothing: the next one goes on there, and who has been told stands in
 * {@code area_told}, written together with the mail. No network; two servers pass over each other's rows.
 */
@ApplicationScoped
public class NewsQueue implements SendingQueue {

    /** Subscriptions looked at in one transaction. */
    public static final int PORTION = 500;

    private static final String NAME = "news";

    private static final String NEXT =
            "select * from area_news where state = 'DUE' order by at, id limit 1" + " for update skip locked";

    /** Who has been told of the report before, in another way or before it moved, is passed over. */
    private static final String TOLD =
            "insert ignore into area_told (report_id, email, subscription_id, news_id) values ";

    /** Every row takes the first number of a block of its own; they become due one after the other. */
    private static final String MAILS =
            """
            insert into notification (id, report_id, subject_id, kind, recipient, language, state, attempts, unknowns,
                                      created_at, next_attempt_at, message_id, version)
            select next value for inner_number, t.report_id, t.subscription_id, 'NEWS_IN_AREA', t.email, s.language,
                   'DUE', 0, 0, ?4,
                   ?5 + interval (row_number() over (order by t.subscription_id)) * ?6 microsecond,
                   concat('<', uuid(), '@', ?7, '>'), 1
              from area_told t
              join subscription s on s.id = t.subscription_id
             where t.report_id = ?1 and t.news_id = ?2 and t.subscription_id > ?3""";

    @Inject
    EntityManager em;

    private final ShortTransaction transaction;
    private final MessageIds messageIds;
    private final SubscriptionSettings settings;
    private final Clock clock;

    /** For the container's proxies. */
    protected NewsQueue() {
        this(null, null, null, null);
    }

    @Inject
    NewsQueue(ShortTransaction transaction, MessageIds messageIds, SubscriptionSettings settings, Clock clock) {
        this.transaction = transaction;
        this.messageIds = messageIds;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** One portion of one row. */
    @Override
    public int workOff(String owner, int most) {
        return transaction.call(this::portion);
    }

    private int portion() {
        Optional<?> next =
                em.createNativeQuery(NEXT, AreaNews.class).getResultStream().findFirst();
        next.map(AreaNews.class::cast).ifPresent(this::tell);
        return next.isPresent() ? 1 : 0;
    }

    private void tell(AreaNews news) {
        Report report = em.find(Report.class, news.reportId());
        if (!isStillThere(report, news)) {
            news.done();
            return;
        }
        Audience.Portion portion = new Audience(em).after(news, news.toldTo());
        List<Audience.Member> members = portion.members().stream()
                .filter(member -> !isOwn(report, member))
                .toList();
        Duration apart = Duration.ofSeconds(1).dividedBy(settings.mailsPerSecond());
        Instant before = clock.instant().minus(apart);
        Instant after = news.toldUntil() == null || news.toldUntil().isBefore(before) ? before : news.toldUntil();
        int told = members.isEmpty() ? 0 : plan(news, members, after, apart);
        news.told(told, after.plus(apart.multipliedBy(told)), portion.last());
        if (!portion.more()) {
            news.done();
        }
    }

    /** What has moved since has other news of its own. */
    private static boolean isStillThere(Report report, AreaNews news) {
        return report.isListed()
                && report.status().group() == StatusGroup.OPEN
                && report.categoryCode().equals(news.categoryCode())
                && report.position().equals(news.position());
    }

    private static boolean isOwn(Report report, Audience.Member member) {
        return member.email().equalsIgnoreCase(report.reporter().email())
                || member.accountId() != null && member.accountId().equals(report.reporterAccount());
    }

    private int plan(AreaNews news, List<Audience.Member> members, Instant after, Duration apart) {
        em.flush();
        Query told =
                em.createNativeQuery(TOLD + String.join(", ", Collections.nCopies(members.size(), "(?, ?, ?, ?)")));
        int place = 1;
        for (Audience.Member member : members) {
            told.setParameter(place++, news.reportId())
                    .setParameter(place++, member.email())
                    .setParameter(place++, member.subscriptionId())
                    .setParameter(place++, news.id());
        }
        if (told.executeUpdate() == 0) {
            return 0;
        }
        return em.createNativeQuery(MAILS)
                .setParameter(1, news.reportId())
                .setParameter(2, news.id())
                .setParameter(3, news.toldTo())
                .setParameter(4, SqlTime.text(clock.instant()))
                .setParameter(5, SqlTime.text(after))
                .setParameter(6, apart.toNanos() / 1_000)
                .setParameter(7, messageIds.host())
                .executeUpdate();
    }

    @Override
    public Map<String, Long> countByState() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (AreaNews.State state : AreaNews.State.values()) {
            counts.put(state.name().toLowerCase(Locale.ROOT), 0L);
        }
        em.createNamedQuery("AreaNews.countByState", Object[].class)
                .getResultList()
                .forEach(row -> counts.put(((Enum<?>) row[0]).name().toLowerCase(Locale.ROOT), (Long) row[1]));
        return counts;
    }

    @Override
    public Optional<Instant> oldestDue() {
        return em.createNamedQuery("AreaNews.oldestDue", Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}

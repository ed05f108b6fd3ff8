package se.fixamingata.digest;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.subscription.Frequency;

/** Rounds of mails: begun once for each cut-off, gone on with as often as it takes. */
@Stateless
@PermitAll
public class DigestRounds {

    /** What is older is told by no mail: so many rounds may have been left out. */
    private static final int LEFT_OUT = 3;

    private static final String BEGIN = "insert ignore into digest_run (frequency, cut_off, since) values (?1, ?2, ?3)";

    /** One row for each address in one statement; the mails are found by walking along their numbers. */
    private static final String ADDRESSES =
            """
            insert ignore into digest (id, frequency, cut_off, email, language, state)
            select next value for inner_number, ?1, ?2, s.email, s.language, 'OPEN'
              from (select email, max(language) as language from subscription
                     where frequency = ?1 and state = 'ACTIVE' and news_from < ?2 group by email) s""";

    private static final String PAGE = "select id from digest force index (ix_digest_round)"
            + " where frequency = ?1 and cut_off = ?2 and id > ?3 and state = 'OPEN' order by id";

    private static final String OLD_DIGESTS = "delete from digest where frequency = ?1 and cut_off < ?2 limit ?3";

    private static final String OLD_NEWS =
            "select id, report_id from area_news where at < ?1 and state = 'DONE' order by at, id";

    /** News that are looked up at a time. */
    private static final int OF_NEWS = 200;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public DigestRounds() {}

    /** For tests. */
    public DigestRounds(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Begins the round of that cut-off, or finds it as it was begun.
     *
     * @param cutOff as {@link Frequency#cutOff}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public DigestRound begin(Frequency frequency, Instant cutOff) {
        Optional<DigestRound> known = find(frequency, cutOff);
        if (known.isPresent() && known.get().finished()) {
            return known.get();
        }
        if (known.isEmpty()) {
            bind(BEGIN, frequency, cutOff)
                    .setParameter(3, SqlTime.text(since(frequency, cutOff)))
                    .executeUpdate();
        }
        bind(ADDRESSES, frequency, cutOff).executeUpdate();
        return find(frequency, cutOff).orElseThrow();
    }

    /** Whoever got a mail of a round that was never finished is not told that again: {@link DigestComposing} knows. */
    private Instant since(Frequency frequency, Instant cutOff) {
        Object before = bind(
                        "select " + SqlTime.micros("coalesce(max(if(finished_at is null, null, cut_off)), min(since))")
                                + " from digest_run where frequency = ?1 and cut_off < ?2",
                        frequency,
                        cutOff)
                .getSingleResult();
        Instant earliest = frequency.before(cutOff, LEFT_OUT);
        if (before == null) {
            return frequency.before(cutOff, 1);
        }
        Instant last = SqlTime.instant(before);
        return last.isBefore(earliest) ? earliest : last;
    }

    /** The round of that cut-off, if it has been begun. */
    public Optional<DigestRound> find(Frequency frequency, Instant cutOff) {
        List<?> rows = bind(
                        "select " + SqlTime.micros("since") + ", finished_at is not null from digest_run"
                                + " where frequency = ?1 and cut_off = ?2",
                        frequency,
                        cutOff)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new DigestRound(frequency, SqlTime.instant(row[0]), cutOff, ((Number) row[1]).intValue() == 1))
                .findFirst();
    }

    /** How many mails are still to be looked into. */
    public long left(DigestRound round) {
        return ((Number) bind(
                                "select count(*) from digest where frequency = ?1 and cut_off = ?2 and state = 'OPEN'",
                                round.frequency(),
                                round.cutOff())
                        .getSingleResult())
                .longValue();
    }

    /** The next ones, by their numbers. */
    public List<Long> next(DigestRound round, long after, int most) {
        List<?> rows = bind(PAGE, round.frequency(), round.cutOff())
                .setParameter(3, after)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    /** Everybody has been looked into. */
    public void finish(DigestRound round) {
        bind(
                        "update digest_run set finished_at = ?3 where frequency = ?1 and cut_off = ?2 and finished_at is null",
                        round.frequency(),
                        round.cutOff())
                .setParameter(3, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    /**
     * Deletes what is old: mails of rounds, then news and who was told of them, so that a walk along an index finds each. A report is news
     * for less long than that.
     *
     * @return how many rows, a little more than {@code limit} at most; 0 when nothing old is left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int deleteBefore(Instant moment, int limit) {
        int digests = 0;
        for (Frequency frequency : new Frequency[] {Frequency.DAILY, Frequency.WEEKLY}) {
            digests += bind(OLD_DIGESTS, frequency, moment)
                    .setParameter(3, limit - Math.min(digests, limit - 1))
                    .executeUpdate();
        }
        return digests > 0 ? digests : deleteNews(moment, limit);
    }

    @SuppressWarnings("unchecked")
    private int deleteNews(Instant moment, int limit) {
        List<Object[]> old = em.createNativeQuery(OLD_NEWS)
                .setParameter(1, SqlTime.text(moment))
                .setMaxResults(Math.min(limit, OF_NEWS))
                .getResultList();
        if (old.isEmpty()) {
            return 0;
        }
        int told = delete("area_told where report_id in (" + numbers(old, 1) + ") and news_id in (" + numbers(old, 0)
                + ") limit " + limit);
        return told > 0 ? told : delete("area_news where id in (" + numbers(old, 0) + ")");
    }

    private static String numbers(List<Object[]> rows, int column) {
        return rows.stream().map(row -> row[column].toString()).collect(Collectors.joining(", "));
    }

    private int delete(String what) {
        return em.createNativeQuery("delete from " + what).executeUpdate();
    }

    private Query bind(String sql, Frequency frequency, Instant cutOff) {
        return em.createNativeQuery(sql).setParameter(1, frequency.name()).setParameter(2, SqlTime.text(cutOff));
    }
}

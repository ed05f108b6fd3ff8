package se.fixamingata.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportRow;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.Frequency;
import se.fixamingata.subscription.SubscriptionScene;

/** One new report among a hundred thousand subscriptions: what is read is a little more than who is meant. */
class AudienceIT extends DatabaseTest {

    private static final int ELSEWHERE = 98_000;
    private static final int HERE = 1_800;
    private static final int CIRCLES = 200;

    private void many(int from, int count, String area, String municipality) {
        em.createNativeQuery("insert into subscription (id, kind, email, language, state, frequency, area,"
                        + " municipality_code, created_at, news_from, version) select 1000000 + seq, 'MUNICIPALITY',"
                        + " concat('s', seq, '@example.org'), 'sv', 'ACTIVE', 'AT_ONCE', " + area
                        + ", ?1, '2026-01-01',"
                        + " '2026-01-01', 1 from seq_" + from + "_to_" + (from + count - 1))
                .setParameter(1, municipality)
                .executeUpdate();
    }

    @Test
    void aPortionReadsLittleMoreThanWhoIsMeant() {
        ReportRow.addMunicipalities(em);
        ReportRow.add(em, ReportRow.of(7, 59.53, 13.48).confirmed(clock.instant()));
        many(1, ELSEWHERE, "concat('m/', 2000 + seq % 289)", "0180");
        many(ELSEWHERE + 1, HERE, "'m/1763'", "1763");
        SubscriptionScene scene = new SubscriptionScene(em, clock);
        Random random = new Random(7);
        for (int i = 0; i < CIRCLES; i++) {
            Position centre = Position.of(57 + random.nextDouble() * 8, 12 + random.nextDouble() * 5);
            scene.active("c" + i + "@example.org", new Area.Circle(centre, 50_000, ""), Frequency.AT_ONCE);
        }
        AreaNews news = new AreaNews(em.find(Report.class, 7L), NewsKind.NEW, null, clock.instant());
        Audience audience = new Audience(em);

        long before = read();
        Audience.Portion first = audience.after(news, 0);
        long portion = read() - before;
        assertThat(first.more()).isTrue();
        assertThat(portion).isLessThan(8L * NewsQueue.PORTION);

        int meant = first.members().size();
        Audience.Portion next = first;
        while (next.more()) {
            next = audience.after(news, next.last());
            meant += next.members().size();
        }
        assertThat(meant).isBetween(HERE, HERE + CIRCLES);

        before = read();
        assertThat(audience.after(news, next.last())).satisfies(end -> {
            assertThat(end.members()).isEmpty();
            assertThat(end.more()).isFalse();
        });
        assertThat(read() - before).isLessThan(100);
    }

    /** Index entries and rows that this connection has read. */
    private long read() {
        List<?> rows =
                em.createNativeQuery("show session status like 'Handler_read%'").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> !row[0].toString().contains("tmp"))
                .mapToLong(row -> Long.parseLong(row[1].toString()))
                .sum();
    }
}

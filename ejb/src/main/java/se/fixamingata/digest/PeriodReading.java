package se.fixamingata.digest;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.fixamingata.news.NewsKind;
import se.fixamingata.position.Position;
import se.fixamingata.shared.SqlTime;

/** Reads the news of a round, in one query. */
final class PeriodReading {

    /** Beyond what a week has in the whole country; the newest are kept. */
    private static final int MOST = 200_000;

    /** What is not public any more, has become a duplicate, or was opened again, is no news. */
    private static final String NEWS = "select n.report_id, n.kind, " + SqlTime.micros("n.at")
            + ", r.municipality_code, r.category_code, r.lat, r.lon, r.reporter_email, r.reporter_account,"
            + " p.municipality_code, p.category_code, p.lat, p.lon"
            + " from area_news n join report r on r.id = n.report_id and r.listed and r.status <> 'DUPLICATE'"
            + " left join area_news p on p.id = n.previous_id"
            + " where n.at >= ?1 and n.at < ?2 and (n.kind = 'NEW' or r.status = 'FIXED') order by n.at desc, n.id desc";

    private PeriodReading() {}

    @SuppressWarnings("unchecked")
    static PeriodNews read(EntityManager em, DigestRound round) {
        List<Object[]> rows = em.createNativeQuery(NEWS)
                .setParameter(1, SqlTime.text(round.since()))
                .setParameter(2, SqlTime.text(round.cutOff()))
                .setMaxResults(MOST)
                .getResultList();
        // Of a report that moved twice the first time counts: it tells where the report was before.
        Map<String, PeriodNews.Item> items = new LinkedHashMap<>();
        rows.forEach(row -> items.put(row[0] + "/" + row[1], item(row)));
        return new PeriodNews(new ArrayList<>(items.values()));
    }

    private static PeriodNews.Item item(Object[] row) {
        return new PeriodNews.Item(
                ((Number) row[0]).longValue(),
                NewsKind.valueOf((String) row[1]),
                SqlTime.instant(row[2]),
                (String) row[3],
                (String) row[4],
                place(row[5], row[6]),
                row[9] == null
                        ? null
                        : new PeriodNews.Before((String) row[9], (String) row[10], place(row[11], row[12])),
                (String) row[7],
                row[8] == null ? null : ((Number) row[8]).longValue());
    }

    private static Position place(Object lat, Object lon) {
        return Position.of(((Number) lat).doubleValue(), ((Number) lon).doubleValue());
    }
}

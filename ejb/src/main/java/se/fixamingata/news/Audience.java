package se.fixamingata.news;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.position.Position;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.CircleCells;

/**
 * Who watches a place, portion by portion, in the order of the subscriptions' numbers. Each way of being meant (the municipality, the
 * category, a cell of each zoom) is one short walk along an index that begins where the portion before ended.
 */
final class Audience {

    private static final String BY_AREA = "(select id from subscription where area = ? and frequency = 'AT_ONCE'"
            + " and state = 'ACTIVE' and id > ? order by id limit " + NewsQueue.PORTION + ")";
    private static final String BY_CELL = "(select subscription_id from subscription_cell where cell = ?"
            + " and subscription_id > ? order by subscription_id limit " + NewsQueue.PORTION + ")";
    private static final String WHO = "select s.id, s.email, s.frequency = 'AT_ONCE' and s.state = 'ACTIVE', s.lat,"
            + " s.lon, s.radius, s.account_id from (select distinct id from (%s) as any_way order by id limit "
            + NewsQueue.PORTION + ") as found join subscription s on s.id = found.id order by s.id";

    private final EntityManager em;

    Audience(EntityManager em) {
        this.em = em;
    }

    /**
     * Some of those who may be meant.
     *
     * @param last the last number that was looked at
     * @param more whether others may follow
     */
    record Portion(List<Member> members, long last, boolean more) {}

    /** One who is meant. */
    record Member(long subscriptionId, String email, Long accountId) {}

    /** The next ones, up to {@link NewsQueue#PORTION} looked at. One query. */
    Portion after(AreaNews news, long after) {
        List<String> areas = List.of(
                new Area.WholeMunicipality(news.municipalityCode()).text(),
                new Area.CategoryIn(news.municipalityCode(), news.categoryCode()).text());
        List<Long> cells = CircleCells.around(news.position());
        String ways = Stream.concat(
                        Collections.nCopies(areas.size(), BY_AREA).stream(),
                        Collections.nCopies(cells.size(), BY_CELL).stream())
                .collect(Collectors.joining(" union all "));
        Query query = em.createNativeQuery(WHO.formatted(ways));
        List<Object> keys = new ArrayList<>(areas);
        keys.addAll(cells);
        for (int i = 0; i < keys.size(); i++) {
            query.setParameter(2 * i + 1, keys.get(i)).setParameter(2 * i + 2, after);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        long last = rows.isEmpty() ? after : number(rows.get(rows.size() - 1)[0]);
        return new Portion(
                rows.stream()
                        .filter(row -> number(row[2]) == 1 && holds(row, news.position()))
                        .map(row -> new Member(number(row[0]), (String) row[1], row[6] == null ? null : number(row[6])))
                        .toList(),
                last,
                rows.size() == NewsQueue.PORTION);
    }

    /** The cells are larger than the circle. */
    private static boolean holds(Object[] row, Position place) {
        return row[5] == null
                || Position.of(((Number) row[3]).doubleValue(), ((Number) row[4]).doubleValue())
                                .metresTo(place)
                        <= ((Number) row[5]).doubleValue();
    }

    private static long number(Object value) {
        return value instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) value).longValue();
    }
}

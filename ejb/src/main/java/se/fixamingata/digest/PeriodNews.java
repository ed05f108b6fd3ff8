package se.fixamingata.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.fixamingata.news.NewsKind;
import se.fixamingata.position.CellRange;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.subscription.Area;

/**
 * All that happened in a period, in memory, so that a hundred thousand subscribers are matched without asking the database: by
 * municipality, by category in it, and by map cell for circles.
 */
final class PeriodNews {

    /**
     * One thing that happened, where the report is now.
     *
     * @param before where it was public before, and of which category; null when it was not
     * @param reporterEmail null when nobody knows; with the account, nobody is told of their own report as new
     */
    record Item(
            long reportId,
            NewsKind kind,
            Instant at,
            String municipalityCode,
            String categoryCode,
            Position place,
            Before before,
            String reporterEmail,
            Long reporterAccount) {}

    /** Where a report was. */
    record Before(String municipalityCode, String categoryCode, Position place) {}

    private static final Comparator<Item> NEWEST =
            Comparator.comparing(Item::at).thenComparing(Item::reportId).reversed();

    private final Map<String, List<Item>> byArea = new HashMap<>();
    private final TreeMap<Long, List<Item>> byCell = new TreeMap<>();
    private final Map<Long, Instant> fixed = new HashMap<>();

    /** @param all each report and kind once */
    PeriodNews(List<Item> all) {
        all.stream().sorted(NEWEST).forEach(item -> {
            String municipality = new Area.WholeMunicipality(item.municipalityCode()).text();
            String category = new Area.CategoryIn(item.municipalityCode(), item.categoryCode()).text();
            byArea.computeIfAbsent(municipality, any -> new ArrayList<>()).add(item);
            byArea.computeIfAbsent(category, any -> new ArrayList<>()).add(item);
            byCell.computeIfAbsent(MapCell.at(item.place(), MapCell.FINEST).number(), any -> new ArrayList<>())
                    .add(item);
            if (item.kind() == NewsKind.FIXED) {
                fixed.put(item.reportId(), item.at());
            }
        });
    }

    /** Whether the report was fixed in the period, then or later. */
    boolean wasFixed(long report, Instant from) {
        Instant at = fixed.get(report);
        return at != null && !at.isBefore(from);
    }

    /**
     * What is told to who watches the area, the newest first. Nothing of their own reports, of which the reporter has other mails; of what
     * they heard of before, because it only moved within the area, only that it was fixed.
     *
     * @param newsFrom nothing older is told
     */
    List<Item> in(Area area, String email, Long account, Instant newsFrom) {
        return candidates(area)
                .filter(item -> !item.at().isBefore(newsFrom))
                .filter(item -> !isOwn(item, email, account))
                .filter(item -> item.kind() == NewsKind.FIXED || !wasThere(item, area))
                .toList();
    }

    private Stream<Item> candidates(Area area) {
        if (!(area instanceof Area.Circle circle)) {
            return byArea.getOrDefault(area.text(), List.of()).stream();
        }
        return CellRange.covering(circle.centre().around(circle.metres())).stream()
                .flatMap(range -> byCell.subMap(range.first(), true, range.last(), true).values().stream())
                .flatMap(List::stream)
                .filter(item -> area.holds(item.municipalityCode(), item.categoryCode(), item.place()))
                .sorted(NEWEST);
    }

    private static boolean isOwn(Item item, String email, Long account) {
        return email.equalsIgnoreCase(item.reporterEmail())
                || account != null && account.equals(item.reporterAccount());
    }

    private static boolean wasThere(Item item, Area area) {
        Before before = item.before();
        return before != null && area.holds(before.municipalityCode(), before.categoryCode(), before.place());
    }
}

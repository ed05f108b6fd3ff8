package se.fixamingata.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.digest.DigestContent.Section;
import se.fixamingata.news.NewsKind;
import se.fixamingata.position.Position;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.SubscriptionKind;

/**
 * What each mail of a portion tells. Of one event an address is told once: in one mail a report is named by the first of the subscriptions
 * that tell of it, and what a mail at once or another round's mail has told is left out.
 */
final class Matcher {

    private final PeriodNews news;
    private final Map<Long, Boolean> followed;
    private final Map<Long, Told> told;

    /**
     * @param followed subscriptions of reports to which something has happened, and whether it is more than that it was fixed
     * @param told by the mails' numbers, what was told at once
     */
    Matcher(PeriodNews news, Map<Long, Boolean> followed, Map<Long, Told> told) {
        this.news = news;
        this.followed = followed;
        this.told = new HashMap<>(told);
    }

    /**
     * By the mails' numbers, without those that have nothing to tell.
     *
     * @param rows mail, subscription, address, account, kind, municipality, category, lat, lon, radius, report, told from, whether in this
     *     mail and not in more frequent ones; each mail's together, the more frequent ones first
     */
    Map<Long, DigestContent> contents(List<?> rows) {
        Map<Long, List<Section>> sections = new LinkedHashMap<>();
        for (Object one : rows) {
            Object[] row = (Object[]) one;
            long mail = number(row[0]);
            Told known = told.computeIfAbsent(mail, any -> new Told());
            List<Section> some = sections.computeIfAbsent(mail, any -> new ArrayList<>());
            if (!isTrue(row[12])) {
                elsewhere(row, known);
            } else if (some.size() < DigestContent.SECTIONS) {
                section(row, known).ifPresent(some::add);
            }
        }
        Map<Long, DigestContent> contents = new LinkedHashMap<>();
        sections.forEach((mail, some) -> {
            if (!some.isEmpty()) {
                contents.put(mail, new DigestContent(some));
            }
        });
        return contents;
    }

    /** What mails that come more often have told is not told again. */
    private void elsewhere(Object[] row, Told known) {
        Instant from = SqlTime.instant(row[11]);
        if (kind(row) == SubscriptionKind.REPORT) {
            long report = number(row[10]);
            if (news.wasFixed(report, from)) {
                known.elsewhere(report, NewsKind.FIXED);
            }
            return;
        }
        items(row, from).forEach(item -> known.elsewhere(item.reportId(), item.kind()));
    }

    private Optional<Section> section(Object[] row, Told known) {
        long subscription = number(row[1]);
        if (kind(row) == SubscriptionKind.REPORT) {
            long report = number(row[10]);
            Boolean more = followed.get(subscription);
            return more != null && known.tellFollowed(report, more)
                    ? Optional.of(new Section(subscription, List.of(report), 1, List.of(), 0))
                    : Optional.empty();
        }
        List<PeriodNews.Item> items = items(row, SqlTime.instant(row[11]));
        // What was reported and fixed within the period is told as fixed.
        List<Long> fixed = known.tell(of(items, NewsKind.FIXED), NewsKind.FIXED);
        List<Long> fresh = known.tell(of(items, NewsKind.NEW), NewsKind.NEW);
        return fixed.isEmpty() && fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        subscription,
                        first(fresh, DigestContent.NEW),
                        fresh.size(),
                        first(fixed, DigestContent.FIXED),
                        fixed.size()));
    }

    private List<PeriodNews.Item> items(Object[] row, Instant from) {
        return news.in(area(kind(row), row), (String) row[2], row[3] == null ? null : number(row[3]), from);
    }

    private static List<Long> of(List<PeriodNews.Item> items, NewsKind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(PeriodNews.Item::reportId)
                .toList();
    }

    private static SubscriptionKind kind(Object[] row) {
        return SubscriptionKind.valueOf((String) row[4]);
    }

    private static boolean isTrue(Object value) {
        return value instanceof Boolean yes ? yes : number(value) == 1;
    }

    private static List<Long> first(List<Long> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private static Area area(SubscriptionKind kind, Object[] row) {
        return switch (kind) {
            case MUNICIPALITY -> new Area.WholeMunicipality((String) row[5]);
            case CATEGORY -> new Area.CategoryIn((String) row[5], (String) row[6]);
            case CIRCLE ->
                new Area.Circle(
                        Position.of(((Number) row[7]).doubleValue(), ((Number) row[8]).doubleValue()),
                        ((Number) row[9]).intValue(),
                        "");
            case REPORT -> throw new IllegalArgumentException("A report is no area");
        };
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}

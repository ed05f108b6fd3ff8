package se.fixamingata.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.digest.DigestContent.Section;
import se.fixamingata.news.NewsKind;
import se.fixamingata.position.Position;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.SubscriptionKind;

/** What each mail of a portion tells. In one mail a report is named once, by the first of the subscriptions that tell of it. */
final class Matcher {

    private final PeriodNews news;
    private final Set<Long> followed;

    /** @param followed subscriptions of reports to which something has happened */
    Matcher(PeriodNews news, Set<Long> followed) {
        this.news = news;
        this.followed = followed;
    }

    /**
     * By the mails' numbers, without those that have nothing to tell.
     *
     * @param rows mail, subscription, address, account, kind, municipality, category, lat, lon, radius, report, told from; each mail's
     *     together
     */
    Map<Long, DigestContent> contents(List<?> rows) {
        Map<Long, List<Section>> sections = new LinkedHashMap<>();
        Map<Long, Set<Long>> named = new LinkedHashMap<>();
        for (Object one : rows) {
            Object[] row = (Object[]) one;
            long mail = number(row[0]);
            Set<Long> told = named.computeIfAbsent(mail, any -> new HashSet<>());
            List<Section> some = sections.computeIfAbsent(mail, any -> new ArrayList<>());
            if (some.size() < DigestContent.SECTIONS) {
                section(row, told).ifPresent(some::add);
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

    private Optional<Section> section(Object[] row, Set<Long> told) {
        long subscription = number(row[1]);
        SubscriptionKind kind = SubscriptionKind.valueOf((String) row[4]);
        if (kind == SubscriptionKind.REPORT) {
            long report = number(row[10]);
            return followed.contains(subscription) && told.add(report)
                    ? Optional.of(new Section(subscription, List.of(report), 1, List.of(), 0))
                    : Optional.empty();
        }
        Long account = row[3] == null ? null : number(row[3]);
        Instant from = SqlTime.instant(row[11]);
        List<PeriodNews.Item> items = news.in(area(kind, row), (String) row[2], account, from);
        // What was reported and fixed within the period is told as fixed.
        List<Long> fixed = told(items, NewsKind.FIXED, told);
        List<Long> fresh = told(items, NewsKind.NEW, told);
        return fixed.isEmpty() && fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        subscription,
                        first(fresh, DigestContent.NEW),
                        fresh.size(),
                        first(fixed, DigestContent.FIXED),
                        fixed.size()));
    }

    private static List<Long> told(List<PeriodNews.Item> items, NewsKind kind, Set<Long> told) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(PeriodNews.Item::reportId)
                .filter(told::add)
                .toList();
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

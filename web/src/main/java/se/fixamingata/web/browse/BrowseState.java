package se.fixamingata.web.browse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.report.ReportCriteria;
import se.fixamingata.report.ReportStatus;

/**
 * The whole state of the map page, as it stands in its address: a shared link shows the same view. Anything that makes no sense in an
 * address counts as absent.
 *
 * @param view empty: nobody has chosen a place yet, the whole country is shown
 * @param box what the browser really shows, when it says so; else what {@code view} is assumed to show
 * @param status {@code open}, {@code fixed}, {@code closed}, or empty for all
 * @param category code, or empty for all
 * @param text what to look for in the reports' words, or empty
 * @param number the one report that is asked for by its number, or empty
 * @param page 0 is the first
 */
record BrowseState(
        Optional<Viewport> view,
        Optional<BoundingBox> box,
        String status,
        String category,
        Age age,
        String text,
        String number,
        ReportCriteria.Sort sort,
        int page) {

    private static final Set<String> GROUPS = Set.of("open", "fixed", "closed");
    private static final int ON_A_PAGE = 20;
    /** With a text the map shows exactly the list's reports, so the list is as long as it may be. */
    private static final int WITH_TEXT = ReportCriteria.SIZE_MAX;

    /** @param knownCategories the codes that there are; others count as absent */
    static BrowseState of(Map<String, String> parameters, Set<String> knownCategories) {
        String status = parameters.getOrDefault("status", "");
        String category = parameters.getOrDefault("category", "");
        Optional<Viewport> view = Viewport.parse(parameters.get("lat"), parameters.get("lon"), parameters.get("z"));
        return new BrowseState(
                view,
                Viewport.parseBox(parameters.get("box")).or(() -> view.map(Viewport::box)),
                GROUPS.contains(status) ? status : "",
                knownCategories.contains(category) ? category : "",
                Age.of(parameters.get("age")),
                parameters.getOrDefault("text", "").strip(),
                number(parameters.getOrDefault("id", "")),
                sort(parameters.get("sort")),
                page(parameters.get("page")));
    }

    private static String number(String text) {
        return text.matches("[0-9]{1,18}") ? text : "";
    }

    private static ReportCriteria.Sort sort(String code) {
        return Arrays.stream(ReportCriteria.Sort.values())
                .filter(s -> s.name().equalsIgnoreCase(code))
                .findFirst()
                .orElse(ReportCriteria.Sort.NEWEST);
    }

    private static int page(String text) {
        boolean number = text != null && text.matches("[0-9]{1,4}");
        return number ? Math.min(ReportCriteria.PAGE_MAX, Integer.parseInt(text)) : 0;
    }

    ReportCriteria criteria(Instant now) {
        Viewport where = view.orElse(Viewport.COUNTRY);
        ReportCriteria criteria = ReportCriteria.all()
                .withBox(box.filter(b -> !Viewport.holdsCountry(b)).orElse(null))
                .withStatuses(statuses())
                .withCategories(category.isEmpty() ? Set.of() : Set.of(category))
                .withChangedSince(age.since(now).orElse(null))
                .withText(number.isEmpty() ? text : "#" + number)
                .withPage(page, text.isEmpty() ? ON_A_PAGE : WITH_TEXT);
        return sort == ReportCriteria.Sort.NEAREST ? criteria.nearestTo(where.centre()) : criteria.sortedBy(sort);
    }

    private Set<ReportStatus> statuses() {
        return Arrays.stream(ReportStatus.values())
                .filter(s -> s != ReportStatus.UNCONFIRMED && s.group().code().equals(status))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportStatus.class)));
    }

    /** The query of the map's tiles that shows the same reports as the list. */
    String tileQuery(Instant now) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("status", status);
        query.put("category", category);
        query.put("since", age.firstDay(now).map(Object::toString).orElse(""));
        return join(query);
    }

    /** The address of this view on that page of the list. */
    String address(int ofPage) {
        return addressOf(age, ofPage);
    }

    /** The address of this view with reports of any age. */
    String anyAge() {
        return addressOf(Age.ANY, 0);
    }

    private String addressOf(Age ofAge, int ofPage) {
        Map<String, String> query = new LinkedHashMap<>();
        view.ifPresent(v -> {
            query.put("lat", Double.toString(v.centre().lat()));
            query.put("lon", Double.toString(v.centre().lon()));
            query.put("z", Integer.toString(v.zoom()));
        });
        query.put("status", status);
        query.put("category", category);
        query.put("age", ofAge == Age.HALF_YEAR ? "" : ofAge.code());
        query.put("text", text);
        query.put("sort", sort == ReportCriteria.Sort.NEWEST ? "" : sort.name().toLowerCase(Locale.ROOT));
        query.put("page", ofPage == 0 ? "" : Integer.toString(ofPage));
        String joined = join(query);
        return joined.isEmpty() ? "/karta" : "/karta?" + joined;
    }

    private static String join(Map<String, String> query) {
        return query.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

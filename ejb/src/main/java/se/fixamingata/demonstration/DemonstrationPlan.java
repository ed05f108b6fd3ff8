package se.fixamingata.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import se.fixamingata.category.Category;
import se.fixamingata.demonstration.Places.Spot;
import se.fixamingata.demonstration.PlannedReport.Step;
import se.fixamingata.municipality.Authority;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.shared.Language;

/**
 * The reports, before they are written: where, when, what, and what became of them. 300 of all kinds, and in two towns so many everyday ones
 * that the figures can tell how long such things take there. The same seed and day give the same plan.
 */
final class DemonstrationPlan {

    /** Those whose times can be told. */
    static final List<String> TOWNS = List.of("1763", "1780");

    static final List<String> EVERYDAY = List.of("lighting", "litter", "road_other");

    /** Of all kinds. */
    private static final int VARIED = 300;

    /** For each town and each of its everyday things. */
    private static final int OF_EACH = 24;

    static final int REPORTS = VARIED + TOWNS.size() * EVERYDAY.size() * OF_EACH;
    static final int IN_CENTRAL_STOCKHOLM = 60;

    private static final int IN_FORSHAGA = 45;
    private static final int IN_KARLSTAD = 45;
    private static final int DUPLICATES = 8;
    /** Of those elsewhere, so many lie where nobody has registered an address yet. */
    private static final int UNREACHED = 12;

    /** In the demonstration Kil takes no reports from here. */
    private static final int IN_KIL = 2;

    private static final int DAYS = 365;

    private final SplittableRandom random;
    private final Texts texts = new Texts();
    private final Courses courses;
    private final Places places;
    private final Rules rules;
    private final Instant now;
    private final Map<Story, Integer> told = new HashMap<>();
    private final Map<String, Set<String>> offers = new HashMap<>();
    private final Map<String, Boolean> reached = new HashMap<>();

    /** What the service allows today. */
    interface Rules {

        /** Whether reports of that category reach that authority. */
        boolean isReachable(String authorityCode, String categoryCode);

        /** The codes of the categories that can be reported in that municipality. */
        Set<String> offeredIn(String municipalityCode);
    }

    DemonstrationPlan(Places places, Rules rules, Instant now, long seed) {
        this.places = places;
        this.rules = rules;
        this.now = now;
        this.random = new SplittableRandom(seed);
        this.courses = new Courses(texts, random, now);
    }

    /** In the order in which they were sent in. */
    List<PlannedReport> reports() {
        Deque<Spot> spots = new ArrayDeque<>(spots());
        List<PlannedReport> reports = new ArrayList<>();
        for (Instant moment : moments(VARIED)) {
            Spot spot = spots.pop();
            Set<String> offered = offers.computeIfAbsent(spot.municipalityCode(), rules::offeredIn);
            reports.add(report(spot, moment, reports.size(), offered, false));
        }
        for (String town : TOWNS) {
            for (String category : EVERYDAY) {
                moments(OF_EACH)
                        .forEach(moment -> reports.add(
                                report(places.in(town, random), moment, reports.size(), Set.of(category), true)));
            }
        }
        reports.sort(Comparator.comparing(PlannedReport::submittedAt));
        duplicates(reports);
        return reports;
    }

    private List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < IN_CENTRAL_STOCKHOLM; i++) {
            spots.add(places.centralStockholm(random));
        }
        for (int i = 0; i < IN_FORSHAGA; i++) {
            spots.add(places.in("1763", random));
        }
        for (int i = 0; i < IN_KARLSTAD; i++) {
            spots.add(places.in("1780", random));
        }
        int elsewhere = VARIED - spots.size();
        spots.addAll(places.country(elsewhere - UNREACHED, code -> isElsewhere(code) && isReached(code), random));
        for (int i = 0; i < IN_KIL; i++) {
            spots.add(places.in("1715", random));
        }
        spots.addAll(places.country(UNREACHED - IN_KIL, code -> isElsewhere(code) && !isReached(code), random));
        shuffle(spots);
        return spots;
    }

    private static boolean isElsewhere(String municipalityCode) {
        return !municipalityCode.equals("1763") && !municipalityCode.equals("1780") && !municipalityCode.equals("0180");
    }

    private boolean isReached(String municipalityCode) {
        return reached.computeIfAbsent(municipalityCode, code -> rules.isReachable(code, "lighting"));
    }

    /** More of them lately, and none at night. */
    private List<Instant> moments(int count) {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double past = Math.pow(random.nextDouble(), 1.25) * (DAYS - 2);
            Instant day = now.minus(Duration.ofMinutes((long) (past * 24 * 60)));
            int hour = 6 + (int) (15 * (random.nextDouble() + random.nextDouble()) / 2);
            Instant moment = day.atZone(ZoneOffset.UTC)
                    .withHour(hour)
                    .withMinute(random.nextInt(60))
                    .withSecond(random.nextInt(60))
                    .toInstant();
            moments.add(moment.isAfter(now.minus(Duration.ofMinutes(20))) ? moment.minus(Duration.ofDays(1)) : moment);
        }
        moments.sort(null);
        return moments;
    }

    private PlannedReport report(Spot spot, Instant submitted, int number, Set<String> categories, boolean everyday) {
        Story story = story(submitted, categories);
        String authority =
                Category.STATE_ROAD.equals(story.category()) ? Authority.STATE_ROADS : spot.municipalityCode();
        boolean again = told.merge(story, 1, Integer::sum) > 1;
        String description = again && story.language() == Language.SV
                ? story.description() + " " + texts.closing(random)
                : story.description();
        Instant confirmed = submitted.plus(Duration.ofSeconds(40 + random.nextInt(1_000)));
        List<Step> steps = rules.isReachable(authority, story.category())
                ? courses.after(confirmed, story.category(), number, everyday)
                : List.of();
        // Painting takes most of the start.
        int photos = !everyday && random.nextInt(100) < 62 ? 1 + random.nextInt(100) / 75 : 0;
        return new PlannedReport(
                new ReportPlace(spot.position(), spot.municipalityCode(), authority, spot.address()),
                story,
                description,
                People.somebody(random),
                submitted,
                confirmed,
                photos,
                steps,
                -1,
                random.nextLong());
    }

    /** One that fits the month and is of those categories, told as seldom as any other so far. */
    private Story story(Instant moment, Set<String> categories) {
        int month = moment.atZone(ZoneOffset.UTC).getMonthValue();
        List<Story> fitting = new ArrayList<>(texts.stories().stream()
                .filter(story -> story.season().months.contains(month))
                .filter(story -> categories.contains(story.category()))
                .toList());
        shuffle(fitting);
        return fitting.stream()
                .min(Comparator.comparingInt(story -> told.getOrDefault(story, 0)))
                .orElseThrow();
    }

    /** Some saw what others had seen a few days before, a few steps away. */
    private void duplicates(List<PlannedReport> reports) {
        int made = 0;
        for (int later = reports.size() - 1; later > 0 && made < DUPLICATES; later--) {
            PlannedReport report = reports.get(later);
            for (int main = Math.max(0, later - 60); main < later; main++) {
                if (isSameFault(reports.get(main), report)) {
                    ReportPlace where = reports.get(main).place();
                    ReportPlace beside = new ReportPlace(
                            places.beside(where.position(), where.municipalityCode(), random),
                            where.municipalityCode(),
                            where.authorityCode(),
                            where.address());
                    reports.set(later, report.following(main, beside, courses.duplicate(report.confirmedAt())));
                    made++;
                    break;
                }
            }
        }
    }

    private static boolean isSameFault(PlannedReport main, PlannedReport later) {
        return main.duplicateOf() < 0
                && later.duplicateOf() < 0
                && !later.steps().isEmpty()
                && main.story().category().equals(later.story().category())
                && main.place().municipalityCode().equals(later.place().municipalityCode())
                && !Places.CENTRAL_STOCKHOLM.contains(later.place().position());
    }

    private <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T kept = list.get(i);
            list.set(i, list.get(other));
            list.set(other, kept);
        }
    }
}

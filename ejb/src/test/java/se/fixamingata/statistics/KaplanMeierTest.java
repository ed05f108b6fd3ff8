package se.fixamingata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    /** Remission of acute leukaemia in weeks; + is censored. Freireich et al., Blood 21 (1963), as in Kleinbaum and Klein, Survival Analysis, ch. 2. */
    private static final String MERCAPTOPURINE = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

    private static final String PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

    /** Maintenance chemotherapy in acute myelogenous leukaemia: Embury et al. (1977), as in Miller, Survival Analysis (1981), and R's survival::aml. */
    private static final String MAINTAINED = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+";

    private static final String NOT_MAINTAINED = "5 5 8 8 12 16+ 23 27 30 33 43 45";

    @Test
    void freireich1963TreatedWithMercaptopurine() {
        KaplanMeier estimate = new KaplanMeier(course(MERCAPTOPURINE));
        assertThat(estimate.reports()).isEqualTo(21);
        assertThat(estimate.events()).isEqualTo(9);
        assertSteps(estimate, Map.of(6, 0.857, 7, 0.807, 10, 0.753, 13, 0.690, 16, 0.627, 22, 0.538, 23, 0.448));
        assertThat(estimate.median()).hasValue(23);
        assertThat(estimate.ninetieth()).isEmpty();
    }

    @Test
    void freireich1963Placebo() {
        KaplanMeier estimate = new KaplanMeier(course(PLACEBO));
        assertThat(estimate.reports()).isEqualTo(21);
        assertThat(estimate.events()).isEqualTo(21);
        assertSteps(
                estimate,
                Map.ofEntries(
                        Map.entry(1, 0.905),
                        Map.entry(2, 0.810),
                        Map.entry(3, 0.762),
                        Map.entry(4, 0.667),
                        Map.entry(5, 0.571),
                        Map.entry(8, 0.381),
                        Map.entry(11, 0.286),
                        Map.entry(12, 0.190),
                        Map.entry(15, 0.143),
                        Map.entry(17, 0.095),
                        Map.entry(22, 0.048),
                        Map.entry(23, 0.0)));
        assertThat(estimate.median()).hasValue(8);
        assertThat(estimate.ninetieth()).hasValue(17);
    }

    @Test
    void embury1977Maintained() {
        KaplanMeier estimate = new KaplanMeier(course(MAINTAINED));
        assertThat(estimate.reports()).isEqualTo(11);
        assertThat(estimate.events()).isEqualTo(7);
        assertSteps(estimate, Map.of(9, 0.909, 13, 0.818, 18, 0.716, 23, 0.614, 31, 0.491, 34, 0.368, 48, 0.184));
        assertThat(estimate.median()).hasValue(31);
        assertThat(estimate.ninetieth()).isEmpty();
    }

    @Test
    void embury1977NotMaintained() {
        KaplanMeier estimate = new KaplanMeier(course(NOT_MAINTAINED));
        assertThat(estimate.events()).isEqualTo(11);
        assertSteps(
                estimate,
                Map.of(
                        5, 0.8333, 8, 0.6667, 12, 0.5833, 23, 0.4861, 27, 0.3889, 30, 0.2917, 33, 0.1944, 43, 0.0972,
                        45, 0.0));
        assertThat(estimate.median()).hasValue(23);
        assertThat(estimate.ninetieth()).hasValue(43);
    }

    @Test
    void knowsNothingOfNothing() {
        KaplanMeier estimate = new KaplanMeier(new Course());
        assertThat(estimate.reports()).isZero();
        assertThat(estimate.steps()).isEmpty();
        assertThat(estimate.median()).isEmpty();
    }

    @Test
    void whereNoneCameToItsEndNothingWasReached() {
        KaplanMeier estimate = new KaplanMeier(course("1+ 5+ 5+ 700+"));
        assertThat(estimate.reports()).isEqualTo(4);
        assertThat(estimate.median()).isEmpty();
        assertThat(estimate.ninetieth()).isEmpty();
    }

    @Test
    void whereAllEndAtOnceAllIsReachedAtOnce() {
        KaplanMeier estimate = new KaplanMeier(course("0 0 0"));
        assertThat(estimate.median()).hasValue(0);
        assertThat(estimate.ninetieth()).hasValue(0);
    }

    @Test
    void oneAloneIsItsOwnMedian() {
        assertThat(new KaplanMeier(course("4")).median()).hasValue(4);
        assertThat(new KaplanMeier(course("4+")).median()).isEmpty();
    }

    @Test
    void whatIsLostSightOfOnADayWasInSightWhenTheOthersEnded() {
        // With the lost one away first, all in sight would have ended.
        assertThat(new KaplanMeier(course("3 3+")).steps()).containsExactly(new KaplanMeier.Step(3, 0.5));
    }

    @Test
    void exactlyHalfIsTheMedianAlsoWhereTheProductIsRounded() {
        // 48/49 * 47/48 * ... rounds to a little above a half in floating point for some of these.
        for (int reports = 2; reports <= 2_000; reports += 2) {
            Course course = new Course();
            for (int day = 1; day <= reports; day++) {
                course.ended(day, 1);
            }
            assertThat(new KaplanMeier(course).median())
                    .as("%d reports", reports)
                    .hasValue(reports / 2);
        }
    }

    @Test
    void nothingEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Course().ended(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWhatTheDefinitionSaysForAnySample() {
        SplittableRandom random = new SplittableRandom(1958);
        for (int round = 0; round < 3_000; round++) {
            List<int[]> sample = new ArrayList<>();
            int size = 1 + random.nextInt(40);
            int longest = 1 + random.nextInt(60);
            double lost = random.nextDouble();
            for (int i = 0; i < size; i++) {
                sample.add(new int[] {random.nextInt(longest), random.nextDouble() < lost ? 0 : 1});
            }
            Course course = new Course();
            sample.forEach(one -> {
                if (one[1] == 1) {
                    course.ended(one[0], 1);
                } else {
                    course.lost(one[0], 1);
                }
            });
            KaplanMeier estimate = new KaplanMeier(Course.unpacked(course.packed()));
            assertThat(estimate.median()).as("median of %s", course.packed()).isEqualTo(byDefinition(sample, 1, 2));
            assertThat(estimate.ninetieth()).as("90th of %s", course.packed()).isEqualTo(byDefinition(sample, 1, 10));
        }
    }

    @Test
    void twoSetsAreOneWhenAdded() {
        Course both = course("1 4+ 9").add(course("1+ 9 12"));
        assertThat(both.packed()).isEqualTo("1:1/1 4:0/1 9:2/0 12:1/0");
        assertThat(Course.unpacked("").packed()).isEmpty();
    }

    /** The first day after which the share that goes on is at most num / den: a product of fractions, over all the people, each day anew. */
    private static OptionalInt byDefinition(List<int[]> sample, long num, long den) {
        BigInteger above = BigInteger.ONE;
        BigInteger below = BigInteger.ONE;
        for (int day = 0; day <= 60; day++) {
            int today = day;
            long inSight = sample.stream().filter(one -> one[0] >= today).count();
            long ended = sample.stream()
                    .filter(one -> one[0] == today && one[1] == 1)
                    .count();
            if (ended > 0) {
                above = above.multiply(BigInteger.valueOf(inSight - ended));
                below = below.multiply(BigInteger.valueOf(inSight));
                if (above.multiply(BigInteger.valueOf(den)).compareTo(below.multiply(BigInteger.valueOf(num))) <= 0) {
                    return OptionalInt.of(day);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static void assertSteps(KaplanMeier estimate, Map<Integer, Double> published) {
        assertThat(estimate.steps())
                .extracting(KaplanMeier.Step::day)
                .containsExactlyElementsOf(new TreeMap<>(published).keySet());
        estimate.steps().forEach(step -> assertThat(step.goesOn())
                .as("day %d", step.day())
                .isCloseTo(published.get(step.day()), within(0.0006)));
    }

    private static Course course(String observations) {
        Course course = new Course();
        for (String one : observations.split(" ")) {
            if (one.endsWith("+")) {
                course.lost(Integer.parseInt(one.substring(0, one.length() - 1)), 1);
            } else {
                course.ended(Integer.parseInt(one), 1);
            }
        }
        return course;
    }
}

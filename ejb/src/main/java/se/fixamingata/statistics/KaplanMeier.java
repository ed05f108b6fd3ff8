package se.fixamingata.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How long it takes, told honestly: the product-limit estimate of Kaplan and Meier (1958). Those that are still open count for as long as
 * they have been seen to be; leaving them out would tell only of the quick ones.
 *
 * <p>On each day on which some came to their end, the share that goes on is multiplied by the part of those still in sight that went on.
 * What ends and what is lost sight of on the same day: the lost ones were still in sight. A quantile is the first day on which the share
 * that goes on is at most what it leaves over; when it stays above, the quantile was not reached and nobody knows it.
 */
final class KaplanMeier {

    /** A product of quotients misses a half by some 1e-16; no two different shares of fewer than ten million lie that close. */
    private static final double ROUNDING = 1e-9;

    /**
     * @param day days from the beginning
     * @param goesOn the share that had not come to its end after that day
     */
    record Step(int day, double goesOn) {}

    private final List<Step> steps = new ArrayList<>();
    private final int reports;
    private final int events;

    KaplanMeier(Course course) {
        reports = course.reports();
        events = course.events();
        double[] goesOn = {1};
        int[] inSight = {reports};
        course.each((day, ended, lost) -> {
            if (ended > 0) {
                goesOn[0] *= 1 - (double) ended / inSight[0];
                steps.add(new Step(day, goesOn[0]));
            }
            inSight[0] -= ended + lost;
        });
    }

    /** All that were looked at, come to their end or not. */
    int reports() {
        return reports;
    }

    /** Those that came to their end. */
    int events() {
        return events;
    }

    /** One for each day on which some came to their end. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The day within which half of them come to their end; empty when not reached. */
    OptionalInt median() {
        return within(0.5);
    }

    /** The day within which nine of ten come to their end; empty when not reached. */
    OptionalInt ninetieth() {
        return within(0.9);
    }

    private OptionalInt within(double share) {
        return steps.stream()
                .filter(step -> step.goesOn() <= 1 - share + ROUNDING)
                .mapToInt(Step::day)
                .findFirst();
    }
}

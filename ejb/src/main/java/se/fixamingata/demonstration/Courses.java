package se.fixamingata.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import se.fixamingata.demonstration.PlannedReport.Step;
import se.fixamingata.report.Actor;
import se.fixamingata.report.ReportStatus;

/** What becomes of a report: the older it is, the likelier it is settled. */
final class Courses {

    private static final Duration FRESH = Duration.ofDays(5);
    private static final Duration RECENT = Duration.ofDays(45);

    /** Of a hundred old ones, so many are not done. */
    private static final int UNDONE = 27;

    private final Texts texts;
    private final SplittableRandom random;
    private final Instant now;

    Courses(Texts texts, SplittableRandom random, Instant now) {
        this.texts = texts;
        this.random = random;
        this.now = now;
    }

    /**
     * The steps after the confirmation; none is in the future.
     *
     * @param everyday such things are done within days, or some weeks
     */
    List<Step> after(Instant confirmed, String category, int number, boolean everyday) {
        Duration age = Duration.between(confirmed, now);
        List<ReportStatus> course = course(age, number, everyday);
        List<Step> steps = new ArrayList<>();
        Instant at = confirmed;
        for (int i = 0; i < course.size(); i++) {
            at = later(at, course.size() - i);
            ReportStatus status = course.get(i);
            boolean again = status == ReportStatus.REPORTED;
            String text = texts.answer(again ? "reopened" : status.code(), again ? "*" : category, random);
            steps.add(new Step(at, status, again ? Actor.REPORTER : Actor.AUTHORITY, text));
        }
        return steps;
    }

    /** Closed as the same as another one, a day or two later. */
    List<Step> duplicate(Instant confirmed) {
        String text = texts.answer("duplicate", "*", random);
        return List.of(new Step(later(confirmed, 1), ReportStatus.DUPLICATE, Actor.AUTHORITY, text));
    }

    /** Some hours to some weeks on, in office hours if there is room, and always before now. */
    private Instant later(Instant from, int stepsLeft) {
        double room = Duration.between(from, now).toMinutes() / (stepsLeft + 0.3);
        double wish = (0.2 + 9 * Math.pow(random.nextDouble(), 2)) * 24 * 60;
        long minutes = (long) Math.max(3, Math.min(wish, room));
        return from.plus(Duration.ofMinutes(minutes)).plusSeconds(random.nextInt(60));
    }

    private List<ReportStatus> course(Duration age, int number, boolean everyday) {
        int dice = random.nextInt(100);
        if (age.compareTo(FRESH) < 0) {
            return dice < 70 ? List.of() : List.of(ReportStatus.INVESTIGATING);
        }
        // Every thirtieth goes a rare way, so that each status can be seen.
        switch (number % 30) {
            case 3:
                return List.of(ReportStatus.INVESTIGATING, ReportStatus.NOT_RESPONSIBLE);
            case 11:
                return List.of(ReportStatus.NO_ACTION);
            case 17:
                return List.of(ReportStatus.INVESTIGATING, ReportStatus.FORWARDED);
            case 23:
                return List.of(ReportStatus.FIXED, ReportStatus.REPORTED, ReportStatus.IN_PROGRESS);
            default:
                return everyday ? done() : age.compareTo(RECENT) < 0 ? recent(dice) : old(dice);
        }
    }

    private List<ReportStatus> done() {
        return old(UNDONE + random.nextInt(100 - UNDONE));
    }

    private static List<ReportStatus> recent(int dice) {
        if (dice < 22) {
            return List.of();
        }
        if (dice < 42) {
            return List.of(ReportStatus.INVESTIGATING);
        }
        if (dice < 56) {
            return List.of(ReportStatus.INVESTIGATING, ReportStatus.PLANNED);
        }
        if (dice < 68) {
            return List.of(ReportStatus.PLANNED, ReportStatus.IN_PROGRESS);
        }
        return List.of(ReportStatus.INVESTIGATING, ReportStatus.FIXED);
    }

    private static List<ReportStatus> old(int dice) {
        if (dice < 7) {
            return List.of();
        }
        if (dice < 13) {
            return List.of(ReportStatus.INVESTIGATING);
        }
        if (dice < 22) {
            return List.of(ReportStatus.INVESTIGATING, ReportStatus.PLANNED);
        }
        if (dice < UNDONE) {
            return List.of(ReportStatus.PLANNED, ReportStatus.IN_PROGRESS);
        }
        if (dice < 60) {
            return List.of(ReportStatus.INVESTIGATING, ReportStatus.FIXED);
        }
        if (dice < 80) {
            return List.of(ReportStatus.PLANNED, ReportStatus.IN_PROGRESS, ReportStatus.FIXED);
        }
        if (dice < 95) {
            return List.of(ReportStatus.FIXED);
        }
        return List.of(ReportStatus.FIXED, ReportStatus.REPORTED, ReportStatus.INVESTIGATING, ReportStatus.FIXED);
    }
}

package se.fixamingata.web.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import se.fixamingata.jobs.desk.PartLine;
import se.fixamingata.jobs.desk.RunLine;
import se.fixamingata.jobs.timetable.CronTime;
import se.fixamingata.jobs.timetable.TimetableEntry;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.TextBean;
import se.fixamingata.web.text.Times;

/** Jobs, their hours and what became of them, in words. A job that has no name yet stands there as its definition is called. */
@Named("jobWords")
@RequestScoped
public class JobWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Inject
    TextBean text;

    @Inject
    Times times;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    public String name(String job) {
        return word("jobb.name." + job, job);
    }

    /** What the job does, in a sentence; empty when nobody has said it. */
    public String about(String job) {
        return word("jobb.about." + job, "");
    }

    /** "Varje dag 03:10", "Varje måndag 06:40". */
    public String when(TimetableEntry entry) {
        return entry.when().map(this::when).orElseGet(() -> text.of("jobb.when.never"));
    }

    private String when(CronTime time) {
        String at = CLOCK.format(time.time());
        if (time.dayOfMonth() != null) {
            return text.of("jobb.when.month", time.dayOfMonth(), at);
        }
        return time.dayOfWeek() == null
                ? text.of("jobb.when.day", at)
                : text.of(
                        "jobb.when.week",
                        time.dayOfWeek()
                                .getDisplayName(TextStyle.FULL, language.get().locale()),
                        at);
    }

    /** A moment to come, or one that was, to the minute and with its day. */
    public String moment(Instant at) {
        boolean today = at.atZone(CronTime.ZONE)
                .toLocalDate()
                .equals(clock.instant().atZone(CronTime.ZONE).toLocalDate());
        return today ? times.near(at) : times.moment(at);
    }

    /** How a run does or did. */
    public String status(RunLine run) {
        return text.of(
                run.hangingSince() != null && run.isRunning()
                        ? "jobb.status.hanging"
                        : "jobb.status." + code(run.status()));
    }

    /** For the look of {@link #status}. */
    public String look(RunLine run) {
        return run.hangingSince() != null && run.isRunning() ? "hanging" : code(run.status());
    }

    public String startedBy(RunLine run) {
        return run.who() == null ? text.of("jobb.by." + code(run.startedBy())) : run.who();
    }

    /** What a note is about. */
    public String kind(Enum<?> kind) {
        return text.of("jobb.note." + code(kind));
    }

    /** "12 s", "3 min 5 s", "1 h 2 min"; of a run that goes on, until now. */
    public String took(RunLine run) {
        Duration took = run.took().orElseGet(() -> Duration.between(run.startedAt(), clock.instant()));
        long seconds = Math.max(0, took.toSeconds());
        if (seconds < 60) {
            return text.of("jobb.took.seconds", seconds);
        }
        return seconds < 3600
                ? text.of("jobb.took.minutes", seconds / 60, seconds % 60)
                : text.of("jobb.took.hours", seconds / 3600, seconds % 3600 / 60);
    }

    /** The day at whose beginning the count ends; empty for a job that has none. */
    public String cutOff(RunLine run) {
        return run.cutOffDay().map(times::day).orElse("");
    }

    /** "1 200 av 3 400", or "1 200" when nobody knows of how many. */
    public String done(PartLine part) {
        return part.total() == null
                ? text.of("jobb.done", text.number(part.done()))
                : text.of("jobb.done.of", text.number(part.done()), text.number(part.total()));
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String word(String key, String otherwise) {
        try {
            return text.of(key);
        } catch (MissingResourceException notNamed) {
            return otherwise;
        }
    }
}

package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.deadline.Lateness;
import se.fixamingata.handling.reading.CaseView;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.web.text.TextBean;
import se.fixamingata.web.text.Times;

/** A report's deadlines in words: by when, how late it is, and why the clock stands still. */
@Named("caseDue")
@RequestScoped
public class CaseDue {

    private static final String KEY = "arende.due.";

    @Inject
    CasePage page;

    @Inject
    Times times;

    @Inject
    TextBean text;

    @Inject
    Clock clock;

    /**
     * A day by which something is to be done.
     *
     * @param late how that day lies to today, as in styles; empty when there is time left, or it is done
     * @param lateness the same in words
     */
    public record Line(String words, String late, String lateness) {}

    /** The first answer while it is waited for, and the solution; nothing while nobody has reckoned them. */
    public List<Line> getLines() {
        CaseView report = page.getReport();
        CaseView.DueView due = report.file().due();
        if (due.solveOn() == null) {
            return List.of();
        }
        boolean open = report.status().group() == StatusGroup.OPEN;
        List<Line> lines = new ArrayList<>();
        if (open && report.file().answeredAt() == null) {
            lines.add(line("answer", due.answerOn(), true));
        }
        lines.add(line(open ? "solve" : "was", due.solveOn(), open));
        return lines;
    }

    private Line line(String key, LocalDate day, boolean counts) {
        Optional<Lateness> late = counts ? Lateness.of(day, today()) : Optional.empty();
        return new Line(
                text.of(KEY + key, times.day(day)),
                late.map(Lateness::code).orElse(""),
                late.map(one -> text.of("inbox.deadline." + one.code())).orElse(""));
    }

    /** What the days have to do with waiting and reopening, in sentences; mostly none. */
    public List<String> getReasons() {
        CaseView.DueView due = page.getReport().file().due();
        List<String> reasons = new ArrayList<>();
        if (due.pausedFrom() != null && !today().isAfter(due.pausedUntil())) {
            reasons.add(text.of(KEY + "paused", times.day(due.pausedFrom()), times.day(due.pausedUntil())));
        } else if (due.pausedDays() > 0) {
            reasons.add(text.of(KEY + "waited", due.pausedDays()));
        }
        if (due.reopened()) {
            reasons.add(text.of(KEY + "reopened"));
        }
        return reasons;
    }

    private LocalDate today() {
        return WorkingCalendar.day(clock.instant());
    }
}

package se.fixamingata.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * By when a report is to be answered and solved, and the clock that decides it. Days in Sweden; how many is not known here: whoever changes
 * a report has the package {@code deadline} settle them.
 */
@Embeddable
public class DueDates {

    @Column(name = "answer_due_on")
    private LocalDate answerOn;

    @Column(name = "solve_due_on")
    private LocalDate solveOn;

    @Column(name = "due_from")
    private LocalDate from;

    @Column(name = "due_paused_days", nullable = false)
    private int pausedDays;

    @Column(name = "due_paused_from")
    private LocalDate pausedFrom;

    @Column(name = "due_paused_until")
    private LocalDate pausedUntil;

    @Column(name = "due_stopped_on")
    private LocalDate stoppedOn;

    protected DueDates() {}

    /** Counts afresh from that day. */
    public void start(LocalDate day) {
        from = day;
        pausedDays = 0;
        pausedFrom = null;
        pausedUntil = null;
        stoppedOn = null;
    }

    /**
     * The clock stands still from that day.
     *
     * @param until as long as that, unless somebody goes on before
     * @param days working days that are lost with it
     */
    public void pause(LocalDate day, LocalDate until, int days) {
        pausedFrom = day;
        pausedUntil = until;
        pausedDays += days;
    }

    /** @param unused working days that the pause would have lasted longer */
    public void resume(int unused) {
        pausedFrom = null;
        pausedUntil = null;
        pausedDays -= unused;
    }

    /** It was fixed or closed on that day. */
    public void stop(LocalDate day) {
        stoppedOn = day;
    }

    /** What follows from all that. */
    public void fall(LocalDate answerBy, LocalDate solveBy) {
        answerOn = answerBy;
        solveOn = solveBy;
    }

    /** The last day for the first answer; null while unconfirmed. */
    public LocalDate answerOn() {
        return answerOn;
    }

    /** The last day for the solution; null while unconfirmed. */
    public LocalDate solveOn() {
        return solveOn;
    }

    /** The day from which is counted; null while unconfirmed. */
    public LocalDate from() {
        return from;
    }

    /** Working days that the clock has stood still, or will have when the pause ends. */
    public int pausedDays() {
        return pausedDays;
    }

    /** Null unless the clock was stopped by asking the reporter; it goes on by itself the day after {@link #pausedUntil}. */
    public LocalDate pausedFrom() {
        return pausedFrom;
    }

    /** Null as {@link #pausedFrom}. */
    public LocalDate pausedUntil() {
        return pausedUntil;
    }

    /** Null while it is open. */
    public LocalDate stoppedOn() {
        return stoppedOn;
    }
}

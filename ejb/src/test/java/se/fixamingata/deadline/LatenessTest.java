package se.fixamingata.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.calendar.WorkingCalendar;

class LatenessTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Monday the 2nd of March 2026.
                "2026-03-02, 2026-03-05, -",
                "2026-03-02, 2026-03-04, SOON",
                "2026-03-02, 2026-03-02, SOON",
                "2026-03-02, 2026-02-27, LATE",
                "2026-03-02, 2026-02-16, LATE",
                "2026-03-02, 2026-02-13, VERY_LATE",
                // On a Sunday Tuesday is the second working day that is left, and Friday's deadline has passed.
                "2026-03-01, 2026-03-03, SOON",
                "2026-03-01, 2026-03-04, -",
                "2026-03-01, 2026-02-27, LATE",
                // On Maundy Thursday two working days are left of a deadline on the Wednesday after Easter.
                "2026-04-02, 2026-04-08, SOON",
                "2026-04-02, 2026-04-09, -"
            })
    void tellsHowLateItIs(LocalDate today, LocalDate due, Lateness lateness) {
        assertThat(Lateness.of(due, today)).isEqualTo(Optional.ofNullable(lateness));
    }

    @Test
    void isNothingWithoutADay() {
        assertThat(Lateness.of(null, LocalDate.of(2026, 3, 2))).isEmpty();
    }

    /** The spans are what is counted, on every day of two years and for every deadline near it. */
    @Test
    void agreesWithCountingWorkingDays() {
        WorkingCalendar calendar = WorkingCalendar.ofSweden();
        for (LocalDate today = LocalDate.of(2025, 11, 1);
                today.isBefore(LocalDate.of(2027, 11, 1));
                today = today.plusDays(1)) {
            for (LocalDate due = today.minusDays(30); due.isBefore(today.plusDays(12)); due = due.plusDays(1)) {
                Lateness expected = due.isBefore(today)
                        ? calendar.between(due, today) > Lateness.LATE_DAYS ? Lateness.VERY_LATE : Lateness.LATE
                        : calendar.between(today, due) <= Lateness.SOON_DAYS ? Lateness.SOON : null;
                assertThat(Lateness.of(due, today)).as(due + " on " + today).isEqualTo(Optional.ofNullable(expected));
            }
        }
    }
}

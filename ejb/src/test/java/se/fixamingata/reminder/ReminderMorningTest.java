package se.fixamingata.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.jobs.timetable.CronTime;

class ReminderMorningTest {

    private static final Optional<CronTime> SEVEN = Optional.of(CronTime.parse("0 7 * *"));

    /** Christmas Eve 2026 is a Thursday; Twelfth Night and Midsummer Eve are as the law has them. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T06:00:00Z, true",
        "2026-11-22T06:00:00Z, false",
        "2026-12-24T06:00:00Z, false",
        "2026-12-25T06:00:00Z, false",
        "2027-01-06T06:00:00Z, false",
        "2026-06-19T05:00:00Z, false",
        "2026-06-18T05:00:00Z, true"
    })
    void nobodyIsRemindedOnADayOff(Instant now, boolean working) {
        assertThat(ReminderMorning.at(now).isPresent()).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T05:59:00Z, 2026-11-23",
        "2026-11-23T06:00:00Z, 2026-11-24",
        "2026-11-27T12:00:00Z, 2026-11-30",
        "2026-12-23T12:00:00Z, 2026-12-28",
        "2026-12-30T12:00:00Z, 2027-01-04"
    })
    void theNextMorningIsAWorkingOne(Instant now, LocalDate day) {
        assertThat(ReminderMorning.next(now, SEVEN)).isEqualTo(day);
    }

    @Test
    void whereTheJobOnlyRunsByHandItIsTheNextWorkingDay() {
        assertThat(ReminderMorning.next(Instant.parse("2026-12-23T05:00:00Z"), Optional.empty()))
                .isEqualTo("2026-12-28");
    }

    @Test
    void workingDaysLieBetweenTwoReminders() {
        assertThat(ReminderMorning.lastBefore(LocalDate.of(2026, 12, 28), 5)).isEqualTo("2026-12-17");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new ReminderSettings(-1, 5, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReminderSettings(2, 0, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReminderSettings(2, 5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ReminderSettings(0, 1, 1).rounds()).isEqualTo(1);
    }
}

package se.fixamingata.jobs.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimetableTest {

    @Test
    void theShippedOneNamesEachJobOnce() {
        List<String> jobs = Timetable.asShipped().entries().stream()
                .map(TimetableEntry::job)
                .toList();
        assertThat(jobs).contains("delete-unconfirmed-reports").doesNotHaveDuplicates();
    }

    @Test
    void aLineIsAJob() {
        Timetable timetable = timetable(Optional.empty());
        assertThat(timetable.entries()).hasSize(1);
        TimetableEntry entry = timetable.find("statistics").orElseThrow();
        assertThat(entry.when().orElseThrow().time()).isEqualTo(LocalTime.of(3, 10));
        assertThat(entry.catchUp()).isEqualTo(Duration.ofHours(20));
        assertThat(entry.hangsAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(entry.cutOff()).isTrue();
        assertThat(timetable.find("other")).isEmpty();
    }

    @Test
    void theOperatorHasTheLastWord() {
        assertThat(timetable(Optional.of("5 4 * SUN"))
                        .find("statistics")
                        .orElseThrow()
                        .when())
                .contains(CronTime.parse("5 4 * SUN"));
        assertThat(timetable(Optional.of("never"))
                        .find("statistics")
                        .orElseThrow()
                        .when())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoLine() {
        assertThatThrownBy(() -> new Timetable(List.of("statistics; 10 3 * *"), job -> Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Timetable timetable(Optional<String> set) {
        return new Timetable(List.of("# jobs", "", "statistics; 10 3 * *; PT20H; PT30M; yes"), job -> set);
    }
}

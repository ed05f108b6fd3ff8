package se.fixamingata.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.fixamingata.jobs.NoteKind;
import se.fixamingata.jobs.RunStatus;
import se.fixamingata.jobs.StartedBy;
import se.fixamingata.jobs.desk.JobAnswer;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.shared.Language;

/** Everything that the page of jobs puts together has words; that both languages have the same is another test's. */
class JobTextsTest {

    private final ResourceBundle texts =
            ResourceBundle.getBundle("se.fixamingata.web.text.messages", Language.SV.locale());

    @Test
    void eachJobHasANameAndASentence() {
        assertThat(Timetable.asShipped().entries()).isNotEmpty().allSatisfy(entry -> assertThat(texts.keySet())
                .contains("jobb.name." + entry.job(), "jobb.about." + entry.job()));
    }

    @Test
    void everyStatusNoteStartAndAnswerHasItsWords() {
        assertThat(texts.keySet()).containsAll(keys("jobb.status.", RunStatus.values()));
        assertThat(texts.keySet()).containsAll(keys("jobb.note.", NoteKind.values()));
        assertThat(texts.keySet()).containsAll(keys("jobb.by.", StartedBy.values()));
        assertThat(texts.keySet())
                .containsAll(Arrays.stream(JobAnswer.values())
                        .map(answer -> "jobb.answer." + answer.code())
                        .toList());
    }

    private static Iterable<String> keys(String beginning, Enum<?>[] all) {
        return Stream.of(all)
                .map(one -> beginning + one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}

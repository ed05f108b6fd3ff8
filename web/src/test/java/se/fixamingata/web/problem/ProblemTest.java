package se.fixamingata.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final List<Problem> PROBLEMS = List.of(
            new Problem("title", "Skriv en rubrik."),
            new Problem("email", "Skriv din e-postadress."),
            new Problem("email", "Adressen är för lång."));

    @Test
    void aFieldShowsTheFirstThatIsAboutIt() {
        assertThat(Problem.at("email", PROBLEMS)).isEqualTo("Skriv din e-postadress.");
    }

    @Test
    void aFieldThatIsRightShowsNothing() {
        assertThat(Problem.at("name", PROBLEMS)).isEmpty();
        assertThat(Problem.at("title", List.of())).isEmpty();
    }
}

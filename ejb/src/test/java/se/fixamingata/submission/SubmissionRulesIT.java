package se.fixamingata.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.SecretToken;

/** Through the database and back, because that is where a rule and a column can part. */
class SubmissionRulesIT extends DatabaseTest {

    private Counter counter;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        counter = new Counter(em, clock);
    }

    private List<FieldProblem> problems(DraftFields fields) {
        SecretToken token = counter.start(fields);
        flushAndClear();
        SubmissionResult result = counter.submission.submit(token);
        return result instanceof SubmissionResult.Invalid invalid ? invalid.problems() : List.of();
    }

    @Test
    void aPlaceIsNeeded() {
        assertThat(problems(Counter.GOOD.at(null, null, null)))
                .containsExactly(new FieldProblem("place", "report.place.missing"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "57.0, 20.5, in the Baltic beyond the territorial sea",
        "59.91, 10.75, in Oslo",
        "91.0, 13.0, beyond the pole",
        "0.0, 0.0, where bad geocoders point"
    })
    void thePlaceLiesInSweden(double lat, double lon, String where) {
        assertThat(problems(Counter.GOOD.at(lat, lon, null)))
                .containsExactly(new FieldProblem("place", "report.place.outside"));
    }

    @Test
    void aCategoryOfAnotherMunicipalityIsRefused() {
        em.createNativeQuery(
                        "insert into authority_category (authority_code, category_code) values ('1763', 'parking')")
                .executeUpdate();

        assertThat(problems(Counter.GOOD))
                .containsExactly(new FieldProblem("category", "report.category.elsewhere", "Forshaga"));
        assertThat(problems(Fields.with("category", "parking"))).isEmpty();
    }

    static Stream<Arguments> badFields() {
        String huge = "x".repeat(10_000_000);
        return Stream.of(
                bad("category", null, "report.category.missing"),
                bad("category", " ", "report.category.missing"),
                bad("category", "unicorn", "report.category.elsewhere", "Forshaga"),
                bad("category", "' or 1=1 --", "report.category.elsewhere", "Forshaga"),
                bad("title", null, "report.title.missing"),
                bad("title", "\u200B\u200B\u200B\u200B\u200B\u200B", "report.title.missing"),
                bad("title", "Hål!", "report.title.short", 5),
                bad("title", "💡💡💡💡", "report.title.short", 5),
                bad("title", "x".repeat(101), "report.title.long", 100),
                bad("title", huge, "report.title.long", 100),
                bad("description", "\n\n\n\n\n\n\n\n\n\n\n", "report.description.missing"),
                bad("description", "Kort text", "report.description.short", 10),
                bad("description", "x".repeat(4001), "report.description.long", 4000),
                bad("description", huge, "report.description.long", 4000),
                bad("name", "", "report.name.missing"),
                bad("name", "A", "report.name.short", 2),
                bad("name", "A".repeat(101), "report.name.long", 100),
                bad("email", null, "report.email.missing"),
                bad("email", "anna", "report.email.invalid"),
                bad("email", "anna@example.org\nBcc: bo@example.org", "report.email.invalid"),
                bad("email", "anna@exam\r\nple.org", "report.email.invalid"),
                bad("email", "a".repeat(250) + "@example.org", "report.email.long", 254),
                bad("phone", "0".repeat(41), "report.phone.long", 40));
    }

    private static Arguments bad(String field, String value, String key, Object... args) {
        return Arguments.of(field, value, new FieldProblem(field, key, args));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("badFields")
    void whatIsWrongIsToldAtItsField(String field, String value, FieldProblem problem) {
        assertThat(problems(Fields.with(field, value))).containsExactly(problem);
    }

    @Test
    void everythingWrongIsToldAtOnceInTheOrderOfTheForm() {
        assertThat(problems(DraftFields.EMPTY))
                .extracting(FieldProblem::field)
                .containsExactly("place", "category", "title", "description", "name", "email");
    }

    @Test
    void onePersonSendsTenReportsAnHour() {
        for (int i = 0; i < 10; i++) {
            counter.send(Counter.GOOD);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(problems(Counter.GOOD)).containsExactly(new FieldProblem("email", "report.email.many", 10, 51));

        clock.advance(Duration.ofMinutes(51));
        assertThat(problems(Counter.GOOD)).isEmpty();
    }
}

package se.fixamingata.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.municipality.AuthoritiesImport.Outcome;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;

class AuthoritiesImportIT extends DatabaseTest {

    /** As files were before there were private categories: most tests need no more. */
    private static final String HEADER = String.join(";", AuthoritiesCsv.OLD_HEADER);

    private static final String WITH_PRIVATE = String.join(";", AuthoritiesCsv.HEADER);
    private static final String FORSHAGA =
            "1763;forshaga;Forshaga kommun;municipality;live;gata@forshaga.example;;;;;;";

    private final RecordedEvents<AddressRegistered> registered = new RecordedEvents<>();
    private final RecordedEvents<AuthoritiesImported> imported = new RecordedEvents<>();

    @BeforeEach
    void seed() {
        TestMunicipalities.seed(em, clock);
    }

    @Test
    void oneAddressForAllAndOneForACategory() {
        assertThat(take(HEADER, FORSHAGA, "1763;;;;;;lighting;ljus@forshaga.example;;;;"))
                .isEqualTo(new Outcome.Imported(1, 1));

        Authorities authorities = new Authorities(em);
        assertThat(authorities.recipient("1763", "lighting")).contains("ljus@forshaga.example");
        assertThat(authorities.recipient("1763", "graffiti")).contains("gata@forshaga.example");
        assertThat(authorities.recipient("1780", "lighting")).isEmpty();
        assertThat(authorities.recipient("9999", "lighting")).isEmpty();
        assertThat(authorities.find("1763")).map(Authority::state).contains(AuthorityState.LIVE);
        assertThat(registered.fired()).containsExactly(new AddressRegistered("1763"));
        assertThat(imported.fired()).hasSize(1);
    }

    @Test
    void chosenCategoriesAndStateRoadsAreOffered() {
        take(HEADER, "1763;forshaga;Forshaga kommun;municipality;live;;;;other, lighting graffiti;;;");
        CategoryCatalogue catalogue = new CategoryCatalogue(new Categories(em), new Authorities(em));

        assertThat(catalogue.availableIn("1763"))
                .extracting(Category::code)
                .containsExactly("lighting", "graffiti", "state_road", "other");
        assertThat(catalogue.availableIn("1780")).hasSize(20).last().satisfies(last -> assertThat(
                        last.name(Language.SV))
                .isEqualTo("Övrigt"));
        assertThat(catalogue.isAvailable("1763", "parking")).isFalse();
        assertThat(catalogue.isAvailable("1780", "parking")).isTrue();
        assertThat(catalogue.isAvailable("1780", "unicorn")).isFalse();
        assertThat(catalogue.authorityFor("1763", "state_road")).isEqualTo("TRV");
        assertThat(catalogue.authorityFor("1763", "lighting")).isEqualTo("1763");
    }

    @Test
    void refusingTellsWhereToTurn() {
        take(
                HEADER,
                "0180;stockholm;Stockholms stad;municipality;refusing;;;;;\"Gör en felanmälan; i appen Tyck till.\";Use the app.;https://tycktill.stockholm.example/");

        assertThat(new Authorities(em).find("0180")).get().satisfies(stockholm -> {
            assertThat(stockholm.refuses()).isTrue();
            assertThat(stockholm.refusal(Language.SV)).contains("Gör en felanmälan; i appen Tyck till.");
            assertThat(stockholm.refusal(Language.EN)).contains("Use the app.");
            assertThat(stockholm.refusalUrl()).contains("https://tycktill.stockholm.example/");
        });
    }

    @Test
    void stateRoadsGoToTrafikverket() {
        take(HEADER, "TRV;trafikverket;Trafikverket;state;default;trafikverket@trafikverket.example;;;;;;");

        assertThat(new Authorities(em).recipient("TRV", "state_road")).contains("trafikverket@trafikverket.example");
    }

    @Test
    void theFileIsTheWholeTruth() {
        take(
                HEADER,
                FORSHAGA,
                "1763;;;;;;lighting;ljus@forshaga.example;;;;",
                "1780;karlstad;Karlstads kommun;municipality;live;k@karlstad.example;;;lighting;;;");
        assertThat(take(HEADER, FORSHAGA)).isEqualTo(new Outcome.Imported(1, 2));

        Authorities authorities = new Authorities(em);
        assertThat(authorities.recipient("1763", "lighting")).contains("gata@forshaga.example");
        assertThat(authorities.recipient("1780", "lighting")).isEmpty();
        assertThat(authorities.chosenCategories("1780")).isEmpty();
        assertThat(authorities.find("1780")).map(Authority::state).contains(AuthorityState.DEFAULT);
    }

    @Test
    void whoeverDecidesThemselvesIsLeftAlone() {
        take(HEADER, FORSHAGA);
        em.find(Authority.class, "1763").reachAt("egen@forshaga.example", clock.instant());
        em.flush();
        assertThat(take(HEADER, FORSHAGA, "1763;;;;;;lighting;ljus@forshaga.example;;;;"))
                .isEqualTo(new Outcome.Imported(1, 0));
        assertThat(new Authorities(em).recipient("1763", "lighting")).contains("egen@forshaga.example");
        take(HEADER);
        assertThat(new Authorities(em).recipient("1763", "lighting")).contains("egen@forshaga.example");
    }

    @Test
    void whatDidNotChangeIsLeftAlone() {
        take(HEADER, FORSHAGA, "1763;;;;;;lighting;ljus@forshaga.example;;;;");
        assertThat(take(HEADER, FORSHAGA, "1763;;;;;;lighting;ljus@forshaga.example;;;;", ""))
                .isEqualTo(new Outcome.Imported(1, 0));
        assertThat(registered.fired()).hasSize(1);
    }

    @Test
    void theSameFileIsTakenOnce() {
        byte[] file = bytes(HEADER, FORSHAGA);

        assertThat(importing().take(file, "a".repeat(64))).isInstanceOf(Outcome.Imported.class);
        assertThat(importing().take(file, "a".repeat(64))).isEqualTo(new Outcome.Unchanged());
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() {
        byte[] file = ("\uFEFF" + HEADER + "\r\n" + FORSHAGA + "\r\n").getBytes(StandardCharsets.UTF_8);

        assertThat(importing().take(file, "b".repeat(64))).isEqualTo(new Outcome.Imported(1, 1));
    }

    @Test
    void everyChangeIsInTheAuditTrail() {
        take(HEADER, FORSHAGA);
        em.flush();

        assertThat(em.createNativeQuery("select concat(actor, ' ', action, ' ', subject) from audit_entry")
                        .getResultList())
                .asList()
                .containsExactlyInAnyOrder(
                        "authorities.csv authority.registered authority:1763",
                        "authorities.csv authorities.imported authorities.csv");
    }

    static Stream<Arguments> badLines() {
        String ok = FORSHAGA;
        return Stream.of(
                Arguments.of(ok.replace("1763", "1799"), "no authority has the code \"1799\""),
                Arguments.of(ok.replace("1763;", ";"), "no authority has the code \"\""),
                Arguments.of(
                        ok.replace(";forshaga;", ";karlstad;"), "the slug of 1763 is \"forshaga\", not \"karlstad\""),
                Arguments.of(ok.replace("Forshaga kommun", ""), "name is missing"),
                Arguments.of(ok.replace("Forshaga kommun", "F".repeat(81)), "name is longer than 80 characters"),
                Arguments.of(
                        ok.replace("municipality", "county"), "kind is \"county\", not one of municipality, state"),
                Arguments.of(ok.replace("municipality", "state"), "1763 is of the kind municipality, not state"),
                Arguments.of(
                        ok.replace("live", "LIVE"), "state is \"LIVE\", not one of default, pilot, live, refusing"),
                Arguments.of(ok.replace("live", ""), "state is \"\", not one of default, pilot, live, refusing"),
                Arguments.of(ok.replace("live", "refusing"), "refusing needs refusal_sv: where to turn instead"),
                Arguments.of(ok.replace("gata@", "gata"), "email is no e-mail address"),
                Arguments.of(ok.replace("gata@", "åke@"), "email is no e-mail address"),
                Arguments.of(
                        ok.replace("gata@forshaga.example", "\"gata@forshaga.example\nBcc: x@example.org\""),
                        "email holds a line break or another control character"),
                Arguments.of(
                        ok.replace("gata@forshaga.example", "a@forshaga.example, b@forshaga.example"),
                        "email is no e-mail address"),
                Arguments.of(
                        ok.replaceFirst(";;;;;;$", ";;;lighting,unicorn;;;"), "no category has the code \"unicorn\""),
                Arguments.of(
                        ok.replaceFirst(";;;;;;$", ";;;lighting,lighting;;;"),
                        "category lighting stands twice in categories"),
                Arguments.of(
                        ok.replaceFirst(";;;;;;$", ";;;;;;javascript:alert(1)"),
                        "refusal_url is no address that begins with https:// or http://"),
                Arguments.of(
                        ok.replaceFirst(";;;;;;$", ";;;;" + "x".repeat(2001) + ";;"),
                        "refusal_sv is longer than 2000 characters"),
                Arguments.of(ok + ";", "has 13 columns, not 12 as the first row says"),
                Arguments.of("1763;forshaga", "has 2 columns, not 12 as the first row says"),
                Arguments.of(
                        "1763;;;;;;lighting;ljus@forshaga.example;;;;",
                        "the line of 1763 itself has to come before those of its categories"),
                Arguments.of(
                        "TRV;trafikverket;Trafikverket;state;default;;;;lighting;;;",
                        "Trafikverket gets no reports of lighting"));
    }

    @ParameterizedTest
    @MethodSource("badLines")
    void aBadLineIsToldAndTheFileRefused(String line, String reason) {
        String good = "1780;karlstad;Karlstads kommun;municipality;live;k@karlstad.example;;;;;;";

        assertThat(take(HEADER, good, line)).isEqualTo(new Outcome.Refused(List.of(new FileProblem(3, reason))));
        assertThat(new Authorities(em).recipient("1780", "lighting")).isEmpty();
        assertThat(registered.fired()).isEmpty();
        assertThat(count("imported_file")).isZero();
    }

    @Test
    void privateCategoriesAreTheLastColumnAndGoWithIt() {
        take(WITH_PRIVATE, FORSHAGA + ";other, water", "1763;;;;;;lighting;ljus@forshaga.example;;;;;");
        PrivateCategories privates = new PrivateCategories(em);
        assertThat(privates.of("1763")).containsExactlyInAnyOrder("other", "water");
        assertThat(privates.isPrivate("1763", "other")).isTrue();
        assertThat(privates.isPrivate("1763", "lighting")).isFalse();
        assertThat(privates.isPrivate("1780", "other")).isFalse();

        assertThat(take(WITH_PRIVATE, FORSHAGA + ";water")).isEqualTo(new Outcome.Imported(1, 1));
        assertThat(privates.of("1763")).containsExactly("water");
        assertThat(take(HEADER, FORSHAGA)).isEqualTo(new Outcome.Imported(1, 1));
        assertThat(privates.of("1763")).isEmpty();
    }

    static Stream<Arguments> badPrivates() {
        return Stream.of(
                Arguments.of(FORSHAGA + ";unicorn", "no category has the code \"unicorn\""),
                Arguments.of(FORSHAGA + ";other other", "category other stands twice in private"),
                Arguments.of(FORSHAGA + ";state_road", "reports of state_road always go to Trafikverket"),
                Arguments.of(
                        FORSHAGA.replaceFirst(";;;;;;$", ";;;lighting;;;") + ";other",
                        "private category other is none of its categories"),
                Arguments.of(FORSHAGA, "has 12 columns, not 13 as the first row says"));
    }

    @ParameterizedTest
    @MethodSource("badPrivates")
    void aBadPrivateCategoryIsToldAndTheFileRefused(String line, String reason) {
        assertThat(take(WITH_PRIVATE, line)).isEqualTo(new Outcome.Refused(List.of(new FileProblem(2, reason))));
    }

    static Stream<Arguments> badExceptions() {
        return Stream.of(
                Arguments.of("1763;;;;;;unicorn;u@forshaga.example;;;;", "no category has the code \"unicorn\""),
                Arguments.of("1763;;;;;;lighting;;;;;", "category_email is missing"),
                Arguments.of("1763;;;;;;;u@forshaga.example;;;;", "category is missing"),
                Arguments.of("1763;;;;;;lighting;nobody;;;;", "category_email is no e-mail address"),
                Arguments.of(
                        "1763;;;;;;state_road;u@forshaga.example;;;;",
                        "reports of state_road always go to Trafikverket"),
                Arguments.of(
                        "1763;;;;;;graffiti;u@forshaga.example;;;;",
                        "category graffiti of 1763 has an address already"),
                Arguments.of(
                        "1763;;;;pilot;;lighting;u@forshaga.example;;;;",
                        "state differs from line 2: leave it empty here"),
                Arguments.of(FORSHAGA, "1763 has a line of its own already, line 2"));
    }

    @ParameterizedTest
    @MethodSource("badExceptions")
    void aBadExceptionIsToldAndTheFileRefused(String line, String reason) {
        assertThat(take(HEADER, FORSHAGA, "1763;;;;;;graffiti;klotter@forshaga.example;;;;", line))
                .isEqualTo(new Outcome.Refused(List.of(new FileProblem(4, reason))));
    }

    @Test
    void everyProblemIsToldByTheLineItIsIn() {
        Outcome outcome = take(
                HEADER,
                "9999;atlantis;Atlantis;municipality;live;;;;;;;",
                "",
                "0180;stockholm;Stockholms stad;municipality;live;;;;;\"en\nbruten text\";;",
                "1763;forshaga;;municipality;dead;;;;;;;");

        assertThat(((Outcome.Refused) outcome).problems())
                .extracting(FileProblem::line)
                .containsExactly(2L, 6L, 6L);
    }

    @Test
    void aFileInAnotherFormIsRefused() {
        assertThat(refusal("")).isEqualTo("is empty: the first row has to name the columns");
        assertThat(refusal(FORSHAGA)).startsWith("line 1: has to name the columns: code;slug;name");
        assertThat(refusal(HEADER.replace(';', ','))).startsWith("line 1: has to name the columns");
        assertThat(refusal(HEADER + "\n1763;\"forsh\"aga\";x;x;x;x;x;x;x;x;x;x"))
                .contains("cannot be taken apart");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(bytes(HEADER));
        file.writeBytes("0138;tyreso;Tyresö kommun;municipality;live;;;;;;;".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(importing().take(file.toByteArray(), "c".repeat(64)))
                .isEqualTo(new Outcome.Refused(List.of(new FileProblem(2, "is not UTF-8"))));
    }

    /** What comes with the demonstration has to be right. */
    @Test
    void theDemonstrationsFileIsTakenOver() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("..", "payara-config", "demo", "authorities.csv"));
        new MunicipalitySeeding(em, new OneAtATime(em), clock)
                .seed(ReferenceData.builtIn().municipalities());

        assertThat(importing().take(file, "e".repeat(64))).isInstanceOf(Outcome.Imported.class);
        Authorities authorities = new Authorities(em);
        assertThat(authorities.recipient("1763", "lighting")).contains("gatubelysning@forshaga.example");
        assertThat(authorities.recipient("1780", "lighting")).contains("belysning@karlstad.example");
        assertThat(authorities.recipient("0180", "lighting")).contains("ljus@stockholm.example");
        assertThat(authorities.recipient("TRV", "state_road")).contains("vagar@trafikverket.example");
        assertThat(new PrivateCategories(em).of("1763")).containsExactly("other");
    }

    @Test
    void sqlIsJustText() {
        String name = "Robert'); drop table authority -- <script>";
        take(HEADER, FORSHAGA.replace("Forshaga kommun", "\"" + name + "\""));

        assertThat(new Authorities(em).find("1763")).map(Authority::name).contains(name);
    }

    private String refusal(String text) {
        Outcome outcome = take(text);
        return ((Outcome.Refused) outcome).problems().get(0).toString();
    }

    private Outcome take(String... lines) {
        return importing().take(bytes(lines), (UUID.randomUUID() + "" + UUID.randomUUID()).substring(0, 64));
    }

    private static byte[] bytes(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private AuthoritiesImport importing() {
        AuthoritiesImport importing = new AuthoritiesImport();
        importing.em = em;
        importing.categories = new Categories(em);
        importing.audit = new AuditTrail(em, clock);
        importing.turns = new OneAtATime(em);
        importing.addressRegistered = registered;
        importing.imported = imported;
        importing.clock = clock;
        return importing;
    }

    private long count(String table) {
        return ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue();
    }
}

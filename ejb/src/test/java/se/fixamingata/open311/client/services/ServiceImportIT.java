package se.fixamingata.open311.client.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.extraquestion.ExtraQuestionWriting;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.Question;
import se.fixamingata.extraquestion.QuestionKind;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.Script;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.shared.OneAtATime;

/** Their services and definitions, whatever they look like, and which category is which of them (R23, P3; open311.md, 6.2). */
class ServiceImportIT extends DatabaseTest {

    private static final String FORSHAGA = ListeningScene.FORSHAGA;

    private static final String LIST =
            """
            <services is_array="true"><service><service_code>001</service_code><service_name>Belysning</service_name>
            <metadata>True</metadata><type>realtime</type><group>Gata</group></service>
            <service><service_code>7/ä</service_code><service_name>Hål</service_name><metadata>false</metadata><group/></service></services>""";

    private static final String DEFINITION =
            """
            <service_definition><service_code>001</service_code><attribute><code>pole</code><datatype>string</datatype><required>true</required>
            <order>2</order><description>Stolpens nummer</description></attribute><attribute><variable>false</variable><code>note</code>
            <description>Ring vid fara.</description><order>1</order></attribute><attribute><code>fixmystreet_id</code></attribute>
            <attribute><code>kind</code><datatype>singlevaluelist</datatype><order>3</order><description>Vad</description>
            <values><value><key>a</key><name>Släckt</name></value><value><key>b</key><name>Blinkar</name></value></values></attribute></service_definition>""";

    private final RecordedEvents<IntegrationChanged> changed = new RecordedEvents<>();
    private ListeningScene scene;
    private Script theirs;
    private ServiceImport imports;
    private ServiceMapping mapping;
    private RemoteServices services;
    private Caller administrator;

    @BeforeEach
    void start() {
        dataSource();
        scene = new ListeningScene(clock);
        theirs = new Script();
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.NONE));
        services = new RemoteServices(scene.em);
        imports = new ServiceImport(
                scene.calls,
                services,
                scene.endpoints,
                new ExtraQuestionWriting(scene.em, new RecordedEvents<>()),
                scene.faults,
                scene.transactions,
                clock);
        mapping = new ServiceMapping();
        mapping.services = services;
        mapping.imports = imports;
        mapping.endpoints = scene.endpoints;
        mapping.categories = new Categories(scene.em);
        mapping.audit = new AuditTrail(scene.em, clock);
        mapping.turns = new OneAtATime(scene.em);
        mapping.changed = changed;
        mapping.clock = clock;
        administrator = scene.transactions.call(() -> scene.handling.staff(FORSHAGA, Role.ADMINISTRATOR));
    }

    /** What the category is there. */
    private RemoteService lighting() {
        String code = services.mapping(FORSHAGA).get("lighting");
        return services.all(FORSHAGA).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        theirs.close();
    }

    private boolean refresh() {
        return imports.refresh(scene.endpoint(), () -> {});
    }

    private int map(String category, String service) {
        return map(category, service, services.mapping(FORSHAGA)).changed();
    }

    private ServiceMapping.Mapped map(String category, String service, Map<String, String> seen) {
        return scene.transactions.call(() -> mapping.map(administrator, FORSHAGA, Map.of(category, service), seen));
    }

    private List<Question> questions() {
        return scene.transactions.call(() -> new ExtraQuestions(scene.em).of(FORSHAGA, "lighting"));
    }

    private void says(String list, String definition) {
        theirs.says("/services.xml", list);
        theirs.says("/services/001.xml", definition);
    }

    /** Section 6.2, services: definition fetched only if metadata=true. */
    @Test
    void theListIsKeptAsItIsAndOnlyDefinitionsThatThereAreAreFetched() {
        says(LIST, DEFINITION);
        assertThat(refresh()).isTrue();
        assertThat(services.all(FORSHAGA))
                .extracting(RemoteService::code, RemoteService::name, RemoteService::group, one -> one.attributes()
                        .size())
                .containsExactly(tuple("7/ä", "Hål", "", 0), tuple("001", "Belysning", "Gata", 4));
        assertThat(theirs.asked()).containsExactly("/discovery.xml", "/services.xml", "/services/001.xml");
        assertThat(scene.list("select count(*) from integration_fault")).containsExactly(0L);
    }

    /** Section 6.2, services: refreshed when the changeset changes and daily. */
    @Test
    void theyAreReadOnceADayOrWhenTheDiscoveryTellsOfAnotherEdition() {
        says(LIST, DEFINITION);
        theirs.says("/discovery.xml", "<discovery><changeset>1</changeset></discovery>");
        refresh();
        theirs.asked();
        refresh();
        assertThat(theirs.asked()).containsExactly("/discovery.xml");
        theirs.says("/discovery.xml", "<discovery><changeset>2</changeset></discovery>");
        refresh();
        assertThat(theirs.asked()).contains("/services.xml");
        clock.advance(Duration.ofHours(25));
        refresh();
        assertThat(theirs.asked()).contains("/services.xml");
    }

    @Test
    void aCategoryThatIsTheirServiceAsksWhatTheyWantToKnowAndWaitingReportsAreOnTheirWay() {
        says(LIST, DEFINITION);
        refresh();
        assertThat(map("lighting", "001")).isEqualTo(1);
        assertThat(questions())
                .extracting(Question::code, Question::kind, Question::required)
                .containsExactly(
                        tuple("note", QuestionKind.NOTICE, false),
                        tuple("pole", QuestionKind.STRING, true),
                        tuple("kind", QuestionKind.CHOICE, false));
        assertThat(changed.fired()).containsExactly(new IntegrationChanged(FORSHAGA));
        assertThat(lighting().code()).isEqualTo("001");
        assertThat(scene.list("select concat(action, ' ', after_value) from audit_entry"))
                .containsExactly("service.mapped lighting: 001");

        assertThat(map("lighting", "")).isEqualTo(1);
        assertThat(questions()).isEmpty();
    }

    @Test
    void aDefinitionThatChangesChangesTheQuestions() {
        says(LIST, DEFINITION);
        refresh();
        map("lighting", "001");
        says(LIST, DEFINITION.replace("Stolpens nummer", "Numret på stolpen"));
        clock.advance(Duration.ofHours(25));
        refresh();
        assertThat(questions()).anyMatch(one -> one.label().sv().equals("Numret på stolpen"));
    }

    /** Section 6.2, services: a vanished one orphans no report. */
    @Test
    void aServiceThatVanishesKeepsItsReportsAndIsNotOfferedAnew() {
        says(LIST, DEFINITION);
        refresh();
        map("lighting", "001");
        says(
                "<services><service><service_code>7/ä</service_code><service_name>Potthål</service_name></service></services>",
                "");
        clock.advance(Duration.ofHours(25));
        refresh();
        assertThat(lighting().gone()).isTrue();
        assertThat(services.all(FORSHAGA))
                .anyMatch(one -> one.code().equals("7/ä") && one.name().equals("Potthål"));
        assertThat(map("potholes", "001")).isZero();
        says(LIST, DEFINITION);
        clock.advance(Duration.ofHours(25));
        refresh();
        assertThat(lighting().gone()).isFalse();
    }

    @Test
    void aBrokenListTakesNothingAwayAndIsNoted() {
        says(LIST, DEFINITION);
        refresh();
        clock.advance(Duration.ofHours(25));
        for (String broken :
                List.of("<services/>", "<!DOCTYPE html><html><body>Logga in</body></html>", "<services><serv")) {
            theirs.says("/services.xml", broken);
            assertThat(refresh()).as(broken).isFalse();
        }
        assertThat(services.all(FORSHAGA)).hasSize(2).noneMatch(RemoteService::gone);
        assertThat(scene.list("select distinct concat(action, ' ', reason) from integration_fault"))
                .containsExactlyInAnyOrder("SERVICES unreadable", "SERVICES html");
    }

    @Test
    void aDefinitionThatCannotBeReadKeepsTheOldOneAndCostsNoOther() {
        says(LIST, DEFINITION);
        refresh();
        clock.advance(Duration.ofHours(25));
        theirs.says("/services/001.xml", 500, "text/html", "<html>Oj</html>");
        assertThat(refresh()).isTrue();
        assertThat(services.all(FORSHAGA))
                .anyMatch(one -> one.code().equals("001") && one.attributes().size() == 4);
        assertThat(scene.list("select concat(action, ' ', subject) from integration_fault"))
                .containsExactly("SERVICES service:001");
    }

    /** Section 6.2, definitions: however odd, one service costs no other, and everything has its bounds. */
    @Test
    void definitionsThatAreBuiltToBreakAreTakenAsFarAsTheyFit() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            values.append("<value><key>")
                    .append(i % 2 == 0 ? "a" : "A")
                    .append(i / 4)
                    .append("</key><name>")
                    .append("Å".repeat(400))
                    .append("</name></value>");
        }
        String list = "<attribute><code>val</code><datatype>singlevaluelist</datatype><description>" + "ö".repeat(5000)
                + "</description><values>" + values + "</values></attribute>";
        String odd =
                "<attribute><code>" + "x".repeat(500) + "</code></attribute><attribute><code>Pole</code></attribute>"
                        + "<attribute><code>pole</code></attribute><attribute><code>pole </code></attribute>"
                        + "<attribute><code>p\u00F6le</code><order>99999999999</order></attribute><attribute/>"
                        + "<attribute><code>nan</code><datatype>blob</datatype><order>NaN</order></attribute>";
        says(
                LIST.replace(
                        "</services>",
                        "<service><service_code>" + "9".repeat(500) + "</service_code></service>"
                                + "<service><service_code>7/Ä</service_code><service_name>" + "n".repeat(900)
                                + "</service_name></service></services>"),
                "<service_definition><attributes>" + list + odd + "</attributes></service_definition>");
        assertThat(refresh()).isTrue();
        assertThat(map("lighting", "001")).isEqualTo(1);
        assertThat(questions()).extracting(Question::code).contains("val", "nan");
        assertThat(questions()).filteredOn(one -> one.code().equals("val")).allSatisfy(one -> assertThat(one.choices())
                .hasSizeBetween(1, 200));
        clock.advance(Duration.ofHours(25));
        assertThat(refresh()).as("and again").isTrue();
    }

    /** Section 6.2, services: renamed service = same code; an empty definition is common. */
    @Test
    void aRenamedServiceIsTheSameAndAnEmptyDefinitionAsksNothing() {
        says(LIST, "<service_definition><service_code>001</service_code><attributes/></service_definition>");
        refresh();
        assertThat(map("lighting", "001")).isEqualTo(1);
        assertThat(questions()).isEmpty();
        says(LIST.replace("Belysning", "Gatuljus"), "[]");
        clock.advance(Duration.ofHours(25));
        refresh();
        assertThat(lighting().name()).isEqualTo("Gatuljus");
        assertThat(services.mapping(FORSHAGA)).containsEntry("lighting", "001");
        assertThat(questions()).isEmpty();
    }

    /** Of a server that takes a minute for each definition what is in use is read first; the rest keeps what it had until next time. */
    @Test
    void aSlowServersDefinitionsAreReadForMinutesAndNotForHours() {
        StringBuilder many = new StringBuilder("<services>");
        for (int i = 100; i < 160; i++) {
            many.append("<service><service_code>")
                    .append(i)
                    .append("</service_code><metadata>true</metadata></service>");
            theirs.says(
                    "/services/" + i + ".xml",
                    "<service_definition><attributes><attribute><code>a</code></attribute></attributes></service_definition>");
        }
        theirs.says("/services.xml", many + "</services>");
        refresh();
        map("lighting", "159");
        theirs.asked();
        clock.advance(Duration.ofHours(25));
        imports.refresh(scene.endpoint(), () -> clock.advance(Duration.ofMinutes(1)));
        List<String> asked = theirs.asked();
        assertThat(asked).hasSizeLessThan(12);
        assertThat(asked.get(2)).isEqualTo("/services/159.xml");
        assertThat(services.all(FORSHAGA)).hasSize(60).allSatisfy(one -> assertThat(one.attributes())
                .hasSize(1));
    }

    @Test
    void onlyItsOwnAdministratorDecides() {
        says(LIST, DEFINITION);
        refresh();
        Caller caseworker = scene.transactions.call(() -> scene.handling.staff(FORSHAGA, Role.CASEWORKER));
        Caller foreign =
                scene.transactions.call(() -> scene.handling.staff(HandlingScene.KARLSTAD, Role.ADMINISTRATOR));
        for (Caller nobody : List.of(caseworker, foreign)) {
            assertThatThrownBy(() -> mapping.view(nobody, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> mapping.read(nobody, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> mapping.map(nobody, FORSHAGA, Map.of("lighting", "001"), Map.of()))
                    .isInstanceOf(NotPermitted.class);
        }
        assertThat(services.mapping(FORSHAGA)).isEmpty();
        assertThat(map("no_such_category", "001")).isZero();
        assertThat(map("lighting", "no such service")).isZero();
    }

    @Test
    void theSecondOfTwoAdministratorsOverwritesNothingThatTheyHaveNotSeen() {
        says(LIST, DEFINITION);
        refresh();
        Map<String, String> opened = services.mapping(FORSHAGA);
        map("lighting", "001");

        assertThat(map("lighting", "7/ä", opened)).isEqualTo(new ServiceMapping.Mapped(0, Set.of("lighting")));
        assertThat(services.mapping(FORSHAGA)).containsEntry("lighting", "001");
        assertThat(map("lighting", "", opened).changed())
                .as("not touched: as it was when the form was opened")
                .isZero();
        assertThat(map("lighting", "001", opened)).isEqualTo(new ServiceMapping.Mapped(0, Set.of()));
        assertThat(services.mapping(FORSHAGA)).containsEntry("lighting", "001");
    }
}

package se.fixamingata.open311.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.category.Categories;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.report.ReportRow;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

class ServiceListIT extends DatabaseTest {

    private ServiceList services;
    private Authority forshaga;
    private Authority roads;

    @BeforeEach
    void setUp() {
        ReportRow.addMunicipalities(em);
        run("insert into authority (code, kind, state, slug, name, changed_at, version)"
                + " values ('TRV', 'STATE', 'DEFAULT', 'trafikverket', 'Trafikverket', '2026-01-01', 1)");
        run(
                "insert into authority_category (authority_code, category_code) values ('1763', 'lighting'), ('1763', 'other')");
        run("insert into private_category (authority_code, category_code) values ('1763', 'other')");
        question(1, "pole", "STRING", true, 1, "Stolpens nummer");
        question(2, "leak", "CHOICE", false, 2, "Läcker det?");
        question(3, "note", "NOTICE", false, 3, "Tack för hjälpen");
        question(4, "when", "DATE", false, 4, "Sedan när?");
        run("insert into extra_choice (question_id, code, sort_order, label_sv, stop_sv) values"
                + " (2, 'no', 1, 'Nej', null), (2, 'yes', 2, 'Ja', 'Ring 054-540 00 00')");
        read();
    }

    private void read() {
        Categories categories = new Categories(em);
        Authorities authorities = new Authorities(em);
        services = new ServiceList(
                categories,
                new CategoryCatalogue(categories, authorities),
                new PrivateCategories(em),
                new ExtraQuestions(em));
        forshaga = authorities.find("1763").orElseThrow();
        roads = authorities.find("TRV").orElseThrow();
    }

    /** Section 2.2. */
    @Test
    void anAuthorityOffersWhatItHasChosenAndEverybodyTheStandardList() {
        String own = list(forshaga, Language.SV);
        assertThat(own)
                .isEqualTo("[" + service("lighting", "Gatubelysning", "", "Belysning") + ","
                        + service("state_road", "Vägar (Riksvägar/Trafikverket)", "", "Vägar") + ","
                        + service("other", "Övrigt", "private", "Övrigt") + "]");
        assertThat(list(forshaga, Language.EN))
                .contains("\"service_name\":\"Street lighting\"", "\"group\":\"Lighting\"");
        assertThat(list(null, Language.SV).split("service_code")).hasSize(21);
        assertThat(list(roads, Language.SV).split("service_code")).hasSize(2);
        assertThat(services.offers(forshaga, "lighting")).isTrue();
        assertThat(services.offers(forshaga, "graffiti")).isFalse();
        assertThat(services.offers(null, "graffiti")).isTrue();
        assertThat(services.offers(roads, "lighting")).isFalse();
    }

    /** Section 2.3. */
    @Test
    void theAuthoritysQuestionsAreAttributesAndTheLastIsTheClientsOwnNumber() {
        String own = "{\"variable\":true,\"code\":\"fixmystreet_id\",\"datatype\":\"string\",\"required\":false,"
                + "\"datatype_description\":\"\",\"order\":%d,\"description\":\"Ert eget nummer på ärendet\",\"automated\":\"server_set\"}";
        assertThat(definition(forshaga, "lighting"))
                .isEqualTo("{\"service_code\":\"lighting\",\"attributes\":["
                        + "{\"variable\":true,\"code\":\"pole\",\"datatype\":\"string\",\"required\":true,\"datatype_description\":\"\","
                        + "\"order\":1,\"description\":\"Stolpens nummer\"},"
                        + "{\"variable\":true,\"code\":\"leak\",\"datatype\":\"singlevaluelist\",\"required\":false,"
                        + "\"datatype_description\":\"\",\"order\":2,\"description\":\"Läcker det?\",\"values\":["
                        + "{\"key\":\"no\",\"name\":\"Nej\"},{\"key\":\"yes\",\"name\":\"Ja\",\"disable_message\":\"Ring 054-540 00 00\"}]},"
                        + "{\"variable\":false,\"code\":\"note\",\"datatype\":\"string\",\"required\":false,\"datatype_description\":\"\","
                        + "\"order\":3,\"description\":\"Tack för hjälpen\"},"
                        + "{\"variable\":true,\"code\":\"when\",\"datatype\":\"datetime\",\"required\":false,"
                        + "\"datatype_description\":\"En dag, ÅÅÅÅ-MM-DD\",\"order\":4,\"description\":\"Sedan när?\"},"
                        + own.formatted(5) + "]}");
        assertThat(definition(null, "lighting"))
                .isEqualTo("{\"service_code\":\"lighting\",\"attributes\":[" + own.formatted(1) + "]}");
        assertThat(definition(forshaga, "state_road")).doesNotContain("pole");
    }

    /** Section 2.1. */
    @Test
    void theChangesetIsTheSameUntilSomethingOfTheListChangesAndThenLater() {
        clock.set(Instant.parse("2026-11-01T12:00:00.7Z"));
        assertThat(changeset()).isEqualTo("2026-11-01T12:00:00Z");
        clock.advance(Duration.ofHours(1));
        assertThat(changeset()).isEqualTo("2026-11-01T12:00:00Z");
        run("update extra_question set label_sv = 'Numret på stolpen' where id = 1");
        em.clear();
        read();
        assertThat(changeset()).isEqualTo("2026-11-01T13:00:00Z");
        run("delete from private_category");
        assertThat(changeset()).as("in the same second").isEqualTo("2026-11-01T13:00:01Z");
        String country =
                new Changesets(em, clock).since("*", services.everything(null)).toString();
        assertThat(country).isEqualTo("2026-11-01T13:00:00Z");
    }

    /** Section 2.1. */
    @Test
    void discoveryHasAllThatItMustHave() {
        Discovery discovery = new Discovery(
                new ServiceSettings("https://fmg.test", "drift@fmg.test", true), services, new Changesets(em, clock));
        String json = new String(
                AnswerWriter.bytes(AnswerFormat.JSON, out -> discovery.write(out, forshaga, "2026-11-01T12:00:00Z")),
                StandardCharsets.UTF_8);
        assertThat(json)
                .startsWith("{\"changeset\":\"2026-11-01T12:00:00Z\",\"contact\":\"drift@fmg.test\",\"key_service\":\"")
                .endsWith("\"endpoints\":[{\"specification\":\"http://wiki.open311.org/GeoReport_v2\","
                        + "\"url\":\"https://fmg.test/open311/v2/1763\",\"changeset\":\"2026-11-01T12:00:00Z\",\"type\":\"test\","
                        + "\"formats\":[\"text/xml\",\"application/json\"]}]}");
    }

    private String changeset() {
        return new Discovery(null, services, new Changesets(em, clock)).changeset(forshaga);
    }

    private static String service(String code, String name, String keywords, String group) {
        return "{\"service_code\":\"" + code + "\",\"service_name\":\"" + name
                + "\",\"description\":\"\",\"metadata\":true,\"type\":\"realtime\",\"keywords\":\"" + keywords
                + "\",\"group\":\"" + group + "\"}";
    }

    private String list(Authority authority, Language language) {
        return new String(
                AnswerWriter.bytes(AnswerFormat.JSON, out -> services.write(out, authority, language)),
                StandardCharsets.UTF_8);
    }

    private String definition(Authority authority, String code) {
        return new String(
                AnswerWriter.bytes(
                        AnswerFormat.JSON, out -> services.writeDefinition(out, authority, code, Language.SV)),
                StandardCharsets.UTF_8);
    }

    private void question(long id, String code, String kind, boolean required, int order, String label) {
        run("insert into extra_question (id, authority_code, category_code, code, kind, required, sort_order, label_sv)"
                + " values (" + id + ", '1763', 'lighting', '" + code + "', '" + kind + "', " + required + ", " + order
                + ", '"
                + label + "')");
    }

    private void run(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }
}

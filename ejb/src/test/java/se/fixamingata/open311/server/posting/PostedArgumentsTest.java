package se.fixamingata.open311.server.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.open311.server.Arguments;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.Reporter;

class PostedArgumentsTest {

    private static Arguments arguments(String... pairs) {
        Map<String, String[]> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            int at = pair.indexOf('=');
            values.merge(pair.substring(0, at), new String[] {pair.substring(at + 1)}, PostedArgumentsTest::both);
        }
        return new Arguments(values);
    }

    private static String[] both(String[] one, String[] two) {
        String[] all = java.util.Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    private static PostedRequest request(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "service_code=lighting";
        all[1] = "lat=59.52858";
        all[2] = "long=13.48125";
        System.arraycopy(more, 0, all, 3, more.length);
        return PostedRequest.of(arguments(all));
    }

    private static ReportContent content(String... more) {
        return PostedWords.content(request(more), "lighting", "Gatubelysning");
    }

    /** Rule 6.1.5. */
    @Test
    void listsAreUnderstoodInEverySpelling() {
        assertThat(AttributeArguments.of(arguments(
                        "attribute[A]=1",
                        "attribute[B][]=1",
                        "attribute[B][]=2",
                        "attribute[C]=1",
                        "attribute[C]=2",
                        "attribute[D][1]=2",
                        "attribute[D][0]=1",
                        "attribute[E]= ",
                        "attribute=1",
                        "attribute[]=1",
                        "x[A]=1")))
                .isEqualTo(Map.of(
                        "A", List.of("1"), "B", List.of("1", "2"), "C", List.of("1", "2"), "D", List.of("1", "2")));
    }

    @Test
    void aRequestIsUnderstood() {
        PostedRequest request = request(
                "description=Lampan blinkar.",
                "first_name=Anna",
                "last_name=Ek",
                "email=anna@example.org",
                "account_id=u7",
                "jurisdiction_id=",
                "attribute[fixmystreet_id]=900",
                "attribute[uprn]=",
                "media_url=https://a.example/1.jpg",
                "media_url=https://a.example/2.jpg,https://a.example/3.jpg?x=1,2");

        assertThat(request.position().orElseThrow().lat()).isEqualTo(59.52858);
        assertThat(request.ownId()).isEqualTo("900");
        assertThat(request.accountId()).isEqualTo("u7");
        assertThat(request.mediaUrls())
                .containsExactly("https://a.example/1.jpg", "https://a.example/2.jpg", "https://a.example/3.jpg?x=1,2");
        assertThat(request.toString()).doesNotContain("Anna", "blinkar");
    }

    @ParameterizedTest
    @CsvSource({"'59,52858', 59.52858", "5.952858e1, 59.52858"})
    void degreesAreTakenAsTheyCome(String lat, double expected) {
        PostedRequest request =
                PostedRequest.of(arguments("service_code=x", "lat=" + lat, "long=13.48125", "description=y"));
        assertThat(request.position().orElseThrow().lat()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service_code=&lat=59.5&long=13.4",
                "service_code=x",
                "service_code=x&lat=59.5",
                "service_code=x&lat=norr&long=13",
                "service_code=x&lat=NaN&long=13",
                "service_code=x&lat=95&long=13",
                "service_code=x&address_id=4711"
            })
    void whatCannotBeDoneWithoutIsAskedFor(String query) {
        assertThatThrownBy(() -> PostedRequest.of(arguments(query.split("&"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void theFirstSentenceIsTheTitle() {
        assertThat(content("description=Lampan blinkar. Hela natten, varje natt.\nHälsningar Anna")
                        .title())
                .isEqualTo("Lampan blinkar");
        assertThat(content("description=Lampan blinkar... Hela natten").title()).isEqualTo("Lampan blinkar...");
        assertThat(content("description=Lampan blinkar\nHela natten").title()).isEqualTo("Lampan blinkar");
        assertThat(content("description=Hej. Lampan blinkar hela natten").title())
                .isEqualTo("Gatubelysning");
        assertThat(content("description=" + "Lampan vid skolan ".repeat(20)).title())
                .hasSizeBetween(80, 100)
                .endsWith("skolan Lampan…");
    }

    @Test
    void aTitleOfItsOwnIsTaken() {
        assertThat(content("description=Lampan blinkar. Hela natten.", "attribute[title]=Trasig lampa")
                        .title())
                .isEqualTo("Trasig lampa");
    }

    @Test
    void aShortDescriptionIsHelped() {
        assertThat(content("description=Sönder").description()).isEqualTo("Gatubelysning: Sönder");
        assertThatThrownBy(() -> content("description=" + "x".repeat(4001))).isInstanceOf(Refusal.class);
    }

    /** Section 2.4: the description is optional. */
    @ParameterizedTest
    @ValueSource(strings = {"description=", "description=\u200b", "media_url=https://bilder.example/1.jpg"})
    void withoutADescriptionItIsStillAPlaceAndACategory(String argument) {
        ReportContent bare = content(argument);
        assertThat(bare.title()).isEqualTo("Gatubelysning");
        assertThat(bare.description()).isEqualTo("Inskickad utan beskrivning. Kategori: Gatubelysning.");
        assertThat(content(argument, "locale=en").description())
                .isEqualTo("Sent without a description. Category: Gatubelysning.");
        ReportContent titled = content(argument, "title=Trasig lampa");
        assertThat(titled.title()).isEqualTo("Trasig lampa");
        assertThat(titled.description()).isEqualTo("Trasig lampa");
        assertThat(content(argument, "title=Ur").description()).isEqualTo("Gatubelysning: Ur");
    }

    @Test
    void nobodyHasToBeNamedAndNobodyStandsOnThePage() {
        Reporter nobody = PostedWords.reporter(request());
        assertThat(nobody.email()).isNull();
        assertThat(nobody.name()).isNull();
        Reporter anna = PostedWords.reporter(request("first_name=Anna", "last_name=Ek", "email=Anna@Example.org"));
        assertThat(anna.name()).isEqualTo("Anna Ek");
        assertThat(anna.showsName()).isFalse();
        assertThatThrownBy(() -> PostedWords.reporter(request("email=anna", "phone=" + "1".repeat(50))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.descriptions())
                        .hasSize(2));
    }

    @Test
    void anUpdateIsUnderstood() {
        assertThat(PostedUpdate.of(
                        arguments(
                                "service_request_id=17",
                                "update_id=u1",
                                "updated_datetime=2026-05-23T12:00:00 02:00",
                                "status=FIXED"),
                        false))
                .isEqualTo(
                        new PostedUpdate("17", "u1", Instant.parse("2026-05-23T10:00:00Z"), "FIXED", null, List.of()));
        assertThat(PostedUpdate.of(arguments("service_request_id=17", "update_id=u1"), true)
                        .at())
                .isNull();
    }

    @Test
    void anUpdateIsNeverCut() {
        String longest = "service_request_id=17&update_id=u1&description=" + "å".repeat(4_000);
        assertThat(PostedUpdate.of(arguments(longest.split("&")), false).description())
                .hasSize(4_000);
        assertThatThrownBy(() -> PostedUpdate.of(arguments((longest + "å").split("&")), false))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.descriptions())
                        .containsExactly("description may have at most 4000 characters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update_id=1&status=open",
                "service_request_id=1&status=open",
                "service_request_id=1&update_id=1&status=",
                "service_request_id=1&update_id=1&status=open&updated_datetime=igår",
                "service_request_id=1&update_id=1&status=open&updated_datetime=0000-01-01T00:00:00Z"
            })
    void anUpdateNeedsThese(String query) {
        assertThatThrownBy(() -> PostedUpdate.of(arguments(query.split("&")), false))
                .isInstanceOf(Refusal.class);
    }
}

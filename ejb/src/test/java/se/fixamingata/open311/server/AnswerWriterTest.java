package se.fixamingata.open311.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AnswerWriterTest {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /** Section 1, JSON. */
    @Test
    void aListIsAnArrayWithoutItsNameAlsoOfOne() {
        AnswerWriter.Content content = out -> {
            out.beginList("services", "service");
            out.beginItem();
            out.text("service_code", "001");
            out.flag("metadata", true);
            out.text("group", null);
            out.end();
            out.end();
        };
        assertThat(json(content)).isEqualTo("[{\"service_code\":\"001\",\"metadata\":true,\"group\":\"\"}]");
        assertThat(xml(content))
                .isEqualTo(XML + "<services><service><service_code>001</service_code><metadata>true</metadata><group/>"
                        + "</service></services>");
    }

    @Test
    void listsStandInsideObjectsAndObjectsInsideLists() {
        AnswerWriter.Content content = out -> {
            out.beginObject("discovery");
            out.beginList("formats", "format");
            out.item("text/xml");
            out.item("application/json");
            out.end();
            out.beginList("endpoints", "endpoint");
            out.end();
            out.number("order", 1);
            out.end();
        };
        assertThat(json(content))
                .isEqualTo("{\"formats\":[\"text/xml\",\"application/json\"],\"endpoints\":[],\"order\":1}");
        assertThat(xml(content))
                .isEqualTo(
                        XML + "<discovery><formats><format>text/xml</format><format>application/json</format></formats>"
                                + "<endpoints></endpoints><order>1</order></discovery>");
    }

    /** Rule 6.1.15. */
    @Test
    void whatPeopleWriteIsEscapedAndWhatNoXmlKnowsIsLeftOut() {
        String typed = "A & B <i> \"x\" \\ \r\n\tå 🔦\u0000\u0008\u001f\uffff\ud83d] {[~";
        AnswerWriter.Content content = out -> {
            out.beginObject("request");
            out.text("description", typed);
            out.end();
        };
        assertThat(xml(content))
                .isEqualTo(
                        XML
                                + "<request><description>A &amp; B &lt;i&gt; \"x\" \\ &#13;\n\tå 🔦] {[~</description></request>");
        assertThat(json(content)).isEqualTo("{\"description\":\"A & B <i> \\\"x\\\" \\\\ \\r\\n\\tå 🔦] {[~\"}");
    }

    /** Rule 6.1.16. */
    @Test
    void degreesHaveAPointAndSixDecimalsInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale("sv", "SE"));
        try {
            assertThat(json(out -> {
                        out.beginObject("request");
                        out.degrees("lat", 59.4);
                        out.degrees("long", 0.00000012);
                        out.degrees("west", -13.0470615);
                        out.degrees("none", -0.0000001);
                        out.degrees("round", 11.9999996);
                        out.moment("at", Instant.parse("2026-05-23T10:00:00.987654Z"));
                        out.end();
                    }))
                    .isEqualTo(
                            "{\"lat\":59.400000,\"long\":0.000000,\"west\":-13.047062,\"none\":0.000000,\"round\":12.000000,"
                                    + "\"at\":\"2026-05-23T10:00:00Z\"}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anOptionalTextIsLeftOutWhenItIsEmpty() {
        assertThat(json(out -> {
                    out.beginObject("request");
                    out.optional("service_notice", null);
                    out.optional("agency_responsible", "Å");
                    out.end();
                }))
                .isEqualTo("{\"agency_responsible\":\"Å\"}");
    }

    @Test
    void severalOfTheSameNameAreElementsOrAnArray() {
        AnswerWriter.Content content = out -> {
            out.beginObject("request_update");
            out.texts("media_url", List.of("a", "b"));
            out.texts("media_url2", List.of());
            out.end();
        };
        assertThat(json(content)).isEqualTo("{\"media_url\":[\"a\",\"b\"],\"media_url2\":[]}");
        assertThat(xml(content))
                .isEqualTo(
                        XML
                                + "<request_update><media_url>a</media_url><media_url>b</media_url><media_url2/></request_update>");
    }

    /** Section 1, errors. */
    @Test
    void errorsAreAListInBothFormats() {
        Refusal refusal = new Refusal(400, List.of("lat is missing", "long is missing"));
        assertThat(new String(refusal.body(AnswerFormat.JSON), StandardCharsets.UTF_8))
                .isEqualTo(
                        "[{\"code\":400,\"description\":\"lat is missing\"},{\"code\":400,\"description\":\"long is missing\"}]");
        assertThat(new String(Refusal.unknown("no & such").body(AnswerFormat.XML), StandardCharsets.UTF_8))
                .isEqualTo(XML
                        + "<errors><error><code>404</code><description>no &amp; such</description></error></errors>");
    }

    @Test
    void theFormatIsTheEndOfTheAddress() {
        assertThat(AnswerFormat.ofPath("/open311/v2/requests.json")).isEqualTo(AnswerFormat.JSON);
        assertThat(AnswerFormat.ofPath("/open311/v2/requests.XML")).isEqualTo(AnswerFormat.XML);
        assertThat(AnswerFormat.ofPath("/open311/v2/requests.csv")).isEqualTo(AnswerFormat.XML);
        assertThat(AnswerFormat.ofPath("/open311/v2/requests")).isEqualTo(AnswerFormat.XML);
        assertThat(AnswerFormat.JSON.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(AnswerFormat.XML.contentType()).isEqualTo("text/xml; charset=utf-8");
    }

    private static String json(AnswerWriter.Content content) {
        return new String(AnswerWriter.bytes(AnswerFormat.JSON, content), StandardCharsets.UTF_8);
    }

    private static String xml(AnswerWriter.Content content) {
        return new String(AnswerWriter.bytes(AnswerFormat.XML, content), StandardCharsets.UTF_8);
    }
}

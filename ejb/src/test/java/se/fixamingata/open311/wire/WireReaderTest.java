package se.fixamingata.open311.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real servers answer (open311.md, 6.2), and what hostile ones would. */
class WireReaderTest {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static WireNode read(String text) throws WireFault {
        return WireReader.read(text.getBytes(StandardCharsets.UTF_8), "", WireFormat.XML);
    }

    private static List<String> ids(WireNode node) {
        return node.items("request").stream()
                .map(one -> one.text("service_request_id"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<service_requests><request><service_request_id>001</service_request_id></request></service_requests>",
                "<?xml version=\"1.0\" encoding=\"utf-16\"?><service_requests type=\"array\"><request><service_request_id>001</service_request_id></request></service_requests>",
                "<requests is_array=\"true\"><request><service_request_id> 001 </service_request_id></request></requests>",
                "<request><service_request_id>001</service_request_id></request>",
                "<o:service_requests xmlns:o=\"http://wiki.open311.org/GeoReport_v2\"><o:request><o:service_request_id>001</o:service_request_id></o:request></o:service_requests>",
                "<x:service_requests><x:request><x:service_request_id>001</x:service_request_id></x:request></x:service_requests>",
                "<response><service_requests><request><SERVICE_REQUEST_ID>001</SERVICE_REQUEST_ID></request></service_requests></response>",
                "\uFEFF<service_requests><request><service_request_id><![CDATA[001]]></service_request_id></request></service_requests>",
                "\n  <!-- hi --> <service_requests>\n<request>\n<service_request_id>001</service_request_id>\n</request></service_requests>",
                "[{\"service_request_id\":\"001\"}]",
                "[{\"service_request_id\":001}]",
                "{\"service_request_id\":\"001\",\"keywords\":[\"a\",\"b\"]}",
                "{\"service_requests\":[{\"service_request_id\":\"001\"}]}",
                "{\"count\":1,\"service_requests\":{\"request\":[{\"service_request_id\":\"001\"}]}}",
                "{\"service_requests\":{\"request\":{\"service_request_id\":\"001\"}}}",
                "{\"request\":{\"service_request_id\":\"001\"}}",
                "[[{\"service_request_id\":\"001\"}]]",
            })
    @DisplayName(
            "Section 6.2, ids, wrappers, namespaces, BOM, JSON objects: one request in every wrapping that was seen")
    void wrappings(String text) throws WireFault {
        assertThat(ids(read(text))).containsExactly("001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "\uFEFF",
                "[]",
                "{}",
                "{\"service_requests\":[]}",
                "{\"service_requests\":null}",
                "<service_requests/>",
                "<service_requests nil=\"true\"/>",
                "<service_requests>\n</service_requests>",
                "[null]",
            })
    @DisplayName("Section 6.2, missing, null, \"\", nil: nothing is an empty list, in every way of saying it")
    void nothing(String text) throws WireFault {
        assertThat(ids(read(text))).isEmpty();
        assertThat(read(text).errors()).isEmpty();
    }

    @Test
    @DisplayName(
            "Section 6.2, numbers or strings, leading zeros, booleans in words: absent, empty, null and nil are the same; numbers and texts too; yes is said in several ways")
    void values() throws WireFault {
        WireNode node =
                read("""
                [{"service_code":001,"metadata":"True","required":true,"variable":1,"lat":59.5312,"long":"13,4789",
                  "a":null,"b":"","keywords":["lampa","ljus"],"service_request_id":638344,"zip_code":65224,
                  "adress_id":12345678901234567890}]""")
                        .items("request")
                        .get(0);
        assertThat(node.text("service_code")).isEqualTo("001");
        assertThat(node.flag("metadata")).isTrue();
        assertThat(node.flag("required")).isTrue();
        assertThat(node.flag("variable")).isTrue();
        assertThat(node.flag("absent")).isFalse();
        assertThat(node.number("lat")).hasValue(59.5312);
        assertThat(node.number("long")).hasValue(13.4789);
        assertThat(node.number("a")).isEmpty();
        assertThat(node.text("a") + node.text("b") + node.text("c")).isEmpty();
        assertThat(node.texts("keywords")).containsExactly("lampa", "ljus");
        assertThat(node.text("service_request_id")).isEqualTo("638344");
        assertThat(node.text("zipcode")).as("Tampere's name").isEqualTo("65224");
        assertThat(node.text("address_id"))
                .as("Rostock's spelling, too long for a number")
                .isEqualTo("12345678901234567890");

        WireNode xml = read("<request><a/><b nil=\"true\">x</b><c xsi:nil=\"true\"/><keywords>lampa, ljus,</keywords>"
                + "<metadata>TRUE</metadata><updated_datetime/></request>");
        assertThat(xml.text("a") + xml.text("b") + xml.text("c")).isEmpty();
        assertThat(xml.texts("keywords")).containsExactly("lampa, ljus,");
        assertThat(xml.flag("metadata")).isTrue();
        assertThat(xml.time("updated_datetime", SWEDEN)).as("Toronto").isEmpty();
    }

    @Test
    @DisplayName("Section 6.2, spellings of real servers: dicovery, adress, zip_code, service_requests_updates")
    void spellings() throws WireFault {
        assertThat(
                        read("<dicovery><changeset>2</changeset><endpoints><endpoint><url>u</url></endpoint></endpoints></dicovery>")
                                .items("endpoint"))
                .hasSize(1);
        assertThat(read("<dicovery><changeset>2</changeset></dicovery>").text("changeset"))
                .isEqualTo("2");
        assertThat(
                        read("<service_requests_updates><request_update><update_id>7</update_id></request_update></service_requests_updates>")
                                .items("request_update"))
                .hasSize(1);
        WireNode rostock = read(
                "<request><adress>Storgatan 1</adress><adress_id>1</adress_id><zip_code>65224</zip_code></request>");
        assertThat(rostock.text("address") + "|" + rostock.text("address_id") + "|" + rostock.text("zipcode"))
                .isEqualTo("Storgatan 1|1|65224");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/xml",
                "application/xml; charset=utf-8",
                "application/rss+xml",
                "text/plain",
                "text/html",
                "application/octet-stream",
                "application/json",
                "nonsense",
                "text/xml; charset=\"",
                "; ; charset=utf-16",
            })
    @DisplayName("Section 6.2, any content type: what it begins with counts")
    void contentTypes(String type) throws WireFault {
        byte[] xml = "<request><service_request_id>å1</service_request_id></request>".getBytes(StandardCharsets.UTF_8);
        byte[] json = "[{\"service_request_id\":\"å1\"}]".getBytes(StandardCharsets.UTF_8);
        for (WireFormat asked : WireFormat.values()) {
            assertThat(ids(WireReader.read(xml, type, asked))).containsExactly("å1");
            assertThat(ids(WireReader.read(json, type, asked))).containsExactly("å1");
        }
    }

    @Test
    @DisplayName("Several pictures: repeated elements, a wrapper, a list")
    void pictures() throws WireFault {
        assertThat(read("<request><media_url>a</media_url><media_url/><media_url>b</media_url></request>")
                        .texts("media_url"))
                .containsExactly("a", "b");
        assertThat(read("<request><media_url><url>a</url><url>b</url></media_url></request>")
                        .texts("media_url"))
                .containsExactly("a", "b");
        assertThat(read("{\"media_url\":[\"a\",null,\"b\"]}").texts("media_url"))
                .containsExactly("a", "b");
    }

    @Test
    @DisplayName(
            "Section 6.2, attributes with or without wrapper: a definition with and without wrapper, with values as lists, elements and plain words")
    void definitions() throws WireFault {
        String attribute =
                "<attribute><code>WHISHETN</code><datatype>SingleValueList</datatype><required>True</required>"
                        + "<order>2</order><values><value><key>123</key><name>Ford</name></value></values></attribute>"
                        + "<attribute><code>NOTE</code><variable>false</variable><order>1</order></attribute>";
        for (String text : List.of(
                "<service_definition><service_code>1</service_code><attributes>" + attribute
                        + "</attributes></service_definition>",
                "<service_definition><service_code>1</service_code>" + attribute + "</service_definition>",
                "{\"service_code\":1,\"attributes\":[{\"code\":\"WHISHETN\",\"datatype\":\"singlevaluelist\",\"required\":true,"
                        + "\"order\":2,\"values\":[{\"key\":123,\"name\":\"Ford\"}]},{\"code\":\"NOTE\",\"variable\":false,\"order\":1}]}")) {
            List<ServiceAttribute> attributes = ServiceAttribute.of(read(text));
            assertThat(attributes).extracting(ServiceAttribute::code).containsExactly("NOTE", "WHISHETN");
            ServiceAttribute list = attributes.get(1);
            assertThat(list.datatype()).isEqualTo("singlevaluelist");
            assertThat(list.required()).isTrue();
            assertThat(list.variable()).isTrue();
            assertThat(list.values()).containsExactly(new ServiceAttribute.Value("123", "Ford"));
            assertThat(attributes.get(0).variable()).isFalse();
            assertThat(ServiceAttribute.read(ServiceAttribute.write(attributes)))
                    .isEqualTo(attributes);
        }
        assertThat(ServiceAttribute.of(read("{\"attributes\":[{\"code\":\"A\",\"values\":[\"ja\",\"nej\"]}]}"))
                        .get(0)
                        .values())
                .extracting(ServiceAttribute.Value::key)
                .containsExactly("ja", "nej");
        assertThat(ServiceAttribute.of(read("{\"service_code\":\"1\",\"attributes\":null}")))
                .isEmpty();
        assertThat(ServiceAttribute.of(read("<service_definition><service_code>1</service_code></service_definition>")))
                .as("An empty definition is common")
                .isEmpty();
        assertThat(ServiceAttribute.read(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<errors><error><code>403</code><description>No key</description></error></errors>",
                "<errors type=\"array\"><error><code>403</code><description>No key</description></error></errors>",
                "[{\"code\":403,\"description\":\"No key\"}]",
                "{\"errors\":[{\"code\":\"403\",\"description\":\"No key\"}]}",
                "{\"error\":{\"code\":403,\"message\":\"No key\"}}",
                "{\"code\":403,\"description\":\"No key\"}",
            })
    @DisplayName("Section 6.2, errors with 200: errors in every wrapping, and no request among them")
    void errors(String text) throws WireFault {
        WireNode node = read(text);
        assertThat(node.errors())
                .extracting(WireError::code, WireError::description)
                .containsExactly(tuple("403", "No key"));
        assertThat(node.items("request")).isEmpty();
        assertThat(node.items("service")).isEmpty();
    }

    @Test
    @DisplayName(
            "Section 6.2, an error that is text: an error that is words alone; and what looks like one and is none")
    void otherErrors() throws WireFault {
        assertThat(read("<error>CRM is down</error>").errors())
                .extracting(WireError::text)
                .containsExactly("CRM is down");
        assertThat(read("{\"error\":\"CRM is down\"}").errors())
                .extracting(WireError::text)
                .containsExactly("CRM is down");
        assertThat(read("[{\"service_code\":\"1\",\"description\":\"Lampor\"}]").errors())
                .isEmpty();
        assertThat(read("{\"service_request_id\":\"1\",\"description\":\"Lampor\",\"status\":\"open\"}")
                        .errors())
                .isEmpty();
        assertThat(read("<services><service><service_code>error</service_code></service></services>")
                        .errors())
                .isEmpty();
        assertThat(read("{\"errors\":[]}").errors()).isEmpty();
    }

    @Test
    @DisplayName("Section 6.2, wrong encoding declarations: whatever it says about its encoding, the letters are right")
    void encodings() throws WireFault {
        String body = "<request><description>Övergångsställe åäö – €</description></request>";
        String declared = "<?xml version=\"1.0\" encoding=\"%s\"?>" + body;
        record Case(String text, Charset in, String type) {}
        for (Case one : List.of(
                new Case(declared.formatted("utf-16"), StandardCharsets.UTF_8, "text/xml"),
                new Case(declared.formatted("iso-8859-1"), StandardCharsets.UTF_8, ""),
                new Case(body, StandardCharsets.UTF_16, ""),
                new Case(body, StandardCharsets.UTF_16LE, ""),
                new Case(body, StandardCharsets.UTF_16BE, ""),
                new Case(declared.formatted("iso-8859-1"), Charset.forName("windows-1252"), ""),
                new Case(declared.formatted("utf-8"), Charset.forName("windows-1252"), ""),
                new Case(body, Charset.forName("windows-1252"), "text/xml; charset=ISO-8859-1"),
                new Case(body, Charset.forName("windows-1252"), "text/xml; charset=does-not-exist"))) {
            WireNode node = WireReader.read(one.text().getBytes(one.in()), one.type(), WireFormat.XML);
            assertThat(node.text("description")).as(one.toString()).isEqualTo("Övergångsställe åäö – €");
        }
        assertThat(WireReader.read(
                                "[{\"service_request_id\":1,\"description\":\"åäö\"}]"
                                        .getBytes(StandardCharsets.UTF_16LE),
                                "",
                                WireFormat.JSON)
                        .items("request")
                        .get(0)
                        .text("description"))
                .isEqualTo("åäö");
    }

    @Test
    @DisplayName(
            "XML with mistakes that leave its meaning alone is read: stray ampersands, control characters, foreign entities")
    void mended() throws WireFault {
        WireNode node = read("<request><a>Å & Ö &amp; &nbsp; R&D; 1 < 2</a></request>".replace("1 < 2", "1 &lt; 2"));
        assertThat(node.text("a")).isEqualTo("Å & Ö & &nbsp; R&D; 1 < 2");
        assertThat(read("<request><a>x\u0001y&#1;z&#x1F600;</a></request>").text("a"))
                .isEqualTo("xyz\uD83D\uDE00");
        assertThat(read("<request><a><![CDATA[a & b &amp; <c>]]></a></request>").text("a"))
                .isEqualTo("a & b &amp; <c>");
        assertThat(read("[{\"a\":\"one\ntwo\\\"three\t\"}]")
                        .items("request")
                        .get(0)
                        .text("a"))
                .isEqualTo("one\ntwo\"three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Sorry</body></html>",
                "<html><head><title>500</title></head></html>",
                "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\" \"y\"><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            })
    @DisplayName("A page for people is recognised")
    void pages(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(WireFault.class, fault -> assertThat(fault.reason())
                .isEqualTo(WireFault.HTML));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "<a><b></a>", "{\"a\":", "[1,2", "<a>", "}", "<a/><b/>", "{\"a\":1}}"})
    @DisplayName("What cannot be read is said to be so")
    void unreadable(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(WireFault.class, fault -> assertThat(fault.reason())
                .isEqualTo(WireFault.UNREADABLE));
    }

    @Test
    @DisplayName("Entities from inside and outside are never expanded or fetched")
    void bombs() {
        String laughs =
                """
                <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
                <service_requests><request><service_request_id>&lol2;</service_request_id></request></service_requests>""";
        String outside =
                """
                <!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <service_requests><request><service_request_id>&x;</service_request_id></request></service_requests>""";
        String remote = "<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/evil.dtd\"><service_requests/>";
        for (String bomb : List.of(laughs, outside, remote)) {
            assertThatThrownBy(() -> read(bomb)).isInstanceOf(WireFault.class);
        }
    }

    @Test
    @DisplayName("Towers and deserts are refused: depth and number of things are bounded")
    void bounded() {
        for (String tower :
                List.of("<a>".repeat(100_000) + "</a>".repeat(100_000), "[".repeat(100_000) + "]".repeat(100_000))) {
            assertThatThrownBy(() -> read(tower)).isInstanceOf(WireFault.class);
        }
        for (String desert : List.of("<s>" + "<a/>".repeat(500_000) + "</s>", "[" + "0,".repeat(500_000) + "0]")) {
            assertThatThrownBy(() -> read(desert))
                    .isInstanceOfSatisfying(
                            WireFault.class, fault -> assertThat(fault.reason()).isEqualTo(WireFault.LARGE));
        }
    }

    @Test
    @Timeout(60)
    @DisplayName(
            "What is built to be read slowly is read, or refused, in no time: brackets that never close, control characters")
    void slow() throws WireFault {
        int length = 1_200_000;
        for (String hostile : List.of(
                "<a>" + "<![CDATA[".repeat(length / 9),
                "<a>" + "<![CDATA[".repeat(length / 18) + "]]>" + "<![CDATA[".repeat(length / 18),
                "<a>" + "&".repeat(length / 2) + "</a",
                "<a>" + "&#x".repeat(length / 3),
                "{\"a\":\"" + "\\".repeat(length),
                "[" + "0".repeat(length),
                "<?xml" + " ".repeat(length))) {
            assertThatThrownBy(() -> read(hostile)).isInstanceOf(WireFault.class);
        }
        assertThat(read("{\"description\":\"" + "\u0001".repeat(length) + "x\"}")
                        .text("description"))
                .isEqualTo("x");
        assertThat(read("<request><a>" + "&".repeat(100_000) + "</a></request>").text("a"))
                .hasSize(100_000);
        assertThat(read("<request><a><![CDATA[&#1; &amp; ]]></a></request>").text("a"))
                .as("inside the brackets nothing is a character's name")
                .isEqualTo("&#1; &amp;");
        assertThat(read("{\"a\":\"ett\ntvå\ttre\"}").text("a")).isEqualTo("ett\ntvå\ttre");
    }

    @Test
    @DisplayName("Arguments: encoded as a form is, in order, repeated; blank ones are none")
    void arguments() {
        assertThat(WireArguments.none()
                        .add("jurisdiction_id", "")
                        .add("start_date", null)
                        .add("attribute[X][]", "å&b")
                        .add("attribute[X][]", "c d+e")
                        .encoded())
                .isEqualTo("attribute%5BX%5D%5B%5D=%C3%A5%26b&attribute%5BX%5D%5B%5D=c+d%2Be");
        assertThat(WireArguments.none().add("a", " ").isEmpty()).isTrue();
    }
}

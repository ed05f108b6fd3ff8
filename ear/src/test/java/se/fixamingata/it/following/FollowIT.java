package se.fixamingata.it.following;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.it.Wire;

/** Following and stopping over HTTP: with a form, with an account, and by the one POST of a mail program. */
class FollowIT extends ServerTest {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private static long report;

    private final Resident resident = new Resident();

    @BeforeAll
    static void somethingToFollow() {
        report = new Resident().reportConfirmed("Lampan som många vill följa");
    }

    private HttpResponse<String> follow(String email) {
        resident.get("/rapport/" + report);
        return resident.post("/prenumerera/" + report, Map.of("email", email, "action", "folj"));
    }

    private static String path(String link) {
        return URI.create(link).getPath();
    }

    /** Follows; answers the path by which the follower stops. */
    private String followed() throws Exception {
        follow(resident.email);
        resident.confirm(path(MailBox.link(MailBox.await(resident.email, 1).get(0), "/bekrafta/")));
        follow(resident.email);
        MimeMessage already = MailBox.await(resident.email, 2).get(1);
        assertThat(already.getSubject()).startsWith("Du följer redan rapporten: Lampan som många");
        assertThat(already.getHeader("List-Unsubscribe-Post")).containsExactly(ONE_CLICK);
        String header = already.getHeader("List-Unsubscribe")[0];
        String link = MailBox.link(already, "/avregistrera/");
        assertThat(header).isEqualTo("<" + link + ">");
        assertThat(state(resident.email)).isEqualTo("ACTIVE");
        return path(link);
    }

    private static String state(String email) {
        return stored("select state from subscription where report_id = ? and email = ?", report, email)
                .orElse("none");
    }

    @Test
    void byMailAndTheSameWordsForWhoFollowsAlready() throws Exception {
        HttpResponse<String> first = follow(resident.email);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/rapport/" + report + "?foljer=mejl#folj"));
        String link = path(MailBox.link(MailBox.await(resident.email, 1).get(0), "/bekrafta/"));
        for (int visit = 0; visit < 3; visit++) {
            assertThat(new Resident().get(link).body()).contains("Vill du följa rapporten?");
        }
        assertThat(Wire.ask("HEAD", link).status()).isEqualTo(200);
        assertThat(state(resident.email)).isEqualTo("UNCONFIRMED");
        assertThat(resident.confirm(link).headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).contains("foljer=ja"));
        assertThat(state(resident.email)).isEqualTo("ACTIVE");
        assertThat(resident.get(link).body()).contains("Du följer redan rapporten");

        HttpResponse<String> known = follow(resident.email);
        HttpResponse<String> unknown = follow(new Resident().email);
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.headers().firstValue("location"))
                .isEqualTo(unknown.headers().firstValue("location"));
    }

    @Test
    void aWrongAddressIsGivenBack() {
        HttpResponse<String> answer = follow("kim@<script>");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"kim@&lt;script&gt;\"").doesNotContain("kim@<script>");
        assertThat(follow("").statusCode()).isEqualTo(422);
    }

    @Test
    void withAnAccountAtOnce() {
        Resident signedIn = Staff.resident().signedIn();
        assertThat(signedIn.get("/rapport/" + report).body()).contains("Få ett mejl till");
        signedIn.post("/prenumerera/" + report, Map.of("action", "folj"));
        HttpResponse<String> page = signedIn.get("/rapport/" + report);
        assertThat(page.body()).contains("Du följer rapporten").contains("Sluta följa");
        assertThat(page.headers().firstValue("cache-control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        signedIn.post("/prenumerera/" + report, Map.of("action", "sluta"));
        assertThat(signedIn.get("/rapport/" + report).body()).contains("Få ett mejl till");
    }

    @Test
    void whatIsNoReportIsNotFollowed() {
        resident.get("/rapport/" + report);
        for (String nothing : List.of("0", "999999999", "x", "-1", "0;2")) {
            assertThat(resident.post("/prenumerera/" + nothing, Map.of("email", resident.email))
                            .statusCode())
                    .as(nothing)
                    .isIn(400, 404);
        }
    }

    @Test
    void lookingAtTheLinkThatStopsChangesNothing() throws Exception {
        String stop = followed();
        for (int visit = 0; visit < 3; visit++) {
            HttpResponse<String> page = new Resident().get(stop);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Vill du sluta följa rapporten?", "Lampan som många vill följa");
            assertThat(page.headers().firstValue("cache-control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        }
        assertThat(Wire.ask("HEAD", stop).status()).isEqualTo(200);
        assertThat(state(resident.email)).isEqualTo("ACTIVE");

        assertThat(resident.get(stop).statusCode()).isEqualTo(200);
        HttpResponse<String> ended = resident.post(stop, Map.of());
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(ended.body()).contains("Du följer inte längre rapporten");
        assertThat(state(resident.email)).isEqualTo("ENDED");
        assertThat(resident.get(stop).body()).contains("Du följer inte längre rapporten");
    }

    @Test
    void aMailProgramStopsItByOnePostFromAnywhere() throws Exception {
        String stop = followed();
        Wire.Answer answer =
                Wire.post(stop, ONE_CLICK, "Origin: https://mail.example", "Sec-Fetch-Site: cross-site", "Accept: */*");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Du följer inte längre rapporten");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(state(resident.email)).isEqualTo("ENDED");
        assertThat(Wire.post(stop, ONE_CLICK).status()).as("used twice").isEqualTo(200);
    }

    @Test
    void asAMultipartFormToo() throws Exception {
        String stop = followed();
        String body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        Wire.Answer answer = Wire.breakOff(stop, "multipart/form-data; boundary=x", body.length(), body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(state(resident.email)).isEqualTo("ENDED");
    }

    @Test
    void nothingElseComesInWithoutOurToken() throws Exception {
        String stop = followed();
        for (String body :
                new String[] {"", "x=y", "List-Unsubscribe=one-click", ONE_CLICK + "&x=y", "List-Unsubscribe="}) {
            assertThat(Wire.post(stop, body, "Origin: https://mail.example").status())
                    .as(body)
                    .isEqualTo(403);
        }
        assertThat(Wire.post(stop + "?" + ONE_CLICK, "").status()).isEqualTo(403);
        assertThat(Wire.post(stop + "/", ONE_CLICK).status()).isIn(400, 403, 404);
        assertThat(Wire.post("/avregistrera/abc", ONE_CLICK).status()).isEqualTo(403);
        assertThat(Wire.post("/prenumerera/" + report, ONE_CLICK).status()).isEqualTo(403);
        assertThat(Wire.post("/rapportera", ONE_CLICK).status()).isEqualTo(403);
        assertThat(state(resident.email)).isEqualTo("ACTIVE");
    }

    @Test
    void aWrongLinkSaysSo() {
        String wrong = "/avregistrera/" + "A".repeat(43);
        assertThat(get(wrong).statusCode()).isEqualTo(404);
        assertThat(get(wrong).body()).contains("Länken fungerar inte");
        assertThat(Wire.post(wrong, ONE_CLICK).status()).isEqualTo(404);
        assertThat(get("/avregistrera/abc").body()).contains("Länken är inte hel");
    }

    @Test
    void nobodysMailboxIsFlooded() {
        for (int time = 0; time < 5; time++) {
            assertThat(follow(resident.email).statusCode()).isEqualTo(302);
        }
        HttpResponse<String> answer = follow(resident.email);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Vänta");
    }

    @Test
    void theFormOffersToFollowWhatIsNearbyAndKeepsTheDraft() {
        Resident first = new Resident();
        Map<String, String> there = first.report("Lampan vid bron blinkar");
        first.sendReport(there);
        long near = Resident.number(first.confirm(first.confirmation(1)));
        Map<String, String> fields = resident.report("Min egen lampa");
        fields.put("lat", there.get("lat"));
        fields.put("lon", there.get("lon"));
        fields.remove("distinct");
        fields.put("action", "continue");
        resident.get("/rapportera");
        resident.upload("/rapportera", fields);
        assertThat(resident.get("/rapportera").body()).contains("Följ den i stället");

        fields.put("action", "follow:" + near);
        fields.put("follow-" + near, "ingen adress");
        HttpResponse<String> refused = resident.upload("/rapportera", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("ingen adress", "Min egen lampa");
        fields.put("follow-" + near, resident.email);
        HttpResponse<String> taken = resident.upload("/rapportera", fields);
        assertThat(taken.statusCode()).isEqualTo(302);
        HttpResponse<String> page = resident.get("/rapportera?foljer=mejl&rapport=" + near);
        assertThat(page.body()).contains("Vi har skickat ett mejl till dig", "Min egen lampa");
        assertThat(path(MailBox.link(MailBox.await(resident.email, 1).get(0), "/bekrafta/")))
                .startsWith("/bekrafta/");
        assertThat(stored("select state from subscription where report_id = ?", near))
                .hasValue("UNCONFIRMED");
    }
}

package se.fixamingata.it.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** {@code /anmal}, and the queue that it fills, over HTTP. */
class AbusePagesIT extends ServerTest {

    private static final String XSS = "<script>alert(1)</script><b>fet</b>";

    static HttpResponse<String> report(String path, String reason, String text) {
        Resident reader = new Resident();
        reader.get(path);
        return reader.post(path, Map.of("reason", reason, "text", text));
    }

    @Test
    void threeReadersHideAReportAndNoneOfThemIsToldMore() {
        long id = new Resident().reportConfirmed("Klotter på muren " + XSS.substring(0, 8));
        String path = "/anmal/report/" + id;
        HttpResponse<String> form = get(path);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.headers().firstValue("x-robots-tag"))
                .hasValueSatisfying(v -> assertThat(v).contains("noindex"));

        HttpResponse<String> first = report(path, "insult", XSS);
        HttpResponse<String> second = report(path, "other", "");
        assertThat(get("/rapport/" + id).statusCode()).isEqualTo(200);
        HttpResponse<String> third = report(path, "insult", "");
        for (HttpResponse<String> answer : new HttpResponse[] {first, second, third}) {
            assertThat(answer.statusCode() / 100).isEqualTo(3);
            assertThat(answer.headers().firstValue("location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/anmal/tack"));
            assertThat(answer.body()).isEqualTo(first.body());
        }
        assertThat(get("/rapport/" + id).statusCode()).isEqualTo(404);
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(get("/anmal/tack").statusCode()).isEqualTo(200);

        String queue = Staff.caseworker("1763")
                .signedIn()
                .get("/handlaggning/granskning")
                .body();
        assertThat(queue)
                .contains("id=\"report-" + id + "\"")
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain(XSS);
    }

    @Test
    void oneReaderInOneBrowserIsOneReader() {
        long id = new Resident().reportConfirmed("Klotter på muren");
        Resident reader = new Resident();
        for (int i = 0; i < 4; i++) {
            reader.get("/anmal/report/" + id);
            assertThat(reader.post("/anmal/report/" + id, Map.of("reason", "insult"))
                                    .statusCode()
                            / 100)
                    .isEqualTo(3);
        }
        assertThat(get("/rapport/" + id).statusCode()).isEqualTo(200);
        assertThat(stored("select count(*) from abuse_report where report_id = ?", id))
                .hasValue("1");
    }

    @Test
    void threeBrowsersOfOneNetworkAreOneVoice() {
        long id = new Resident().reportConfirmed("Klotter på muren");
        String path = "/anmal/report/" + id;
        for (int i = 1; i <= 4; i++) {
            String from = "203.0.113." + i;
            HttpResponse<String> form = get(path, "X-Forwarded-For", from);
            // A browser of its own, from the next house.
            Resident reader = new Resident();
            reader.get(path, "X-Forwarded-For", from);
            reader.post(path, Map.of("reason", "insult"), "X-Forwarded-For", from);
            assertThat(form.statusCode()).isEqualTo(200);
        }
        assertThat(get("/rapport/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereForEverybodyIsNotFound() {
        for (String path : new String[] {
            "/anmal",
            "/anmal/report",
            "/anmal/report/999999999",
            "/anmal/report/0",
            "/anmal/report/1x",
            "/anmal/report/99999999999999999999",
            "/anmal/update/999999999",
            "/anmal/photo/" + "x".repeat(22),
            "/anmal/photo/../../etc",
            "/anmal/person/1",
            "/anmal/tack/1"
        }) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        Resident reader = new Resident();
        reader.get("/anmal/report/" + new Resident().reportConfirmed("Klotter på muren"));
        assertThat(reader.post("/anmal/report/999999999", Map.of("reason", "insult"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutAReasonItIsAskedForAndTheTextStays() {
        long id = new Resident().reportConfirmed("Klotter på muren");
        Resident reader = new Resident();
        reader.get("/anmal/report/" + id);
        HttpResponse<String> answer = reader.post("/anmal/report/" + id, Map.of("text", XSS));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Välj varför")
                .contains("&lt;script&gt;")
                .doesNotContain(XSS);
        HttpResponse<String> longText =
                reader.post("/anmal/report/" + id, Map.of("reason", "other", "text", "å".repeat(1001)));
        assertThat(longText.statusCode()).isEqualTo(422);
        assertThat(stored("select count(*) from abuse_report where report_id = ?", id))
                .hasValue("0");
    }

    @Test
    void aForeignPageReportsNothing() {
        long id = new Resident().reportConfirmed("Klotter på muren");
        Resident reader = new Resident();
        reader.get("/anmal/report/" + id);
        assertThat(reader.post("/anmal/report/" + id, Map.of("reason", "insult"), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.post("/anmal/report/" + id, Map.of("reason", "insult", "fmg_csrf", "x"))
                        .statusCode())
                .isEqualTo(403);
    }
}

package se.fixamingata.it.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** Reporting for somebody who has called (P7). */
class CallIT extends ServerTest {

    private static final String PATH = "/handlaggning/rapportera";

    private static Map<String, String> call() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("action", "send");
        fields.put("lat", "59,6012");
        fields.put("lon", "13.4711");
        fields.put("category", "lighting");
        fields.put("title", "Mörkt vid hållplatsen");
        fields.put("description", "En man ringde och sa att det är mörkt vid hållplatsen.");
        fields.put("source", "phone");
        return fields;
    }

    @Test
    void itIsPublicAtOnceAndSaysHowItCame() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        hanna.get(PATH);

        HttpResponse<String> sent = hanna.upload(PATH, call());

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        long report = Resident.number(sent);
        assertThat(get("/rapport/" + report).statusCode()).isEqualTo(200);
        assertThat(hanna.get(Cases.path(report)).body()).contains("Via telefon", "Mörkt vid hållplatsen");
    }

    @Test
    void whatIsWrongIsToldAndEverythingTypedIsThereAgain() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        hanna.get(PATH);
        Map<String, String> call = call();
        call.put("lat", "57.7");
        call.put("lon", "11.97");
        call.put("title", "<b>");
        call.put("email", "ingen adress");

        HttpResponse<String> refused = hanna.upload(PATH, call);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#place\"", "href=\"#title\"", "href=\"#email\"", "value=\"&lt;b&gt;\"")
                .contains("value=\"ingen adress\"", "sa att det är mörkt vid hållplatsen.</textarea>");
    }

    @Test
    void theSearchWorksWithoutScriptsAndKeepsWhatWasTyped() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        hanna.get(PATH);
        Map<String, String> call = call();
        call.put("action", "search");
        call.put("search", "59.55, 13.49");

        HttpResponse<String> page = hanna.upload(PATH, call);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("value=\"59.55\"", "value=\"13.49\"", "value=\"Mörkt vid hållplatsen\"");
    }

    @Test
    void onlyCaseworkersReportForOthers() {
        for (Staff one : new Staff[] {Staff.reader("1763"), Staff.resident()}) {
            Resident other = one.signedIn();
            assertThat(other.get(PATH).statusCode()).isEqualTo(404);
            other.get("/");
            assertThat(other.upload(PATH, call()).statusCode()).isEqualTo(404);
        }
    }
}

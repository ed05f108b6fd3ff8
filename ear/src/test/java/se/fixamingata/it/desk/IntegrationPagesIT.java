package se.fixamingata.it.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** The integration desk's forms: faults said in words beside what was typed, two who save at once, and keys that nobody sees again. */
class IntegrationPagesIT extends ServerTest {

    /** Eda. */
    private static final String AUTHORITY = "1730";

    private static final String DESK = "/handlaggning/integration?a=eda";
    private static final String SERVER = "/handlaggning/integration/anslutning?a=eda";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\"(?: value=\"([^\"]*)\")?");

    private final Resident administrator = Staff.administrator(AUTHORITY).signedIn();

    private String seen(String page) {
        Matcher seen = SEEN.matcher(administrator.get(page).body());
        assertThat(seen.find()).isTrue();
        return Objects.requireNonNullElse(seen.group(1), "");
    }

    private static Map<String, String> way(String hours, String email, String seen) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("action", "way");
        fields.put("channel", "MAIL");
        fields.put("alarmHours", hours);
        fields.put("alarmEmail", email);
        fields.put("seen", seen);
        return fields;
    }

    private static Map<String, String> server(String url, String key, String seen) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("action", "server");
        fields.put("url", url);
        fields.put("key", key);
        fields.put("jurisdiction", "eda.example");
        fields.put("format", "XML");
        fields.put("attributeStyle", "BRACKETS");
        fields.put("updates", "NONE");
        fields.put("closedMeans", "fixed");
        fields.put("timeZone", "Europe/Stockholm");
        fields.put("ownIdAttribute", "");
        fields.put("seen", seen);
        return fields;
    }

    @Test
    void whatIsWrongIsSaidBesideWhatWasTyped() {
        String opened = seen(DESK);
        HttpResponse<String> refused = administrator.post(DESK, way("snart", "inte en adress", opened));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"snart\"", "value=\"inte en adress\"", "Skriv ett helt antal timmar, högst 720.")
                .contains("Skriv en e-postadress, till exempel it@kommunen.se.");
    }

    @Test
    void theSecondOfTwoWhoSaveLosesNoText() {
        String opened = seen(DESK);
        String hours = opened.contains("|31|") ? "32" : "31";
        assertThat(administrator.post(DESK, way(hours, "", opened)).statusCode())
                .isIn(302, 303);
        HttpResponse<String> second = administrator.post(DESK, way("7", "it@eda.example", opened));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("Någon annan har sparat medan du skrev.", "<dd>" + hours + "</dd>")
                .contains("value=\"7\"", "value=\"it@eda.example\"");
        Matcher again = SEEN.matcher(second.body());
        assertThat(again.find()).isTrue();
        assertThat(administrator
                        .post(DESK, way("7", "it@eda.example", again.group(1)))
                        .statusCode())
                .as("knowing it, they may")
                .isIn(302, 303);
    }

    @Test
    void aServersKeyIsInNoPageAndInNoLog() {
        String key = "hemlig-" + UUID.randomUUID();
        String url = "https://arenden.eda.example/" + UUID.randomUUID();
        HttpResponse<String> refused = administrator.post(SERVER, server("ftp:/fel", key, seen(SERVER)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"ftp:/fel\"", "value=\"eda.example\"")
                .doesNotContain(key);

        assertThat(administrator.post(SERVER, server(url, key, seen(SERVER))).statusCode())
                .isIn(302, 303);

        assertThat(administrator.get(SERVER).body()).contains(url).doesNotContain(key);
        assertThat(administrator.get("/handlaggning/logg?a=eda&vad=integration").body())
                .contains("Adress: " + url, "Bytte nyckel till servern")
                .doesNotContain(key);
    }

    /** Somebody who presses "send again" while all is paused is told that it waits. */
    @Test
    void whatIsSentAgainWhilePausedIsSaidToWait() {
        String waits = "Det väntar tills du återupptar integrationen.";
        assertThat(administrator.get(DESK + "&klar=alla").body()).doesNotContain(waits);
        assertThat(administrator.post(DESK, Map.of("action", "pause")).statusCode())
                .isIn(302, 303);
        try {
            assertThat(administrator.get(DESK + "&klar=alla").body()).contains(waits);
            assertThat(administrator.get(DESK + "&klar=sparad").body()).doesNotContain(waits);
        } finally {
            administrator.post(DESK, Map.of("action", "resume"));
        }
        assertThat(administrator.get(DESK + "&klar=alla").body()).doesNotContain(waits);
    }
}

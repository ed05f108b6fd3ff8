package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Resident.Upload;
import se.fixamingata.it.ServerTest;

/** What nobody but the reporter may see before the report is confirmed, and what nobody sees after. */
class PrivacyIT extends ServerTest {

    private final Resident resident = new Resident();
    private final Resident stranger = new Resident();

    @Test
    void anUnconfirmedReportIsNowhere() {
        Map<String, String> fields = resident.report("Osynlig tills den är bekräftad");
        assertThat(resident.sendReport(fields, new Upload("hemma.jpg", "image/jpeg", Pictures.streetLamp(800, 600)))
                        .statusCode())
                .isEqualTo(302);
        String number = stored("select id from report where reporter_email = ?", resident.email)
                .orElseThrow();
        String photo =
                stored("select id from photo where report_id = ?", number).orElseThrow();
        String around = "lat=" + fields.get("lat") + "&lon=" + fields.get("lon") + "&z=17&age=alla";

        for (Resident reader : new Resident[] {stranger, resident}) {
            assertThat(reader.get("/rapport/" + number).statusCode()).isEqualTo(404);
            assertThat(reader.get("/karta?" + around).body()).doesNotContain("Osynlig tills");
            assertThat(reader.get("/karta?q=%23" + number).body()).contains("Det finns ingen rapport med nummer");
            assertThat(reader.get("/kommun/forshaga").body()).doesNotContain("Osynlig tills");
        }
        assertThat(stranger.get("/api/places?q=%23" + number).body()).isEqualTo("[]");
        assertThat(stranger.get("/bild/" + photo + "/full").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/bild/" + photo + "/thumb").statusCode()).isEqualTo(404);

        assertThat(Resident.number(resident.confirm(resident.confirmation(1)))).hasToString(number);
        HttpResponse<String> page = stranger.get("/rapport/" + number);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("Anna Andersson")
                .doesNotContain(resident.email)
                .doesNotContain("hemma.jpg");
        assertThat(stranger.get("/karta?" + around).body()).contains("Osynlig tills");
        HttpResponse<String> picture = stranger.get("/bild/" + photo + "/full");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("cache-control"))
                .hasValueSatisfying(cache -> assertThat(cache).startsWith("public, max-age="));
    }

    @Test
    void aDraftBelongsToItsBrowser() {
        resident.get("/rapportera");
        Map<String, String> fields = resident.report("Ett utkast");
        fields.put("action", "photos");
        resident.upload("/rapportera", fields, new Upload("hemma.jpg", "image/jpeg", Pictures.streetLamp(320, 240)));
        String photo = stored(
                        "select p.id from photo p join draft d on d.id = p.draft_id where d.email = ?", resident.email)
                .orElseThrow();
        HttpResponse<String> own = resident.get("/bild/" + photo + "/thumb");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("cache-control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(stranger.get("/bild/" + photo + "/thumb").statusCode()).isEqualTo(404);
        stranger.get("/rapportera");
        stranger.post("/rapportera/foto", Map.of("remove", photo), "Accept", "application/json");
        assertThat(resident.get("/bild/" + photo + "/thumb").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/rapportera").body()).doesNotContain("Ett utkast");
    }
}

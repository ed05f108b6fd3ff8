package se.fixamingata.it.following;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.it.Wire;

/** Watching an area over HTTP: asked, confirmed, told of a new report at once, changed, and ended by one click; and the feeds of it. */
class SubscribeIT extends ServerTest {

    private static final String FORSHAGA = "/prenumerera?typ=kommun&kommun=forshaga";

    private final Resident resident = new Resident();

    private static String path(String link) {
        return URI.create(link).getPath();
    }

    @Test
    void byMailThenToldAtOnceAndEndedByOneClick() throws Exception {
        assertThat(resident.get(FORSHAGA).body()).contains("selected=\"selected\">Forshaga");
        HttpResponse<String> asked = resident.post(
                "/prenumerera",
                Map.of("typ", "kommun", "kommun", "forshaga", "ofta", "at-once", "email", resident.email));
        assertThat(asked.headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/prenumerera?klart=mejl"));
        String confirm = path(MailBox.link(MailBox.await(resident.email, 1).get(0), "/bekrafta/"));
        assertThat(resident.get(confirm).body()).contains("Vill du prenumerera?", "Forshaga");
        String list = resident.confirm(confirm).headers().firstValue("location").orElseThrow();
        assertThat(path(list)).startsWith("/prenumerationer/");
        assertThat(resident.get(path(list) + "?klart=ny").body())
                .contains("Prenumerationen har börjat", "Forshaga", resident.email);

        long report = new Resident().reportConfirmed("En lampa som grannen vill veta om");
        MimeMessage news = MailBox.await(resident.email, 2).get(1);
        assertThat(news.getSubject()).isEqualTo("Ny rapport: En lampa som grannen vill veta om [#" + report + "]");
        String end = path(MailBox.link(news, "/avregistrera/"));
        assertThat(news.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(resident.get(end).body()).contains("Vill du avsluta prenumerationen?");
        assertThat(Wire.post(end, "List-Unsubscribe=One-Click").status()).isEqualTo(200);
        assertThat(resident.get(end).body()).contains("Prenumerationen är avslutad");
        assertThat(resident.get(path(list)).body()).contains("Du prenumererar inte på något");
    }

    @Test
    void withAnAccountAroundAPlaceAndChangedThere() {
        Resident signedIn = Staff.resident().signedIn();
        String circle = "/prenumerera?typ=cirkel&lat=59.53&lon=13.48&radie=2000";
        assertThat(signedIn.get(circle).body()).contains("2 km", "/atom/cirkel/59.530000,13.480000/2000");
        signedIn.post(
                "/prenumerera",
                Map.of("typ", "cirkel", "lat", "59.53", "lon", "13.48", "radie", "2000", "ofta", "daily"));
        String page = signedIn.get("/konto/prenumerationer").body();
        assertThat(page).contains("2 km runt").contains("value=\"daily\" selected=\"selected\"");
        String id = page.replaceAll("(?s).*?name=\"id\" value=\"(\\d+)\".*", "$1");
        signedIn.post("/konto/prenumerationer", Map.of("id", id, "ofta", "weekly", "action", "andra"));
        assertThat(signedIn.get("/konto/prenumerationer").body()).contains("value=\"weekly\" selected=\"selected\"");
        signedIn.post("/konto/prenumerationer", Map.of("id", id, "action", "sluta"));
        assertThat(signedIn.get("/konto/prenumerationer").body()).doesNotContain("2 km runt");
    }

    @Test
    void whatIsNoAreaIsGivenBack() {
        resident.get("/prenumerera");
        Map<String, String> none = Map.of("typ", "kommun", "ofta", "daily", "email", resident.email);
        assertThat(resident.post("/prenumerera", none).statusCode()).isEqualTo(422);
        HttpResponse<String> outside = resident.post(
                "/prenumerera",
                Map.of("typ", "cirkel", "lat", "48.85", "lon", "2.35", "radie", "1000", "email", resident.email));
        assertThat(outside.statusCode()).isEqualTo(422);
        assertThat(outside.body()).contains("utanför Sverige");
        assertThat(resident.get("/prenumerationer/" + "A".repeat(43)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSameAreReadAsFeeds() {
        long report = new Resident().reportConfirmed("En lampa i ett flöde");
        HttpResponse<String> around = resident.get("/atom/cirkel/59.53,13.48/50000");
        assertThat(around.statusCode()).isEqualTo(200);
        assertThat(around.body()).contains("En lampa i ett flöde", "georss:point");
        String tag = around.headers().firstValue("etag").orElseThrow();
        assertThat(around.headers().firstValue("last-modified")).isPresent();
        assertThat(resident.get("/atom/cirkel/59.53,13.48/50000", "If-None-Match", "W/\"x\", " + tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(resident.get("/atom/rapport/" + report).body()).contains("<entry>", "georss:point");
        for (String nothing : new String[] {
            "/atom/cirkel/59.53,13.48/99",
            "/atom/cirkel/59.53/1000",
            "/atom/cirkel/59.53,13.48/50001",
            "/atom/rapport/0"
        }) {
            assertThat(resident.get(nothing).statusCode()).as(nothing).isEqualTo(404);
        }
    }
}

package se.fixamingata.it.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** The pages of the response templates. */
class TemplatesIT extends ServerTest {

    private static final String PATH = "/handlaggning/svarsmallar";

    private static Map<String, String> template(String name, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("action", "save");
        fields.put("version", "0");
        fields.put("name", name);
        fields.put("status", "planned");
        fields.put("category", "");
        fields.put("text", text);
        return fields;
    }

    private static String unique() {
        return "Mall " + UUID.randomUUID();
    }

    private static long written(String name) {
        return Long.parseLong(
                stored("select id from response_template where name = ?", name).orElseThrow());
    }

    private static String create(Resident administrator) {
        String name = unique();
        administrator.get(PATH + "/ny");
        assertThat(administrator
                        .post(PATH + "/ny", template(name, "Hej {namn}, om {titel}."))
                        .statusCode())
                .isEqualTo(302);
        return name;
    }

    @Test
    void anAdministratorWritesChangesAndDeletesOne() {
        Resident adam = Staff.administrator("1763").signedIn();
        String name = create(adam);
        String path = PATH + "/" + written(name);

        assertThat(adam.get(PATH).body()).contains(name);
        String page = adam.get(path).body();
        assertThat(page).contains("Hej Kim, om Lampan lyser inte.");
        Map<String, String> change = template(name, "Ny text");
        change.put("version", Cases.version(page));
        assertThat(adam.post(path, change).statusCode()).isEqualTo(302);

        HttpResponse<String> late = adam.post(path, change);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Någon annan ändrade mallen");

        Map<String, String> delete = Map.of("action", "delete", "version", Cases.version(late.body()));
        assertThat(adam.post(path, delete).statusCode()).isEqualTo(302);
        assertThat(adam.get(path).statusCode()).isEqualTo(404);

        HttpResponse<String> gone = adam.post(path, change);
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains(">Ny text</textarea>", "action=\"" + PATH + "/ny");
    }

    @Test
    void anUnknownPlaceholderIsNamedAndNothingIsLost() {
        Resident adam = Staff.administrator("1763").signedIn();
        adam.get(PATH + "/ny");

        HttpResponse<String> refused = adam.post(PATH + "/ny", template("<i>Mall</i>", "Hej {kundnamn} <b>"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("kundnamn finns inte", ">Hej {kundnamn} &lt;b&gt;</textarea>", "&lt;i&gt;Mall&lt;/i&gt;")
                .contains("<option value=\"planned\" selected=\"selected\">")
                .doesNotContain("<i>Mall</i>");
    }

    @Test
    void aCaseworkerReadsThemOnly() {
        String name = create(Staff.administrator("1763").signedIn());
        String path = PATH + "/" + written(name);
        Resident hanna = Staff.caseworker("1763").signedIn();

        assertThat(hanna.get(PATH).body()).contains(name).doesNotContain(PATH + "/ny");
        assertThat(hanna.get(path).body()).contains("om {titel}").doesNotContain("<form class=\"template-form\"");
        assertThat(hanna.get(PATH + "/ny").statusCode()).isEqualTo(404);
        assertThat(hanna.post(PATH + "/ny", template(unique(), "Text")).statusCode())
                .isEqualTo(404);
        assertThat(hanna.post(path, template(name, "Text")).statusCode()).isEqualTo(404);
        assertThat(hanna.post(path, Map.of("action", "delete", "version", "1")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void othersSeeNothingOfThem() {
        String name = create(Staff.administrator("1763").signedIn());
        String path = PATH + "/" + written(name);

        assertThat(Staff.reader("1763").signedIn().get(PATH).statusCode()).isEqualTo(404);
        Resident foreigner = Staff.administrator("1780").signedIn();
        assertThat(foreigner.get(PATH + "?a=forshaga").body()).doesNotContain(name);
        assertThat(foreigner.get(path).statusCode()).isEqualTo(404);
        assertThat(foreigner.post(path, template(name, "Text")).statusCode()).isEqualTo(404);
        assertThat(stored("select text from response_template where name = ?", name))
                .contains("Hej {namn}, om {titel}.");
    }
}

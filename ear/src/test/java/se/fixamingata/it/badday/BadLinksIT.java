package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Wire;

/** The link in the mail, used otherwise than it was meant. */
class BadLinksIT extends ServerTest {

    private final Resident resident = new Resident();

    @Test
    void followingItChangesNothingSinceScannersDoThat() {
        resident.sendReport(resident.report("Läst av en skanner"));
        String link = resident.confirmation(1);
        for (int visit = 0; visit < 3; visit++) {
            assertThat(new Resident().get(link).statusCode()).isEqualTo(200);
        }
        assertThat(Wire.ask("HEAD", link).status()).isEqualTo(200);
        assertThat(status(resident)).isEqualTo("UNCONFIRMED");
        assertThat(resident.confirm(link).statusCode()).isEqualTo(302);
        assertThat(status(resident)).isEqualTo("REPORTED");
    }

    @Test
    void usedTwiceItSaysSoAndShowsTheReport() {
        resident.sendReport(resident.report("Bekräftad två gånger"));
        String link = resident.confirmation(1);
        long number = Resident.number(resident.confirm(link));
        for (HttpResponse<String> again : new HttpResponse[] {resident.get(link), resident.confirm(link)}) {
            assertThat(again.body()).contains("Rapporten är redan bekräftad").contains("/rapport/" + number);
        }
    }

    @Test
    void cutOffLengthenedOrMistypedItDoesNotWork() {
        resident.sendReport(resident.report("Avhuggen länk"));
        String link = resident.confirmation(1);
        resident.get(link);
        for (String bad : new String[] {
            link.substring(0, link.length() - 1),
            link.substring(0, "/bekrafta/".length() + 10),
            link + "A",
            "/bekrafta/" + new StringBuilder(link.substring("/bekrafta/".length())).reverse(),
            "/bekrafta/",
            "/bekrafta/%00",
            "/bekrafta/' or 1=1 --".replace(" ", "%20")
        }) {
            HttpResponse<String> answer = resident.post(bad, Map.of());
            assertThat(answer.statusCode()).as(bad).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("Avhuggen länk");
        }
        assertThat(status(resident)).isEqualTo("UNCONFIRMED");
    }

    @Test
    void afterThirtyDaysItHasRunOut() throws SQLException {
        resident.sendReport(resident.report("Bortglömt mejl"));
        String link = resident.confirmation(1);
        resident.get(link);
        try (Connection database = database();
                PreparedStatement age = database.prepareStatement(
                        "update secret_link set expires_at = created_at where report_id = (select id from report where"
                                + " reporter_email = ?)")) {
            age.setString(1, resident.email);
            assertThat(age.executeUpdate()).isEqualTo(1);
        }
        HttpResponse<String> answer = resident.post(link, Map.of());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("Länken har gått ut");
        assertThat(status(resident)).isEqualTo("UNCONFIRMED");
    }

    @Test
    void oneThatWentToAWrongAddressStopsWorkingWhenThatIsCorrected() {
        Resident right = new Resident();
        resident.sendReport(resident.report("Fel adress"));
        String wrong = resident.confirmation(1);
        resident.get("/rapportera/skickat");
        assertThat(resident.post("/rapportera/skickat", Map.of("action", "correct", "email", right.email))
                        .statusCode())
                .isEqualTo(302);
        String corrected = right.confirmation(1);
        assertThat(resident.confirm(wrong).statusCode()).isEqualTo(404);
        assertThat(right.confirm(corrected).statusCode()).isEqualTo(302);
        assertThat(status(right)).isEqualTo("REPORTED");
    }

    @Test
    void askingForTheMailAgainAndAgainHasAnEnd() {
        resident.sendReport(resident.report("Många mejl"));
        MailBox.await(resident.email, 1);
        HttpResponse<String> answer = null;
        for (int time = 0; time < 8; time++) {
            resident.get("/rapportera/skickat");
            answer = resident.post("/rapportera/skickat", Map.of("action", "resend"));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Vi har nyss skickat flera mejl");
        assertThat(stored("select count(*) <= 5 from notification where recipient = ?", resident.email))
                .hasValue("1");
    }

    private static String status(Resident reporter) {
        return stored("select status from report where reporter_email = ?", reporter.email)
                .orElseThrow();
    }
}

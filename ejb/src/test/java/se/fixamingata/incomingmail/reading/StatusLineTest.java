package se.fixamingata.incomingmail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.report.ReportStatus;

class StatusLineTest {

    @ParameterizedTest
    @CsvSource({
        "Status: Åtgärdad, FIXED",
        "status : ÅTGÄRDAD, FIXED",
        "STATUS=åtgärdat., FIXED",
        "*Status:* Åtgärdad, FIXED",
        "*Status: Åtgärdad*, FIXED",
        "Ny status: Planerad, PLANNED",
        "Status: ”Pågår”, IN_PROGRESS",
        "Status: in_progress, IN_PROGRESS",
        "Status: In  progress, IN_PROGRESS",
        "Status: Under utredning, INVESTIGATING",
        "Status: Vidarebefordrad, FORWARDED",
        "Status: Rapporterad, REPORTED",
        "Status: Ingen åtgärd, NO_ACTION",
        "Status: Inte vårt ansvar!, NOT_RESPONSIBLE",
        "Status: not_responsible, NOT_RESPONSIBLE",
        "Status: Fixed, FIXED",
    })
    void wordsOfTheStatuses(String line, ReportStatus status) {
        StatusLine found = StatusLine.find("Hej.\n" + line + "\nHej då.").orElseThrow();
        assertThat(found.status()).contains(status);
        assertThat(found.rest()).isEqualTo("Hej.\nHej då.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status: avslutad",
                "Status: klarmarkerad",
                "Status: dubblett",
                "Status: duplicate",
                "Status: unconfirmed",
                "Status: åtgärdad?"
            })
    void wordsThatSayNoneOfThem(String line) {
        assertThat(StatusLine.find(line).orElseThrow().status()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status",
                "Status:",
                "Vi ändrar status: Åtgärdad",
                "Ärendets status: Åtgärdad",
                "Statusen: Åtgärdad"
            })
    void linesThatAreNoStatus(String line) {
        assertThat(StatusLine.find(line)).isEmpty();
    }
}

package se.fixamingata.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skicka till anna.ek@example.com nu | skicka till …@… nu",
                "ring 070-123 45 67 | ring …",
                "+46 70 123 45 67 | …",
                "POST https://x.example/requests.json?api_key=hemlig&lat=59.1 | POST https://x.example/requests.json?api_key=…&lat=59.1",
                "<first_name>Anna</first_name><last_name>Ek</last_name> | <first_name>…</first_name><last_name>…</last_name>",
                "{\"phone\":\"0701234567\"} | {\"phone\":\"…\"}",
            })
    void whatTellsOfAPersonOrOpensADoorIsCut(String raw, String kept) {
        assertThat(Faults.clean(raw)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T02:30:00Z",
        "<service_request_id>638344123</service_request_id>",
        "<lat>59.533334</lat>",
        "HTTP 500 Internal Server Error"
    })
    void whatHelpsToFindTheReasonStays(String raw) {
        assertThat(Faults.clean(raw)).isEqualTo(raw);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Faults.clean(null)).isNull();
    }
}

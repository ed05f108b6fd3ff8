package se.fixamingata.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class HealthIT extends ServerTest {

    @Test
    void readyNamesWhatItLookedAt() {
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"status\":\"UP\"", "database", "reference-data", "pages");
    }

    @Test
    void liveAsksNobody() {
        HttpResponse<String> live = get("/health/live");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).contains("alive").doesNotContain("database");
    }

    @Test
    void figuresAreForThisMachineAlone() {
        assertThat(get("/metrics").statusCode()).isEqualTo(404);
        HttpResponse<String> figures = get("http://127.0.0.1:" + TestPorts.METRICS + "/metrics");
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body())
                .contains(
                        "connection_pool_FixaMinGataPool",
                        "fmg_deliveries{",
                        "state=\"parked\"",
                        "fmg_mails_longest_wait_seconds",
                        "fmg_updates{",
                        "fmg_updates_longest_wait_seconds",
                        "fmg_tokens{",
                        "fmg_request_nanoseconds_count{");
    }

    @Test
    void theSchemaIsWholeAndOursAlone() {
        assertThat(stored("select count(*) from flyway_schema_history where not success"))
                .hasValue("0");
        // The container's own tables (timers, jobs) live in a schema of their own.
        assertThat(stored("select count(*) from information_schema.tables where table_schema = 'fixamingata'"
                        + " and (table_name like 'batch%' or table_name like 'EJB%')"))
                .hasValue("0");
    }
}

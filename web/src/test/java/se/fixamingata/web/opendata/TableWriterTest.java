package se.fixamingata.web.opendata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.shared.Language;
import se.fixamingata.web.text.Messages;

class TableWriterTest {

    private static final TableWriter.Rows ROWS = sink -> {
        sink.row(Arrays.asList("2418", "=Malå", "mala", "24", "Västerbottens län", null, 65.18, 18.74));
        sink.row(List.of("1763", "Forshaga", "forshaga", "17", "Värmlands län", 11_500, 59.53, 13.48));
    };

    @Test
    void csvIsAsThePageSaysItIs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.csv(OpenTable.MUNICIPALITIES, ROWS, out);
        assertThat(out.toString(UTF_8))
                .isEqualTo("\uFEFFmunicipality;name;slug;county_code;county;population;latitude;longitude\r\n"
                        + "2418;'=Malå;mala;24;Västerbottens län;;65.18;18.74\r\n"
                        + "1763;Forshaga;forshaga;17;Värmlands län;11500;59.53;13.48\r\n");
    }

    @Test
    void jsonHasTheSameRowsAndExplainsItsColumns() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.json(OpenTable.MUNICIPALITIES, Map.of("last_month", "2026-11"), ROWS, out);
        JsonObject table =
                Json.createReader(new ByteArrayInputStream(out.toByteArray())).readObject();
        assertThat(table.getString("licence")).contains("publicdomain/zero");
        assertThat(table.getString("last_month")).isEqualTo("2026-11");
        assertThat(table.getJsonArray("columns").getJsonObject(0).getString("about_sv"))
                .isEqualTo("Kommunkod, fyra siffror");
        JsonObject first = table.getJsonArray("rows").getJsonObject(0);
        assertThat(first.getString("name")).isEqualTo("=Malå");
        assertThat(first.get("population")).isEqualTo(JsonValue.NULL);
        assertThat(table.getJsonArray("rows").getJsonObject(1).getInt("population"))
                .isEqualTo(11_500);
    }

    @Test
    void everyTableAndEveryColumnIsExplained() {
        List<String> keys = new ArrayList<>();
        for (OpenTable table : OpenTable.values()) {
            keys.addAll(List.of("opendata.title." + table.code(), "opendata.about." + table.code()));
            table.columns().forEach(column -> keys.add("opendata.column." + column));
        }
        for (Language language : Language.values()) {
            assertThat(keys).allSatisfy(key -> assertThat(Messages.text(language, key))
                    .isNotBlank()
                    .doesNotContain(key)
                    .doesNotContain("''"));
        }
    }
}

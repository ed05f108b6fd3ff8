package se.fixamingata.web.statistics.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetFileTest {

    private static final Cell TWELVE = new Cell("12", 12L, Cell.Kind.SHOWN, "");
    private static final Cell RATE = new Cell("1,5", 1.5, Cell.Kind.SHOWN, "");
    private static final Cell HIDDEN = new Cell("..", null, Cell.Kind.HIDDEN, "");
    private static final Cell NONE = new Cell("–", null, Cell.Kind.NONE, "");

    private final Sheet sheet = new Sheet(
            "kommuner",
            "Kommun för kommun",
            "Kommun",
            List.of(new Column("reported", "Rapporterade"), new Column("rate", "Per 1 000")),
            List.of(
                    new Line("1763", "Forshaga", "/statistik/forshaga", List.of(TWELVE, RATE)),
                    new Line("1715", "Kil", "", List.of(HIDDEN, NONE))),
            "");

    @Test
    void aHiddenFigureIsEmptyAndNamed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetFile.csv(sheet, new SheetFile.Words("Kod", "Anmärkning", "Visas inte"), out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\uFEFFKod;Kommun;Rapporterade;Per 1 000;Anmärkning",
                        "1763;Forshaga;12;1.5;",
                        "1715;Kil;;;Visas inte: Rapporterade");
    }

    @Test
    void soItIsInJson() {
        JsonObject page = SheetFile.json(Map.of("title", "Jämför"), List.of(sheet));
        JsonObject table = page.getJsonArray("tables").getJsonObject(0);
        JsonObject shown = table.getJsonArray("rows").getJsonObject(0);
        JsonObject hidden = table.getJsonArray("rows").getJsonObject(1);
        assertThat(shown.getJsonObject("figures").getInt("reported")).isEqualTo(12);
        assertThat(shown.getJsonArray("notShown")).isEmpty();
        assertThat(hidden.getJsonObject("figures").isNull("reported")).isTrue();
        assertThat(hidden.getJsonArray("notShown").getString(0)).isEqualTo("reported");
        assertThat(hidden.getJsonArray("notShown")).hasSize(1);
    }

    @Test
    void notesAreForWhatIsThere() {
        assertThat(sheet.hiding()).isTrue();
        assertThat(sheet.lacking()).isTrue();
        assertThat(new Sheet("a", "A", "B", List.of(), List.of(), "").hiding()).isFalse();
    }
}

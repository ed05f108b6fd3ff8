package se.fixamingata.it.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.position.Position;

/** The filtered list and one report as files: what is in them, and who gets them (product.md, P15). */
class ExportIT extends ServerTest {

    /** Sorsele. */
    private static final String AUTHORITY = "2422";

    private static final String SLUG = "sorsele";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\";\"klicka\")";

    private Connection database;
    private DeskReports reports;
    private List<Long> numbers;
    private Resident caseworker;

    @BeforeEach
    void sitDown() throws SQLException {
        database = database();
        reports = new DeskReports(database, AUTHORITY, Position.of(65.5340, 17.5260));
        reports.take();
        numbers = reports.put(3, FORMULA, "REPORTED");
        reports.put(2, "Lagad lampa på Strandgatan", "FIXED");
        caseworker = Staff.caseworker(AUTHORITY).signedIn();
    }

    @AfterEach
    void leave() throws SQLException {
        reports.take();
        database.close();
    }

    @Test
    void csvOpensInExcelAndComputesNothing() {
        HttpResponse<byte[]> answer = file(caseworker, "/handlaggning/export/csv?a=" + SLUG);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .contains("attachment")
                .contains("rapporter-sorsele-");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFNummer;Rubrik;").contains("Rapportör;E-post;Telefon");
        String[] lines = text.split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[1])
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"klicka\"\")\"")
                .contains("'=1+1 så mörkt är det.")
                .contains("Gatubelysning;Rapporterad;Normal;Offentlig")
                .contains("anna-" + numbers.get(2) + "@example.org");
        String fixed = new String(
                file(caseworker, "/handlaggning/export/csv?a=" + SLUG + "&status=fixed")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(fixed.split("\r\n")).hasSize(3);
        assertThat(fixed).contains("Lagad lampa på Strandgatan").doesNotContain("HYPERLINK");
    }

    @Test
    void theReaderGetsNoReporters() {
        Resident reader = Staff.reader(AUTHORITY).signedIn();
        String text =
                new String(file(reader, "/handlaggning/export/csv?a=" + SLUG).body(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("Rubrik")
                .doesNotContain("@example.org")
                .doesNotContain("Anna")
                .doesNotContain("070-");
        assertThat(pdf(file(reader, "/handlaggning/export/rapport-" + numbers.get(0) + ".pdf")
                        .body()))
                .contains("Storgatan 1")
                .doesNotContain("Anna")
                .doesNotContain("070-");
    }

    @Test
    void excelGetsTextsNumbersAndTimes() throws IOException {
        byte[] book = file(caseworker, "/handlaggning/export/xlsx?a=" + SLUG + "&status=all")
                .body();
        String sheet = entry(book, "xl/worksheets/sheet1.xml");
        assertThat(sheet.split("<row ")).hasSize(1 + 6);
        assertThat(sheet).doesNotContain("<f>");
        assertThat(entry(book, "xl/sharedStrings.xml") + sheet)
                .contains("HYPERLINK")
                .contains("Gatubelysning");
    }

    @Test
    void paperShowsTheListAndTheReport() {
        String list = pdf(file(caseworker, "/handlaggning/export/pdf?a=" + SLUG).body());
        assertThat(list)
                .contains("Rapporter hos Sorsele kommun")
                .contains("Gatubelysning")
                .contains("Nummer");
        String report = pdf(file(caseworker, "/handlaggning/export/rapport-" + numbers.get(0) + ".pdf")
                .body());
        assertThat(report)
                .contains("Rapport #" + numbers.get(0))
                .contains("så mörkt är det")
                .contains("Storgatan 1, Sorsele")
                .contains("Anna Andersson")
                .contains("Hanna Handläggare");
    }

    @Test
    void nobodyElseGetsAnything() {
        for (Resident other : List.of(
                Staff.caseworker("2421").signedIn(),
                Staff.administrator("2421").signedIn(),
                Staff.resident().signedIn())) {
            for (String path :
                    List.of("csv?a=" + SLUG, "xlsx?a=2422", "pdf?a=" + SLUG, "rapport-" + numbers.get(0) + ".pdf")) {
                assertThat(other.get("/handlaggning/export/" + path).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        assertThat(get("/handlaggning/export/csv?a=" + SLUG).statusCode()).isEqualTo(303);
        assertThat(caseworker.get("/handlaggning/export/exe?a=" + SLUG).statusCode())
                .isEqualTo(404);
        assertThat(caseworker.get("/handlaggning/export/rapport-999999999.pdf").statusCode())
                .isEqualTo(404);
        assertThat(stored(
                        "select count(*) from audit_entry where authority_code = ? and action = 'reports.exported'"
                                + " and account_id is null",
                        AUTHORITY))
                .hasValue("0");
    }

    private static HttpResponse<byte[]> file(Resident who, String path) {
        HttpResponse<byte[]> answer = who.download(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private static String entry(byte[] zip, String name) throws IOException {
        Path file = Files.createTempFile("export", ".xlsx");
        try (ZipFile entries = new ZipFile(Files.write(file, zip).toFile())) {
            return new String(entries.getInputStream(entries.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    private static String pdf(byte[] file) {
        try {
            PdfReader reader = new PdfReader(file);
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package se.fixamingata.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.shared.Language;
import se.fixamingata.statistics.reading.Area;
import se.fixamingata.statistics.reading.AreaFigures;
import se.fixamingata.statistics.reading.CategoryTimes;
import se.fixamingata.statistics.reading.Figure;
import se.fixamingata.statistics.reading.FigureNight;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.statistics.reading.MeasureTable;
import se.fixamingata.statistics.reading.Months;
import se.fixamingata.statistics.reading.TimeFigure;

/** What a letter of October 2026 says and shows. */
class MonthlyContentTest {

    private static final Months YEAR = Months.until(YearMonth.of(2026, 10), 12);
    private static final Figure HIDDEN = new Figure(null);

    private final Map<Measure, MeasureTable> tables = new EnumMap<>(Measure.class);
    private CategoryTimes times = new CategoryTimes("*", new TimeFigure(40, 3, 9), new TimeFigure(40, 1, 30));

    MonthlyContentTest() {
        for (Measure measure : Measure.values()) {
            tables.put(measure, table(measure, numbers(20 + measure.ordinal())));
        }
    }

    /** A number more each month, up to that one and eleven. */
    private static List<Figure> numbers(long first) {
        return LongStream.range(first, first + 12).mapToObj(Figure::new).toList();
    }

    private static List<Figure> all(Figure figure) {
        return Collections.nCopies(12, figure);
    }

    private static MeasureTable table(Measure measure, List<Figure> sums) {
        return new MeasureTable(
                measure,
                YEAR.list(),
                List.of(
                        row("lighting", numbers(5)),
                        row("litter", all(new Figure(9L))),
                        row("other", all(HIDDEN)),
                        row("park", all(new Figure(7L))),
                        row("winter", all(new Figure(8L)))),
                row("*", sums));
    }

    private static MeasureTable.Row row(String category, List<Figure> figures) {
        return new MeasureTable.Row(category, figures, HIDDEN);
    }

    private MonthlyContent content(Language language) {
        FigureNight night =
                new FigureNight(1, Instant.parse("2026-10-31T23:00:00Z"), Instant.parse("2026-11-01T02:20:00Z"), 1_000);
        return new MonthlyContent(
                new AreaFigures(night, Area.of("1763"), YEAR, tables, List.of(times)),
                language,
                code -> "<" + code + ">");
    }

    private LetterText letter(Language language) {
        Map<String, Object> values = new HashMap<>(content(language).values());
        values.putAll(Map.of(
                "municipality", "Forshaga",
                "statistics", "https://example.org/statistik/forshaga",
                "late", "https://example.org/handlaggning?a=forshaga",
                "unsubscribe", "https://example.org/avregistrera/t",
                "home", "https://example.org",
                "contact", "hej@example.org",
                "recipient", "kim@example.org"));
        return new LetterTemplates().write("monthly-letter", language, values);
    }

    @Test
    void tellsTheMonthBesideTheOneBefore() {
        LetterText letter = letter(Language.SV);
        assertThat(letter.subject()).isEqualTo("Månadsbrev för Forshaga, oktober 2026: 31 rapporterade, 33 åtgärdade");
        assertThat(letter.text())
                .contains("Forshaga i oktober 2026: 31 rapporterade, 33 åtgärdade")
                .contains("* Rapporterade: 31 (september 2026: 30)")
                .contains("* Åtgärdade: 33 (september 2026: 32)")
                .contains("* Avslutade utan åtgärd: 34 (september 2026: 33)")
                .contains("* Öppna vid månadens slut: 36 (september 2026: 35)")
                .contains("* Försenade vid månadens slut: 37 (september 2026: 36)")
                .contains(
                        "Under tolv månader till och med 31 oktober 2026 fick hälften av rapporterna ett första svar inom"
                                + " 3 dagar.\nHälften var åtgärdade inom 1 dag.")
                .contains("* november 2025: 20, 22\n")
                .contains("https://example.org/statistik/forshaga\n")
                .contains("Det är samma tal som alla kan se")
                .doesNotContain("Tal under 5");
        assertThat(letter.html())
                .contains("<td class=\"line\" style=\"padding:8px 8px 8px 0;border-bottom:1px solid #d5dde5;"
                        + "text-align:right;white-space:nowrap;font-weight:700\">37</td>");
    }

    @Test
    void speaksEnglish() {
        LetterText letter = letter(Language.EN);
        assertThat(letter.subject()).isEqualTo("Monthly letter for Forshaga, October 2026: 31 reported, 33 fixed");
        assertThat(letter.text())
                .contains("* Overdue at the end of the month: 37 (September 2026: 36)")
                .contains("In the twelve months up to 31 October 2026 half of the reports had a first answer within"
                        + " 3 days.\nHalf were fixed within 1 day.");
    }

    @Test
    void theMostCommonCategoriesAreTheThreeLargestThatAreShown() {
        assertThat(letter(Language.SV).text())
                .contains("Vanligast under månaden:\n* <lighting>: 16\n* <litter>: 9\n* <winter>: 8\n\n")
                .doesNotContain("<other>", "<park>");
    }

    @Test
    void whatIsHiddenIsSaidToBeAndIsInNoSentence() {
        tables.put(Measure.REPORTED, table(Measure.REPORTED, all(HIDDEN)));
        times = new CategoryTimes("*", new TimeFigure(null, null, null), new TimeFigure(9, null, null));
        LetterText letter = letter(Language.SV);
        assertThat(letter.subject()).isEqualTo("Månadsbrev för Forshaga, oktober 2026: 33 åtgärdade");
        assertThat(letter.text())
                .contains("* Rapporterade: visas inte (september 2026: visas inte)")
                .contains("är svaren för få")
                .contains("Mindre än hälften har åtgärdats.")
                .contains("Tal under 5 visas inte");
    }

    @Test
    void thePictureIsDescribedWithEveryNumberInIt() {
        String html = letter(Language.SV).html();
        assertThat(html).contains("src=\"cid:" + MonthlyContent.CHART + "\"");
        String alt = html.replaceAll("(?s).* alt=\"([^\"]*)\".*", "$1");
        assertThat(alt).startsWith("Rapporterade och åtgärdade per månad. november 2025: 20 och 22; ");
        for (int i = 0; i < 12; i++) {
            assertThat(alt).contains((20 + i) + " och " + (22 + i));
        }
        assertThat(alt).endsWith("oktober 2026: 31 och 33.");
    }

    @Test
    void thePictureHasBarsAsTallAsTheirNumbersAndTwelveColumns() throws IOException {
        List<Figure> reported = new ArrayList<>(all(new Figure(0L)));
        reported.set(3, new Figure(100L));
        reported.set(4, new Figure(50L));
        reported.set(5, HIDDEN);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(MonthPicture.draw(reported, all(HIDDEN))));
        assertThat(picture.getWidth()).isEqualTo(1072);
        assertThat(picture.getHeight()).isEqualTo(360);
        List<Integer> heights = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            int x = (int) ((month + 0.5) * 1072 / 12);
            int blue = 0;
            for (int y = 0; y < 360; y++) {
                blue += (picture.getRGB(x, y) & 0xffffff) == 0x0b5fa5 ? 1 : 0;
            }
            heights.add(blue);
        }
        assertThat(heights.get(3)).isBetween(315, 322);
        assertThat(heights.get(4)).isBetween(156, 162);
        assertThat(heights).filteredOn(height -> height == 0).hasSize(10);
    }

    @Test
    void theLineOfWhatWasFixedIsBrokenWhereItIsHidden() throws IOException {
        List<Figure> fixed = new ArrayList<>(all(new Figure(10L)));
        fixed.set(6, HIDDEN);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(MonthPicture.draw(all(new Figure(0L)), fixed)));
        // All are the most there is: the line runs along the upper edge.
        assertThat(picture.getRGB(2 * 536 / 24 * 2, 24) & 0xffffff).isEqualTo(0xb26a00);
        assertThat(picture.getRGB((int) (6.5 * 1072 / 12), 24) & 0xffffff).isNotEqualTo(0xb26a00);
    }

    @Test
    void aMonthWithoutAnythingCanBeDrawn() throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(MonthPicture.draw(all(new Figure(0L)), all(HIDDEN)))))
                .isNotNull();
    }
}

package se.fixamingata.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.report.Actor;
import se.fixamingata.report.DocumentView;
import se.fixamingata.report.HistoryEntry.Kind;
import se.fixamingata.report.HistoryPage;
import se.fixamingata.report.HistoryView;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.ReportView;
import se.fixamingata.report.Source;
import se.fixamingata.report.Visibility;
import se.fixamingata.report.WordsView;
import se.fixamingata.shared.Language;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;
import se.fixamingata.web.text.Times;

class HappeningTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final CurrentLanguage swedish = new CurrentLanguage() {
        @Override
        public Language get() {
            return Language.SV;
        }
    };

    private final ReportView report = new ReportView(
            7,
            "Lampa",
            "Den är mörk",
            "lighting",
            ReportStatus.REPORTED,
            Visibility.PUBLIC,
            "1763",
            "1763",
            59.53,
            13.48,
            null,
            "Anna",
            Source.WEB,
            NOW,
            NOW,
            (LocalDate) null,
            null,
            null,
            new HistoryPage(1, List.of(), false, null),
            List.of());

    private Happening happening;

    @BeforeEach
    void words() {
        happening = new Happening();
        happening.text = new TextBean(swedish);
        happening.times = new Times(swedish, Clock.fixed(NOW, ZoneOffset.UTC));
        happening.glyphs = new Glyphs();
        happening.names = new Names(swedish, null, null, null) {
            @Override
            public String category(String code) {
                return "<" + code + ">";
            }

            @Override
            public String authority(String code) {
                return "[" + code + "]";
            }
        };
    }

    private StoryLine tell(Kind kind, Actor actor, String name, String detail, WordsView words) {
        return happening.tell(new HistoryView(NOW, kind, null, null, actor, name, "Text", detail, words), report);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "CATEGORY | lighting>other | Kategorin ändrades från <lighting> till <other>",
                "CATEGORY | - | Kategorin ändrades",
                "MOVED | 59.5,13.5>59.501,13.5 | Platsen på kartan flyttades 111 meter",
                "MOVED | här>där | Platsen ändrades",
                "HANDED_OVER | 1763>TRV | Överlämnad från [1763] till [TRV]",
                "EXPECTED | 2026-12-01 | Beräknas vara klart 1 december",
                "EXPECTED | 2027-01-15 | Beräknas vara klart 15 januari 2027",
                "EXPECTED | - | Det finns inte längre något datum när det ska vara klart",
                "MERGED | 12 | En dubblett slogs ihop med den här rapporten",
            })
    void codesBecomeNames(Kind kind, String detail, String words) {
        StoryLine line = tell(kind, Actor.AUTHORITY, null, detail, null);
        assertThat(line.text()).isEqualTo(words);
        assertThat(line.who()).isEqualTo("[1763]");
        assertThat(line.words()).isNull();
    }

    @Test
    void anotherReportIsALink() {
        assertThat(tell(Kind.MERGED, Actor.AUTHORITY, null, "12", null).link())
                .isEqualTo(new StoryLink("/rapport/12", "Rapport 12"));
    }

    @Test
    void openingAgainIsNotReportingAnew() {
        HistoryView again = new HistoryView(
                NOW, Kind.STATUS, ReportStatus.FIXED, ReportStatus.REPORTED, Actor.REPORTER, null, null, null, null);
        assertThat(happening.tell(again, report).text()).isEqualTo("Öppnad igen");
    }

    @Test
    void aCommentSaysWhoseItIsAndWhereItGoes() {
        WordsView words = new WordsView(5, false, true, true, List.of(), List.of());

        StoryLine named = tell(Kind.COMMENT, Actor.RESIDENT, "Bo Berg", "TRV", words);
        assertThat(named.text()).isEqualTo("Kommentar: det ser åtgärdat ut");
        assertThat(named.who()).isEqualTo("Bo Berg");
        assertThat(named.words().passedOn()).isEqualTo("skickas till [TRV]");
        assertThat(named.words().edited()).isTrue();

        assertThat(tell(Kind.COMMENT, Actor.RESIDENT, null, null, words).who()).isEqualTo("En boende");
        assertThat(tell(Kind.COMMENT, Actor.REPORTER, null, null, words).who()).isEqualTo("Den som rapporterade");
        assertThat(tell(Kind.COMMENT, Actor.REPORTER, null, null, words).words().passedOn())
                .startsWith("skickas inte till [1763]");
    }

    @Test
    void anAnswerIsTheAuthoritysAndCarriesItsDocuments() {
        WordsView words = new WordsView(
                5, false, false, false, List.of(), List.of(new DocumentView("d".repeat(22), "Beslut.pdf", 123_456)));
        StoryLine line = tell(Kind.COMMENT, Actor.AUTHORITY, "Forshaga kommun", null, words);
        assertThat(line.text()).isEqualTo("Svar");
        assertThat(line.who()).isEqualTo("Forshaga kommun");
        assertThat(line.words().passedOn()).isNull();
        assertThat(line.words().documents())
                .containsExactly(new StoryDocument("/dokument/" + "d".repeat(22), "Beslut.pdf (PDF, 123 kB)"));
    }

    @Test
    void aHiddenCommentIsOnlyALine() {
        WordsView hidden = new WordsView(5, true, false, false, List.of(), List.of());
        assertThat(tell(Kind.COMMENT, Actor.RESIDENT, null, null, hidden).isHiddenComment())
                .isTrue();
        assertThat(tell(Kind.HANDED_OVER, Actor.AUTHORITY, null, "1763>TRV", hidden)
                        .isHiddenComment())
                .isFalse();
    }
}

package se.fixamingata.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.report.ReportStatus;

class SayingTest {

    private static IncomingWord word(String status, boolean extended, ReportStatus closedMeans, List<String> media) {
        return new IncomingWord(
                "1763", "poll", "1", 17, Instant.EPOCH, status, extended, closedMeans, null, null, null, media);
    }

    private static StatusWord extended(String status) {
        return StatusWord.of(word(status, true, null, null), ReportStatus.INVESTIGATING);
    }

    private static StatusWord plain(String status, ReportStatus closedMeans, ReportStatus now) {
        return StatusWord.of(word(status, false, closedMeans, null), now);
    }

    private static Saying saying(String status, ReportStatus now, boolean late, String text, boolean repeated) {
        IncomingWord word = word(status, true, null, null);
        return Saying.of(word, StatusWord.of(word, now), now, late, text, repeated);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, REPORTED",
        "reopen, REPORTED",
        "INVESTIGATING, INVESTIGATING",
        "for_triage, INVESTIGATING",
        "planned, PLANNED",
        "Action Scheduled, PLANNED",
        "IN_PROGRESS, IN_PROGRESS",
        "in-progress, IN_PROGRESS",
        "' in  progress ', IN_PROGRESS",
        "internal_referral, FORWARDED",
        "FIXED, FIXED",
        "closed, NO_ACTION",
        "CANCELLED, NO_ACTION",
        "no_further_action, NO_ACTION",
        "not_councils_responsibility, NOT_RESPONSIBLE",
        "DUPLICATE, DUPLICATE"
    })
    void whatExtendedStatusesMean(String theirs, ReportStatus ours) {
        assertThat(extended(theirs)).isEqualTo(new StatusWord(ours, true));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "UNCHANGED", "unchanged"})
    void thisSaysNothingAboutAStatus(String theirs) {
        assertThat(extended(theirs)).isEqualTo(new StatusWord(null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "unconfirmed", "hidden", "0"})
    void thisIsNoStatus(String theirs) {
        assertThat(extended(theirs)).isEqualTo(new StatusWord(null, false));
    }

    /** Rule 6.1.11. */
    @Test
    void whoKnowsOnlyOpenAndClosedMeansNoMoreThanThat() {
        assertThat(plain("open", null, ReportStatus.PLANNED).status()).isEqualTo(ReportStatus.PLANNED);
        assertThat(plain("open", null, ReportStatus.FIXED).status()).isEqualTo(ReportStatus.REPORTED);
        assertThat(plain("closed", null, ReportStatus.PLANNED).status()).isEqualTo(ReportStatus.FIXED);
        assertThat(plain("Closed", ReportStatus.NO_ACTION, ReportStatus.PLANNED).status())
                .isEqualTo(ReportStatus.NO_ACTION);
        assertThat(plain("closed", null, ReportStatus.NOT_RESPONSIBLE).status())
                .isEqualTo(ReportStatus.NOT_RESPONSIBLE);
        assertThat(plain("closed", ReportStatus.NO_ACTION, ReportStatus.FIXED).status())
                .isEqualTo(ReportStatus.FIXED);
    }

    @Test
    void aClosingWithoutAWordGetsAStandardSentence() {
        assertThat(saying("fixed", ReportStatus.REPORTED, false, null, false))
                .isEqualTo(new Saying(ReportStatus.FIXED, false, "Felet är åtgärdat."));
        assertThat(saying("closed", ReportStatus.REPORTED, false, null, false))
                .isEqualTo(new Saying(ReportStatus.NO_ACTION, false, "Ärendet är avslutat utan åtgärd."));
        assertThat(saying("closed", ReportStatus.REPORTED, false, "Vägen rivs.", false))
                .isEqualTo(new Saying(ReportStatus.NO_ACTION, false, "Vägen rivs."));
        assertThat(saying("planned", ReportStatus.REPORTED, false, null, false))
                .isEqualTo(new Saying(ReportStatus.PLANNED, false, null));
    }

    @Test
    void whatMayNotBeIsToldInWordsOnly() {
        assertThat(saying("planned", ReportStatus.FIXED, false, "I maj.", false))
                .isEqualTo(new Saying(null, true, "I maj."));
        assertThat(saying("planned", ReportStatus.FIXED, false, null, false).isNothing())
                .isTrue();
        assertThat(saying("done", ReportStatus.REPORTED, false, "Klart.", false))
                .isEqualTo(new Saying(null, true, "Klart."));
    }

    @Test
    void aDuplicateIsToldAndNotMade() {
        assertThat(saying("duplicate", ReportStatus.REPORTED, false, null, false))
                .isEqualTo(new Saying(null, true, "Vi har redan en rapport om samma sak."));
    }

    @Test
    void whatIsLateMovesNothing() {
        assertThat(saying("fixed", ReportStatus.REPORTED, true, "Lagad.", false))
                .isEqualTo(new Saying(null, true, "Lagad."));
        assertThat(saying("fixed", ReportStatus.REPORTED, true, null, false).isNothing())
                .isTrue();
    }

    @Test
    void wordsThatStandThereAreNotSaidAgain() {
        assertThat(saying("planned", ReportStatus.REPORTED, false, "I maj.", true))
                .isEqualTo(new Saying(ReportStatus.PLANNED, false, null));
        assertThat(saying("open", ReportStatus.REPORTED, false, "I maj.", true).isNothing())
                .isTrue();
    }

    @Test
    void aPictureNeedsAWord() {
        IncomingWord word = word(null, true, null, List.of("https://bilder.example/1.jpg"));
        assertThat(Saying.of(
                        word, StatusWord.of(word, ReportStatus.REPORTED), ReportStatus.REPORTED, false, null, false))
                .isEqualTo(new Saying(null, false, "Vi har bifogat en fil."));
    }
}

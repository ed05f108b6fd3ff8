package se.fixamingata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.report.ReportStatus.DUPLICATE;
import static se.fixamingata.report.ReportStatus.FIXED;
import static se.fixamingata.report.ReportStatus.FORWARDED;
import static se.fixamingata.report.ReportStatus.INVESTIGATING;
import static se.fixamingata.report.ReportStatus.IN_PROGRESS;
import static se.fixamingata.report.ReportStatus.NOT_RESPONSIBLE;
import static se.fixamingata.report.ReportStatus.NO_ACTION;
import static se.fixamingata.report.ReportStatus.PLANNED;
import static se.fixamingata.report.ReportStatus.REPORTED;
import static se.fixamingata.report.ReportStatus.UNCONFIRMED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportStatusTest {

    /** Written out, not computed: this is section 8 of the product's rules, to be read beside it. */
    private static final Map<ReportStatus, Set<ReportStatus>> LEGAL = Map.of(
            UNCONFIRMED,
            EnumSet.of(REPORTED),
            REPORTED,
            EnumSet.of(INVESTIGATING, PLANNED, IN_PROGRESS, FORWARDED, FIXED, NO_ACTION, NOT_RESPONSIBLE, DUPLICATE),
            INVESTIGATING,
            EnumSet.of(REPORTED, PLANNED, IN_PROGRESS, FORWARDED, FIXED, NO_ACTION, NOT_RESPONSIBLE, DUPLICATE),
            PLANNED,
            EnumSet.of(REPORTED, INVESTIGATING, IN_PROGRESS, FORWARDED, FIXED, NO_ACTION, NOT_RESPONSIBLE, DUPLICATE),
            IN_PROGRESS,
            EnumSet.of(REPORTED, INVESTIGATING, PLANNED, FORWARDED, FIXED, NO_ACTION, NOT_RESPONSIBLE, DUPLICATE),
            FORWARDED,
            EnumSet.of(REPORTED, INVESTIGATING, PLANNED, IN_PROGRESS, FIXED, NO_ACTION, NOT_RESPONSIBLE, DUPLICATE),
            FIXED,
            EnumSet.of(REPORTED, IN_PROGRESS),
            NO_ACTION,
            EnumSet.of(REPORTED),
            NOT_RESPONSIBLE,
            EnumSet.of(REPORTED),
            DUPLICATE,
            EnumSet.of(REPORTED));

    @ParameterizedTest
    @EnumSource
    void movesOnlyAlongTheTable(ReportStatus from) {
        for (ReportStatus to : ReportStatus.values()) {
            assertThat(from.mayBecome(to))
                    .as(from + " to " + to)
                    .isEqualTo(LEGAL.get(from).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingBecomesUnconfirmedAgain(ReportStatus from) {
        assertThat(from.mayBecome(UNCONFIRMED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(ReportStatus status) {
        assertThat(ReportStatus.find(status.code())).contains(status);
    }

    @Test
    void unknownCodesFindNothing() {
        assertThat(ReportStatus.find("IN_PROGRESS")).isEmpty();
        assertThat(ReportStatus.find("")).isEmpty();
        assertThat(ReportStatus.find(null)).isEmpty();
    }

    @Test
    void passedOnIsNotClosedAndClosedIsNotFixed() {
        assertThat(FORWARDED.group()).isEqualTo(StatusGroup.OPEN);
        assertThat(FIXED.group()).isEqualTo(StatusGroup.FIXED);
        assertThat(EnumSet.of(NO_ACTION, NOT_RESPONSIBLE, DUPLICATE))
                .allMatch(status -> status.group() == StatusGroup.CLOSED);
    }

    @Test
    void exactlyTheClosingsNeedAText() {
        assertThat(EnumSet.allOf(ReportStatus.class).stream().filter(ReportStatus::needsText))
                .containsExactlyInAnyOrder(NO_ACTION, NOT_RESPONSIBLE, DUPLICATE);
    }
}

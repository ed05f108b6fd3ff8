package se.fixamingata.demonstration;

import java.time.Instant;
import java.util.List;
import se.fixamingata.report.Actor;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Reporter;

/**
 * A report before it is written.
 *
 * @param photos how many photos of the story's scene it has
 * @param steps what happened to it afterwards, in order
 * @param duplicateOf place in the list of the report that it follows, or -1
 * @param seed what makes its photos its own
 */
record PlannedReport(
        ReportPlace place,
        Story story,
        String description,
        Reporter reporter,
        Instant submittedAt,
        Instant confirmedAt,
        int photos,
        List<Step> steps,
        int duplicateOf,
        long seed) {

    /** A change of status by whom; the text may be null. */
    record Step(Instant at, ReportStatus status, Actor actor, String text) {}

    /** Where it stands in the end. */
    ReportStatus status() {
        return steps.isEmpty()
                ? ReportStatus.REPORTED
                : steps.get(steps.size() - 1).status();
    }

    PlannedReport following(int main, ReportPlace where, List<Step> closing) {
        return new PlannedReport(
                where, story, description, reporter, submittedAt, confirmedAt, photos, closing, main, seed);
    }
}

package se.fixamingata.handling.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.fixamingata.account.Right;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.handling.history.CasePhoto;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Source;
import se.fixamingata.report.Visibility;
import se.fixamingata.shared.Language;

/**
 * One report as the back office sees it: masked by what the reader may see.
 *
 * @param version to be given back with every change
 * @param listed whether everybody may see it
 * @param address the nearest address in words, or null
 * @param language in which the reporter is written to
 * @param file what the authority's own work has added
 * @param reporter null unless the reader may see who reported
 * @param reachable whether there is a reporter who can be written to
 * @param duplicateOf number of the report that it follows, or null
 * @param duplicates numbers of the reports that follow it directly, the newest hundred
 * @param followers how many people besides the reporter get its mails
 * @param photos in the reporter's order; hidden ones only for who may moderate
 * @param answers to what was asked besides (P3), in their order
 * @param next the statuses that an answer may give it, in their order; empty for who may not handle it. Merging is apart.
 * @param rights what the reader may do with it
 */
public record CaseView(
        long id,
        int version,
        String title,
        String description,
        String categoryCode,
        ReportStatus status,
        Visibility visibility,
        boolean listed,
        String municipalityCode,
        String authorityCode,
        double lat,
        double lon,
        String address,
        Source source,
        Language language,
        Instant submittedAt,
        Instant confirmedAt,
        Instant changedAt,
        WorkView file,
        ReporterView reporter,
        boolean reachable,
        Long duplicateOf,
        List<Long> duplicates,
        long followers,
        List<CasePhoto> photos,
        List<GivenAnswer> answers,
        List<ReportStatus> next,
        Set<Right> rights) {

    public CaseView {
        duplicates = List.copyOf(duplicates);
        photos = List.copyOf(photos);
        answers = List.copyOf(answers);
        next = List.copyOf(next);
        rights = Set.copyOf(rights);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /**
     * What the authority's own work has added.
     *
     * @param assigneeId null for nobody
     * @param assignee in words; null for nobody
     * @param expectedOn null when nothing was promised
     * @param answeredAt null while there is none
     * @param newsAt null when there are none
     * @param waitingUntil null when nobody is waited for; may be over
     * @param due by when
     */
    public record WorkView(
            Long assigneeId,
            String assignee,
            Priority priority,
            LocalDate expectedOn,
            Instant answeredAt,
            Instant newsAt,
            Instant waitingUntil,
            DueView due) {}

    /**
     * By when it is to be answered and solved, or was to be when that has happened.
     *
     * @param answerOn null when nobody has reckoned it yet
     * @param solveOn null as that
     * @param pausedFrom since when the clock stands still because the reporter was asked; null when it does not
     * @param pausedUntil the last day on which it does, which may have passed; null as that
     * @param pausedDays working days that it has stood still in all, or will have
     * @param reopened whether it counts from a reopening, and not from when the report came
     */
    public record DueView(
            LocalDate answerOn,
            LocalDate solveOn,
            LocalDate pausedFrom,
            LocalDate pausedUntil,
            int pausedDays,
            boolean reopened) {}

    /**
     * Who reported. Each may be null: a caller need not say, and a person may have been forgotten.
     *
     * @param showsName whether the name stands on the public page
     */
    public record ReporterView(String name, String email, String phone, boolean showsName) {

        /** Never personal data in a log. */
        @Override
        public String toString() {
            return "ReporterView[…]";
        }
    }
}

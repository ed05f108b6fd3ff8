package se.fixamingata.handling;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.shared.TypedText;
import se.fixamingata.update.ReportUpdate;

/** What an authority may say, and along which way a report may move (product.md, section 8). No I/O. */
final class AnswerRules {

    /** Nobody promises anything beyond that. */
    private static final int YEARS_AHEAD = 10;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private AnswerRules() {}

    /** The text as it is kept: cleaned as residents' texts are, one character too long if it is too long; null when there is none. */
    static String clean(String typed) {
        String text = TypedText.lines(typed, ReportUpdate.TEXT_MAX + 1);
        return TypedText.isVisible(text) ? text : null;
    }

    /**
     * What is wrong with an answer, the first thing in the order of the form.
     *
     * @param text as {@link #clean} gives it
     */
    static Optional<Invalid> problem(Report report, Answer answer, String text, LocalDate today) {
        ReportStatus next = answer.status() == null ? report.status() : answer.status();
        return Stream.of(
                        status(report.status(), next),
                        text(text, next != report.status() && next.needsText()),
                        content(answer, text, next != report.status()),
                        expected(answer, next, today),
                        files(answer))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Invalid> status(ReportStatus from, ReportStatus to) {
        if (from == to) {
            return Optional.empty();
        }
        if (from == ReportStatus.DUPLICATE || to == ReportStatus.DUPLICATE) {
            return invalid("status", "report.status.merge");
        }
        return from.mayBecome(to) ? Optional.empty() : invalid("status", "report.status.illegal");
    }

    /** @param text as {@link #clean} gives it */
    static Optional<Invalid> text(String text, boolean needed) {
        if (text == null) {
            return needed ? invalid("text", "handling.text.missing") : Optional.empty();
        }
        return TypedText.length(text) > ReportUpdate.TEXT_MAX
                ? invalid("text", "handling.text.long")
                : Optional.empty();
    }

    private static Optional<Invalid> content(Answer answer, String text, boolean moves) {
        if (text != null) {
            return Optional.empty();
        }
        if (!answer.photos().isEmpty() || !answer.documents().isEmpty()) {
            return invalid("text", "handling.text.files");
        }
        return moves || answer.expectedChanged() ? Optional.empty() : invalid("text", "handling.text.empty");
    }

    private static Optional<Invalid> expected(Answer answer, ReportStatus next, LocalDate today) {
        if (!answer.expectedChanged() || answer.expectedOn() == null) {
            return Optional.empty();
        }
        return expected(answer.expectedOn(), next, today);
    }

    /** @param day not null */
    static Optional<Invalid> expected(LocalDate day, ReportStatus status, LocalDate today) {
        if (status.group() != StatusGroup.OPEN) {
            return invalid("expectedOn", "handling.expected.closed");
        }
        if (day.isBefore(today)) {
            return invalid("expectedOn", "handling.expected.past");
        }
        return day.isAfter(today.plusYears(YEARS_AHEAD))
                ? invalid("expectedOn", "handling.expected.far")
                : Optional.empty();
    }

    private static Optional<Invalid> files(Answer answer) {
        if (answer.photos().size() > PhotoStore.MAX_PER_OWNER) {
            return invalid("photos", "handling.photos.many");
        }
        List<NewDocument> documents = answer.documents();
        if (documents.size() > NewDocument.MOST) {
            return invalid("documents", "handling.documents.many");
        }
        if (documents.stream().anyMatch(one -> one.pdf().length > NewDocument.MAX_BYTES)) {
            return invalid("documents", "handling.documents.size");
        }
        return documents.stream().allMatch(one -> isPdf(one.pdf()))
                ? Optional.empty()
                : invalid("documents", "handling.documents.kind");
    }

    private static boolean isPdf(byte[] file) {
        return file.length >= PDF.length && Arrays.equals(file, 0, PDF.length, PDF, 0, PDF.length);
    }

    static Optional<Invalid> invalid(String field, String key) {
        return Optional.of(new Invalid(field, key));
    }
}

package se.fixamingata.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.fixamingata.position.Position;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.HistoryView;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.ReportView;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.WordsView;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;
import se.fixamingata.web.text.Times;

/** One entry of a report's history in a resident's words: codes become names, numbers become links. */
@RequestScoped
public class Happening {

    private static final String COMMENT = "comment";
    private static final String CHANGE = "change";

    @Inject
    TextBean text;

    @Inject
    Times times;

    @Inject
    Glyphs glyphs;

    @Inject
    Names names;

    /** One line of the story. */
    public StoryLine tell(HistoryView entry, ReportView report) {
        return switch (entry.kind()) {
            case CONFIRMED ->
                StoryLine.of(entry.at(), "reported", text.of("rapport.story.reported"), report.reporterName(), null);
            case STATUS -> line(entry, report, glyphs.shape(entry.toStatus()), status(entry), null);
            case COMMENT -> line(entry, report, COMMENT, comment(entry), null);
            case CATEGORY -> line(entry, report, CHANGE, fromTo(entry, "category", names::category), null);
            case MOVED -> line(entry, report, CHANGE, moved(entry.detail()), null);
            case HANDED_OVER -> line(entry, report, "sent", fromTo(entry, "handed_over", names::authority), null);
            case EXPECTED -> line(entry, report, CHANGE, expected(entry.detail()), null);
            case MERGED -> line(entry, report, CHANGE, text.of("rapport.story.merged"), other(entry.detail()));
            case UNMERGED -> line(entry, report, CHANGE, text.of("rapport.story.unmerged"), other(entry.detail()));
            default -> line(entry, report, CHANGE, text.of("rapport.story.other"), null);
        };
    }

    private StoryLine line(HistoryView entry, ReportView report, String shape, String what, StoryLink link) {
        return new StoryLine(entry.at(), shape, what, who(entry, report), entry.text(), link, words(entry, report));
    }

    private String status(HistoryView entry) {
        boolean reopened = entry.toStatus() == ReportStatus.REPORTED
                && entry.fromStatus() != null
                && entry.fromStatus().group() != StatusGroup.OPEN;
        return text.of(reopened ? "rapport.story.reopened" : glyphs.key(entry.toStatus()));
    }

    private String comment(HistoryView entry) {
        if (entry.actor() == Actor.AUTHORITY) {
            return text.of("rapport.story.answer");
        }
        boolean looksFixed = entry.words() != null && entry.words().looksFixed();
        return text.of(looksFixed ? "rapport.story.looks-fixed" : "rapport.story.comment");
    }

    /** From what to what, by name; only that it changed when the detail is none of ours. */
    private String fromTo(HistoryView entry, String key, UnaryOperator<String> name) {
        return halves(entry.detail())
                .map(codes ->
                        text.of("rapport.story." + key + ".named", name.apply(codes.get(0)), name.apply(codes.get(1))))
                .orElseGet(() -> text.of("rapport.story." + key));
    }

    private String moved(String detail) {
        return halves(detail)
                .flatMap(places -> position(places.get(0))
                        .flatMap(from -> position(places.get(1)).map(from::metresTo)))
                .map(metres -> text.of("rapport.story.moved.named", text.number(Math.round(metres))))
                .orElseGet(() -> text.of("rapport.story.moved"));
    }

    private static Optional<Position> position(String degrees) {
        String[] numbers = degrees.split(",");
        try {
            return numbers.length == 2
                    ? Position.find(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]))
                    : Optional.empty();
        } catch (NumberFormatException notDegrees) {
            return Optional.empty();
        }
    }

    private String expected(String detail) {
        return detail == null || detail.isEmpty()
                ? text.of("rapport.story.expected.none")
                : text.of("rapport.story.expected.named", times.day(LocalDate.parse(detail)));
    }

    private StoryLink other(String number) {
        return number == null ? null : new StoryLink("/rapport/" + number, text.of("rapport.number", number));
    }

    private static Optional<List<String>> halves(String detail) {
        int arrow = detail == null ? -1 : detail.indexOf('>');
        return arrow < 0
                ? Optional.empty()
                : Optional.of(List.of(detail.substring(0, arrow), detail.substring(arrow + 1)));
    }

    private String who(HistoryView entry, ReportView report) {
        if (entry.actorName() != null) {
            return entry.actorName();
        }
        return switch (entry.actor()) {
            case AUTHORITY -> names.authority(report.authorityCode());
            case REPORTER -> text.of("rapport.story.reporter");
            case RESIDENT -> text.of("rapport.story.resident");
            case SYSTEM -> "FixaMinGata";
        };
    }

    private StoryWords words(HistoryView entry, ReportView report) {
        WordsView words = entry.words();
        if (words == null) {
            return null;
        }
        return new StoryWords(
                words.id(),
                words.hidden(),
                words.edited(),
                passedOn(entry, report),
                words.photos(),
                words.documents().stream()
                        .map(document -> new StoryDocument(
                                "/dokument/" + document.id(),
                                text.of(
                                        "rapport.document",
                                        document.fileName(),
                                        text.number(Math.max(1, document.length() / 1000)))))
                        .toList());
    }

    /** A resident's comment goes to the authority by mail, provided that there is somewhere to send it. */
    private String passedOn(HistoryView entry, ReportView report) {
        boolean residents = entry.actor() == Actor.REPORTER || entry.actor() == Actor.RESIDENT;
        if (!residents || entry.kind() != HistoryEntry.Kind.COMMENT) {
            return null;
        }
        return entry.detail() == null
                ? text.of("rapport.story.not-passed-on", names.authority(report.authorityCode()))
                : text.of("rapport.story.passed-on", names.authority(entry.detail()));
    }
}

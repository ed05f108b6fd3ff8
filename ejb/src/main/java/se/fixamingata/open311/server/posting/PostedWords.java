package se.fixamingata.open311.server.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.TypedText;
import se.fixamingata.submission.FieldRules;

/**
 * A posted report in the words of one of ours. The protocol knows no titles: where a system sends none, the first sentence of what it
 * describes is one. No I/O.
 */
final class PostedWords {

    private static final int PHONE_MAX = 40;

    private PostedWords() {}

    /**
     * The protocol does not require a description either: a place and what it is about are a report, and a title, an answer to a question
     * of the authority's or a picture may say the rest. Everybody reads the description, so that no answer is put into it.
     *
     * @param category code and name of the category
     * @throws Refusal when the description is too long
     */
    static ReportContent content(PostedRequest request, String category, String categoryName) {
        String described = TypedText.lines(request.description(), Report.DESCRIPTION_MAX + 1);
        boolean isDescribed = TypedText.isVisible(described);
        String description = isDescribed ? described : undescribed(request, categoryName);
        if (TypedText.length(description) > Report.DESCRIPTION_MAX) {
            throw Refusal.bad("description may have at most " + Report.DESCRIPTION_MAX + " characters");
        }
        String enough = TypedText.length(description) < Report.DESCRIPTION_MIN
                ? categoryName + ": " + description
                : description;
        if (TypedText.length(enough) < Report.DESCRIPTION_MIN) {
            throw Refusal.bad("description must have at least " + Report.DESCRIPTION_MIN + " characters");
        }
        return new ReportContent(category, title(request, isDescribed ? enough : "", categoryName), enough);
    }

    private static String undescribed(PostedRequest request, String categoryName) {
        String title = TypedText.line(request.title(), Report.DESCRIPTION_MAX);
        if (TypedText.isVisible(title)) {
            return title;
        }
        return request.language() == Language.EN
                ? "Sent without a description. Category: " + categoryName + "."
                : "Inskickad utan beskrivning. Kategori: " + categoryName + ".";
    }

    private static String title(PostedRequest request, String description, String categoryName) {
        return Stream.of(
                        TypedText.line(request.title(), Report.TITLE_MAX + 1),
                        TypedText.line(beginning(description), Report.TITLE_MAX + 1),
                        categoryName)
                .filter(title -> title != null && TypedText.length(title) >= Report.TITLE_MIN)
                .findFirst()
                .map(PostedWords::shortened)
                .orElseGet(() -> shortened(TypedText.line(categoryName + ": " + description, Report.TITLE_MAX + 1)));
    }

    /** The first line, and of that the first sentence, without its full stop. */
    private static String beginning(String description) {
        String line = description.lines().findFirst().orElse("");
        return line.split("(?<=[.!?])\\s", 2)[0].replaceFirst("(?<!\\.)\\.$", "");
    }

    /** Cut between words. */
    private static String shortened(String title) {
        if (TypedText.length(title) <= Report.TITLE_MAX) {
            return title;
        }
        String cut = title.substring(0, title.offsetByCodePoints(0, Report.TITLE_MAX - 1));
        int blank = cut.lastIndexOf(' ');
        return (blank > Report.TITLE_MAX / 2 ? cut.substring(0, blank) : cut) + "…";
    }

    /**
     * Nobody has to be named. The name stands on no page: the system has not said that it may.
     *
     * @throws Refusal when what is said about the person cannot be right
     */
    static Reporter reporter(PostedRequest request) {
        List<String> problems = new ArrayList<>();
        String name = Stream.of(request.firstName(), request.lastName())
                .map(part -> TypedText.line(part, FieldRules.NAME_MAX))
                .filter(TypedText::isVisible)
                .collect(Collectors.joining(" "));
        Optional<EmailAddress> email = Optional.ofNullable(request.email()).flatMap(EmailAddress::parse);
        if (request.email() != null && email.isEmpty()) {
            problems.add("email is no address");
        }
        String phone = TypedText.line(request.phone(), PHONE_MAX + 1);
        if (phone != null && TypedText.length(phone) > PHONE_MAX) {
            problems.add("phone may have at most " + PHONE_MAX + " characters");
        }
        if (!problems.isEmpty()) {
            throw new Refusal(400, problems);
        }
        return new Reporter(
                name.isEmpty() ? null : TypedText.line(name, FieldRules.NAME_MAX),
                email.map(EmailAddress::text).orElse(null),
                TypedText.isVisible(phone) ? phone : null,
                false);
    }
}

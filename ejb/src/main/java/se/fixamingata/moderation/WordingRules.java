package se.fixamingata.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.report.Report;
import se.fixamingata.shared.TypedText;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.update.ReportUpdate;

/** What words must be to stand on a page; a moderator may shorten, not empty them. */
final class WordingRules {

    static final int NAME_MAX = 100;

    private WordingRules() {}

    /** @param allowed whether whose name it is has said that it may be shown */
    static List<FieldProblem> problems(Wording wording, boolean ofReport, boolean named, boolean allowed) {
        List<FieldProblem> problems = new ArrayList<>();
        if (ofReport) {
            check("title", "report.title", wording.title(), Report.TITLE_MIN, Report.TITLE_MAX)
                    .ifPresent(problems::add);
        }
        check(
                        "text",
                        "report.description",
                        wording.text(),
                        ofReport ? Report.DESCRIPTION_MIN : 1,
                        ofReport ? Report.DESCRIPTION_MAX : ReportUpdate.TEXT_MAX)
                .ifPresent(problems::add);
        if (named) {
            check("name", "report.name", wording.name(), 1, NAME_MAX).ifPresent(problems::add);
            if (wording.showName() && !allowed) {
                problems.add(new FieldProblem("showName", "report.name.consent"));
            }
        }
        return problems;
    }

    private static Optional<FieldProblem> check(String field, String key, String text, int min, int max) {
        if (!TypedText.isVisible(text)) {
            return Optional.of(new FieldProblem(field, key + ".missing"));
        }
        int length = TypedText.length(text);
        if (length < min) {
            return Optional.of(new FieldProblem(field, key + ".short", min));
        }
        return length > max ? Optional.of(new FieldProblem(field, key + ".long", max)) : Optional.empty();
    }
}

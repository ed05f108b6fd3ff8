package se.fixamingata.answer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.fixamingata.category.Categories;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.TypedText;
import se.fixamingata.update.ReportUpdate;

/** What a template must be like. */
public final class TemplateRules {

    /** Characters. */
    public static final int NAME_MAX = 80;

    public static final int TEXT_MAX = ReportUpdate.TEXT_MAX;
    /** Templates of one authority. */
    public static final int MOST = 200;

    /** A duplicate is made by merging, and nobody answers what is not confirmed. */
    private static final Set<ReportStatus> ANSWERS =
            EnumSet.complementOf(EnumSet.of(ReportStatus.UNCONFIRMED, ReportStatus.DUPLICATE));

    private TemplateRules() {}

    /** The statuses that a template can be for. */
    public static List<ReportStatus> statuses() {
        return List.copyOf(ANSWERS);
    }

    /** The same without what must not be stored; one character more than allowed is left, so that it can be refused. */
    static TemplateFields cleaned(TemplateFields typed) {
        return new TemplateFields(
                TypedText.line(typed.name(), NAME_MAX + 1),
                typed.status(),
                typed.categoryCode(),
                TypedText.lines(typed.text(), TEXT_MAX + 1));
    }

    static List<TemplateProblem> problems(TemplateFields fields, Categories categories) {
        List<TemplateProblem> problems = new ArrayList<>();
        text("name", fields.name(), NAME_MAX, problems);
        if (fields.status() != null && !ANSWERS.contains(fields.status())) {
            problems.add(new TemplateProblem("status", "template.status.unknown"));
        }
        if (fields.categoryCode() != null
                && categories.find(fields.categoryCode()).isEmpty()) {
            problems.add(new TemplateProblem("category", "template.category.unknown"));
        }
        text("text", fields.text(), TEXT_MAX, problems);
        if (fields.text() != null) {
            Placeholders.unknown(fields.text())
                    .forEach(name -> problems.add(new TemplateProblem("text", "template.text.placeholder", name)));
        }
        return problems;
    }

    private static void text(String field, String value, int max, List<TemplateProblem> problems) {
        if (!TypedText.isVisible(value)) {
            problems.add(new TemplateProblem(field, "template." + field + ".missing"));
        } else if (TypedText.length(value) > max) {
            problems.add(new TemplateProblem(field, "template." + field + ".long", max));
        }
    }
}

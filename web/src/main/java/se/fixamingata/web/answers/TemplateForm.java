package se.fixamingata.web.answers;

import jakarta.servlet.http.HttpServletRequest;
import se.fixamingata.answer.TemplateFields;
import se.fixamingata.answer.TemplateView;
import se.fixamingata.report.ReportStatus;

/**
 * The fields of the form as they were typed, or as the template has them.
 *
 * @param status code, or empty for any
 * @param category code, or empty for all
 * @param version of the template that was shown; 0 for a new one
 */
public record TemplateForm(String name, String status, String category, String text, int version) {

    static final TemplateForm EMPTY = new TemplateForm("", "", "", "", 0);

    static TemplateForm of(TemplateView template) {
        return new TemplateForm(
                template.name(),
                template.status() == null ? "" : template.status().code(),
                template.categoryCode() == null ? "" : template.categoryCode(),
                template.text(),
                template.version());
    }

    static TemplateForm of(HttpServletRequest request) {
        return new TemplateForm(
                typed(request, "name"),
                typed(request, "status"),
                typed(request, "category"),
                typed(request, "text"),
                number(typed(request, "version")));
    }

    /** The same words on top of what somebody else has saved meanwhile. */
    TemplateForm onTopOf(int otherVersion) {
        return new TemplateForm(name, status, category, text, otherVersion);
    }

    TemplateFields fields() {
        return new TemplateFields(
                name,
                // A status that there is none of is as wrong as one that no template can be for.
                status.isEmpty() ? null : ReportStatus.find(status).orElse(ReportStatus.UNCONFIRMED),
                category.isEmpty() ? null : category,
                text);
    }

    private static String typed(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }
}

package se.fixamingata.web.reporting;

import jakarta.servlet.http.HttpServletRequest;
import se.fixamingata.category.Category;
import se.fixamingata.position.Position;
import se.fixamingata.submission.DraftFields;

/** What came with the form, as it was typed. Numbers that are none count as not given; the rules of the domain judge the rest. */
final class FormFields {

    private FormFields() {}

    static DraftFields of(HttpServletRequest request) {
        boolean forState = "state_road".equals(request.getParameter("action"));
        return new DraftFields(
                number(request.getParameter("lat")),
                number(request.getParameter("lon")),
                // The address goes onto public pages and into mails to strangers: we look it up, nobody sends it.
                null,
                text(request, "authority"),
                forState ? Category.STATE_ROAD : text(request, "category"),
                text(request, "title"),
                text(request, "description"),
                text(request, "name"),
                text(request, "email"),
                text(request, "phone"),
                request.getParameter("showName") != null);
    }

    /** The place in those fields; null when there is none. */
    static Position place(DraftFields fields) {
        return fields.lat() == null || fields.lon() == null
                ? null
                : Position.find(fields.lat(), fields.lon()).orElse(null);
    }

    /** Degrees, with a point or a comma; null when it is nothing of the kind. */
    static Double number(String typed) {
        if (typed == null || typed.length() > 30) {
            return null;
        }
        try {
            double value = Double.parseDouble(typed.strip().replace(',', '.'));
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException notDegrees) {
            return null;
        }
    }

    private static String text(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        return typed == null || typed.isBlank() ? null : typed;
    }
}

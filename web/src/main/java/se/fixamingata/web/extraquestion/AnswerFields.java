package se.fixamingata.web.extraquestion;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import se.fixamingata.extraquestion.AnswerRules;
import se.fixamingata.extraquestion.TypedAnswers;

/** The answers that came with a form, as they were typed. */
public final class AnswerFields {

    /** Says for each question that it was shown: a box that nobody ticked sends nothing of its own. */
    static final String ASKED = "asked";

    private AnswerFields() {}

    public static TypedAnswers of(HttpServletRequest request) {
        String[] asked = request.getParameterValues(ASKED);
        if (asked == null) {
            return TypedAnswers.NONE;
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (String key : asked) {
            String[] values = request.getParameterValues(AnswerRules.field(key));
            answers.put(key, values == null ? "" : String.join("\n", values));
        }
        return new TypedAnswers(answers);
    }
}

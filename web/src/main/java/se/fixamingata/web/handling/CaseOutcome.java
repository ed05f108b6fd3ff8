package se.fixamingata.web.handling;

import se.fixamingata.answer.FilledText;
import se.fixamingata.handling.AnswerPreview;
import se.fixamingata.handling.HandlingResult;

/**
 * What came of a form.
 *
 * @param done the action that was done; null when the page is to be shown again
 * @param elsewhere after moving: code of the municipality in which the place lies now, when handing over may be next; else null
 * @param conflict when somebody else was faster; else null
 * @param preview when it was asked for; else null
 * @param filled when a template was put in; else null
 */
public record CaseOutcome(
        String done, String elsewhere, HandlingResult.Conflict conflict, AnswerPreview preview, FilledText filled) {

    /** The page again: with what is wrong, or with more on it. */
    static final CaseOutcome AGAIN = new CaseOutcome(null, null, null, null, null);

    static CaseOutcome showing(AnswerPreview preview) {
        return new CaseOutcome(null, null, null, preview, null);
    }

    static CaseOutcome showing(FilledText filled) {
        return new CaseOutcome(null, null, null, null, filled);
    }

    /** Whether the page is left. */
    boolean isDone() {
        return done != null;
    }

    /** What a use case has answered; what is invalid has been told to the form. */
    static CaseOutcome of(HandlingResult result, PostedForm form, String message) {
        if (result instanceof HandlingResult.Done done) {
            return new CaseOutcome(form.getAction(), done.elsewhere(), null, null, null);
        }
        if (result instanceof HandlingResult.Conflict conflict) {
            return new CaseOutcome(null, null, conflict, null, null);
        }
        String field = ((HandlingResult.Invalid) result).field();
        // Only the answer lets choose a status; elsewhere it is the report as a whole that does not fit.
        form.refuse(field.equals("status") && !form.is("answer") ? "text" : field, message);
        return AGAIN;
    }
}

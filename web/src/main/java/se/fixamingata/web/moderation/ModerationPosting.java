package se.fixamingata.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.moderation.EditResult;
import se.fixamingata.moderation.Moderation;
import se.fixamingata.moderation.Rewording;
import se.fixamingata.moderation.Subject;
import se.fixamingata.moderation.Wording;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** What the moderators' buttons do; each is one call. */
@RequestScoped
public class ModerationPosting {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    Moderation moderation;

    @Inject
    Rewording rewording;

    @Inject
    TextBean text;

    /**
     * What came of it.
     *
     * @param conflict whether somebody else has changed the words meanwhile
     * @param problems empty when it is done
     */
    record Outcome(boolean conflict, List<Problem> problems) {

        static final Outcome DONE = new Outcome(false, List.of());

        boolean isDone() {
            return !conflict && problems.isEmpty();
        }
    }

    /** @throws NotPermitted also when there is no such button */
    Outcome press(String verb, Subject subject) {
        Caller caller = callers.get();
        switch (verb == null ? "" : verb) {
            case "keep" -> moderation.keep(caller, subject);
            case "hide" -> moderation.hide(caller, subject);
            case "undo" -> moderation.undo(caller, subject, "1".equals(request.getParameter("hidden")));
            case "delete" -> moderation.deletePhoto(caller, subject);
            case "name" -> moderation.showName(caller, subject, true);
            case "noname" -> moderation.showName(caller, subject, false);
            case "erase" -> rewording.eraseOriginals(caller, subject);
            case "restore" -> restore(caller);
            case "edit" -> {
                return edit(caller, subject);
            }
            default -> throw new NotPermitted();
        }
        return Outcome.DONE;
    }

    private void restore(Caller caller) {
        String original = request.getParameter("original");
        if (original == null || !original.matches("\\d{1,18}")) {
            throw new NotPermitted();
        }
        rewording.restore(caller, Long.parseLong(original));
    }

    private Outcome edit(Caller caller, Subject subject) {
        EditResult result = rewording.edit(caller, subject, request.getParameter("seen"), typed());
        if (result instanceof EditResult.Invalid invalid) {
            return new Outcome(
                    false, invalid.problems().stream().map(this::inWords).toList());
        }
        return result instanceof EditResult.Conflict ? new Outcome(true, List.of()) : Outcome.DONE;
    }

    /** The words as they were typed. */
    Wording typed() {
        return new Wording(
                request.getParameter("title"),
                request.getParameter("text"),
                request.getParameter("name"),
                request.getParameter("showName") != null);
    }

    private Problem inWords(FieldProblem problem) {
        return new Problem(problem.field(), text.format(problem.key(), problem.arguments()));
    }
}

package se.fixamingata.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.moderation.ModerationItem;
import se.fixamingata.moderation.ModerationQueue;
import se.fixamingata.moderation.Subject;
import se.fixamingata.moderation.Wording;
import se.fixamingata.web.handling.CaseGone;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;

/**
 * The page {@code /handlaggning/granskning/{report|update|photo}/{id}}: one thing, its words to be changed, and where all moderators'
 * buttons post to. What was typed survives every refusal.
 */
@Named("moderationItem")
@RequestScoped
public class ItemBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    ModerationQueue queue;

    @Inject
    ModerationPosting posting;

    @Inject
    CaseGone gone;

    @Inject
    @Param(pathIndex = 0)
    String kind;

    @Inject
    @Param(pathIndex = 1)
    String id;

    private ModerationItem item;
    private ModerationPosting.Outcome outcome = ModerationPosting.Outcome.DONE;

    /** Before rendering. */
    public void open() {
        if (kind == null) {
            return;
        }
        Subject subject = Subject.find(kind, id).orElseThrow(NotPermitted::new);
        try {
            answer(subject);
        } catch (NotPermitted refused) {
            if (!request.getMethod().equals("POST") || !gone.find(number("report"), (int) number("version"))) {
                throw refused;
            }
            // Handed over since the form was opened: what was typed is given back.
            item = null;
            Faces.setResponseStatus(409);
        }
    }

    private void answer(Subject subject) {
        item = queue.find(callers.get(), subject).orElseThrow(NotPermitted::new);
        if (request.getMethod().equals("POST")) {
            String verb = request.getParameter("action");
            boolean hidden = item.hidden();
            outcome = posting.press(verb, subject);
            if (outcome.isDone()) {
                Faces.redirect(WayBack.with(getBack(), new Granted(verb, subject, hidden)));
                return;
            }
            Faces.setResponseStatus(outcome.conflict() ? 409 : 422);
            item = queue.find(callers.get(), subject).orElseThrow(NotPermitted::new);
        }
    }

    /** None that there ever was when the form did not say. */
    private long number(String field) {
        String typed = request.getParameter(field);
        return typed != null && typed.matches("\\d{1,9}") ? Long.parseLong(typed) : Integer.MAX_VALUE;
    }

    /** Whether something is shown instead of the queue. */
    public boolean isGone() {
        return gone.isFound();
    }

    /** Null on the page of the queue. */
    public ModerationItem getItem() {
        return item;
    }

    /** Where to go on afterwards. */
    public String getBack() {
        return WayBack.of(request.getParameter("back"));
    }

    /** Whether somebody else has changed the words while they were being written anew. */
    public boolean isConflict() {
        return outcome.conflict();
    }

    public List<Problem> getProblems() {
        return outcome.problems();
    }

    /** The message for that field; empty when it is right. */
    public String problem(String field) {
        return Problem.at(field, outcome.problems());
    }

    /** The words in the form: as typed when they were refused, else as they stand there. */
    public Wording getWords() {
        return outcome.isDone() ? item.words() : posting.typed();
    }
}

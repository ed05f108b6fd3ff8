package se.fixamingata.moderation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;

/**
 * Takes things off public pages and puts them back (product.md, R18). Each method needs {@link se.fixamingata.account.Right#MODERATE}
 * at the report's authority, and answers what is not the caller's like what is not there.
 */
@Stateless
@PermitAll
public class Moderation {

    private static final String IS_HIDDEN = "hidden";
    private static final String IS_SHOWN = "shown";

    @Inject
    Judging judging;

    @Inject
    Subjects subjects;

    /** For the container. */
    public Moderation() {}

    /** For tests. */
    Moderation(Judging judging, Subjects subjects) {
        this.judging = judging;
        this.subjects = subjects;
    }

    /** It may stand there: it is shown if it was hidden, and what readers have reported is closed. */
    public void keep(Caller caller, Subject subject) {
        Found found = judging.take(caller, subject);
        boolean hidden = found.isHidden();
        boolean reported = judging.judge(caller, subject, Verdict.KEPT);
        if (hidden) {
            subjects.hide(found, false);
        }
        if (hidden || reported) {
            note(caller, found, hidden ? Moderated.SHOWN : Moderated.KEPT, state(hidden), IS_SHOWN);
        }
    }

    /** It may not: it is hidden, and what readers have reported is closed. */
    public void hide(Caller caller, Subject subject) {
        Found found = judging.take(caller, subject);
        boolean hidden = found.isHidden();
        boolean reported = judging.judge(caller, subject, Verdict.HIDDEN);
        if (!hidden) {
            subjects.hide(found, true);
        }
        if (!hidden || reported) {
            note(caller, found, Moderated.HIDDEN, state(hidden), IS_HIDDEN);
        }
    }

    /**
     * The last verdict was a slip: what readers have reported waits again.
     *
     * @param hidden whether it was hidden before the verdict
     */
    public void undo(Caller caller, Subject subject, boolean hidden) {
        Found found = judging.take(caller, subject);
        boolean now = found.isHidden();
        judging.reopen(subject);
        if (now != hidden) {
            subjects.hide(found, hidden);
        }
        note(caller, found, Moderated.REOPENED, state(now), state(hidden));
    }

    /** Deletes a photo for good; there is no way back. */
    public void deletePhoto(Caller caller, Subject photo) {
        Found found = judging.take(caller, photo);
        if (found.photo() == null) {
            throw new NotPermitted();
        }
        judging.judge(caller, photo, Verdict.DELETED);
        subjects.delete(found);
        note(caller, found, Moderated.DELETED, state(found.isHidden()), null);
    }

    /**
     * Whether the name of who wrote it stands on the page. Hiding is always possible, showing only with the word of whose name it is.
     *
     * @throws NotPermitted also when they have not given it
     */
    public void showName(Caller caller, Subject subject, boolean shown) {
        Found found = judging.take(caller, subject);
        Wording before = Wording.of(found);
        if (found.photo() != null || before.name() == null || before.showName() == shown) {
            return;
        }
        if (shown && !found.allowsName()) {
            throw new NotPermitted();
        }
        if (found.update() == null) {
            found.report().showReporterName(shown);
        } else {
            found.update().showAuthorName(shown);
        }
        String verb = shown ? Moderated.SHOWN : Moderated.HIDDEN;
        judging.note(
                caller,
                found,
                Moderated.detail(ModeratedField.NAME, subject, verb),
                "name." + verb,
                state(!before.showName()),
                state(!shown));
    }

    private void note(Caller caller, Found found, String verb, String before, String after) {
        judging.note(caller, found, Moderated.detail(found.subject(), verb), verb, before, after);
    }

    private static String state(boolean hidden) {
        return hidden ? IS_HIDDEN : IS_SHOWN;
    }
}

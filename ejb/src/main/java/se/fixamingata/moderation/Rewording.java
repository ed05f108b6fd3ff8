package se.fixamingata.moderation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.submission.FieldProblem;

/**
 * Changes words on public pages (product.md, R18). What stood there is kept for moderators, can be put back, and can be erased for good.
 * Rights as in {@link Moderation}; the audit trail says that words were changed, never which.
 */
@Stateless
@PermitAll
public class Rewording {

    @Inject
    EntityManager em;

    @Inject
    Judging judging;

    @Inject
    Subjects subjects;

    /** For the container. */
    public Rewording() {}

    /** For tests. */
    Rewording(EntityManager em, Judging judging, Subjects subjects) {
        this.em = em;
        this.judging = judging;
        this.subjects = subjects;
    }

    /** The words as they are now, for a form. */
    public Wording read(Caller caller, Subject subject) {
        return Wording.of(text(judging.take(caller, subject)));
    }

    /**
     * Puts other words there. What readers have reported is closed by that, and what they had hidden is shown again.
     *
     * @param seen {@link Wording#fingerprint} of the words that the moderator had read
     */
    public EditResult edit(Caller caller, Subject subject, String seen, Wording typed) {
        Found found = text(judging.take(caller, subject));
        Wording before = Wording.of(found);
        if (!before.fingerprint().equals(seen)) {
            return new EditResult.Conflict();
        }
        boolean named = before.name() != null;
        Wording after = typed.cleaned();
        List<FieldProblem> problems = WordingRules.problems(after, found.update() == null, named, found.allowsName());
        if (!problems.isEmpty()) {
            return new EditResult.Invalid(problems);
        }
        if (!after.equals(before)) {
            write(found, after, named);
        }
        List<String> changes = new ArrayList<>(keep(caller, found, before, after));
        if (named && before.showName() != after.showName()) {
            changes.add(Moderated.detail(
                    ModeratedField.NAME, subject, after.showName() ? Moderated.SHOWN : Moderated.HIDDEN));
        }
        if (judging.judge(caller, subject, Verdict.EDITED) && found.isHidden()) {
            subjects.hide(found, false);
            changes.add(Moderated.detail(subject, Moderated.SHOWN));
        }
        if (!changes.isEmpty()) {
            judging.note(caller, found, String.join(",", changes), Moderated.EDITED, null, null);
        }
        return new EditResult.Done();
    }

    /** Puts the words back that stood there before that change, and before every later one of the same field. */
    public Subject restore(Caller caller, long originalId) {
        ModerationOriginal original = em.find(ModerationOriginal.class, originalId);
        if (original == null) {
            throw new NotPermitted();
        }
        Subject subject = original.subject();
        Found found = judging.take(caller, subject);
        Wording now = Wording.of(found);
        write(found, with(now, original.field(), original.text()), now.name() != null);
        em.createNamedQuery("ModerationOriginal.since")
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .setParameter("field", original.field())
                .setParameter("since", original.moderatedAt())
                .executeUpdate();
        judging.note(
                caller,
                found,
                Moderated.detail(original.field(), subject, Moderated.RESTORED),
                Moderated.RESTORED,
                null,
                null);
        return subject;
    }

    /** Forgets for good what stood there before. */
    public void eraseOriginals(Caller caller, Subject subject) {
        Found found = judging.take(caller, subject);
        int erased = em.createNamedQuery("ModerationOriginal.erase")
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .executeUpdate();
        if (erased > 0) {
            judging.note(
                    caller,
                    found,
                    Moderated.detail(subject, Moderated.ERASED),
                    "originals.erased",
                    Integer.toString(erased),
                    "0");
        }
    }

    private static Found text(Found found) {
        if (found.photo() != null) {
            throw new NotPermitted();
        }
        return found;
    }

    /** Keeps what is different now; which fields those are, for the history. */
    private List<String> keep(Caller caller, Found found, Wording before, Wording after) {
        List<String> changes = new ArrayList<>();
        ModeratedField text = found.update() == null ? ModeratedField.DESCRIPTION : ModeratedField.TEXT;
        keep(caller, found, ModeratedField.TITLE, before.title(), after.title(), changes);
        keep(caller, found, text, before.text(), after.text(), changes);
        if (before.name() != null) {
            keep(caller, found, ModeratedField.NAME, before.name(), after.name(), changes);
        }
        return changes;
    }

    private void keep(
            Caller caller, Found found, ModeratedField field, String before, String after, List<String> changes) {
        if (!Objects.equals(before, after)) {
            em.persist(new ModerationOriginal(
                    found.report().id(), found.subject(), field, before, caller.accountId(), judging.now()));
            changes.add(Moderated.detail(field, found.subject(), Moderated.EDITED));
        }
    }

    private void write(Found found, Wording words, boolean named) {
        if (found.update() != null) {
            found.update().edit(words.text(), named && words.showName(), judging.now());
            if (named) {
                found.update().rename(words.name());
            }
            return;
        }
        Report report = found.report();
        ReportChanged.OnMap before = ReportChanged.OnMap.of(report);
        report.reword(words.title(), words.text(), judging.now());
        if (named) {
            report.nameReporter(words.name(), words.showName());
        }
        subjects.tell(report, before);
    }

    private static Wording with(Wording now, ModeratedField field, String text) {
        return switch (field) {
            case TITLE -> new Wording(text, now.text(), now.name(), now.showName());
            case DESCRIPTION, TEXT -> new Wording(now.title(), text, now.name(), now.showName());
            case NAME -> new Wording(now.title(), now.text(), now.name() == null ? null : text, now.showName());
        };
    }
}

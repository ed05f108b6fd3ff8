package se.fixamingata.comment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.HourlyAllowance;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.submission.FieldRules;
import se.fixamingata.update.ReportUpdate;

/**
 * Sending a comment. Whoever is known, by account or as the reporter, is read at once; anybody else after the link in a mail was used.
 *
 * <p>The draft's row is locked first, so that the form sent twice, also at once, gives one comment; then the report's. Everything
 * happens in one transaction, and no network is in it.
 */
@Stateless
public class CommentPosting {

    @Inject
    EntityManager em;

    @Inject
    CommentDrafts drafts;

    @Inject
    CommentWriters writers;

    @Inject
    CommentLimits limits;

    @Inject
    CommentPublishing publishing;

    @Inject
    PhotoStore photos;

    @Inject
    Notifications notifications;

    @Inject
    AuditTrail audit;

    @Inject
    CommentSettings settings;

    @Inject
    Clock clock;

    /** Makes a comment of the draft, unless something has to be mended first. */
    public PostingResult post(SecretToken token, long reportId, ReporterClaim claim) {
        Optional<CommentDraft> found = drafts.lock(token, reportId);
        if (found.isEmpty()) {
            return new PostingResult.NoDraft();
        }
        CommentDraft draft = found.get();
        if (draft.isSent()) {
            return result(em.find(ReportUpdate.class, draft.updateId().getAsLong()));
        }
        Report report = em.find(Report.class, reportId, LockModeType.PESSIMISTIC_WRITE);
        Optional<CommentWriter> writer = writers.of(report, claim);
        if (writer.isEmpty()) {
            return new PostingResult.NoReport();
        }
        List<FieldProblem> problems = problems(draft, writer.get());
        return problems.isEmpty() ? result(store(draft, report, writer.get())) : new PostingResult.Invalid(problems);
    }

    private List<FieldProblem> problems(CommentDraft draft, CommentWriter writer) {
        int count = photos.of(new PhotoOwner.UpdateDraft(draft.id())).size();
        List<FieldProblem> problems = new ArrayList<>(CommentRules.problems(draft.fields(), count, writer));
        email(draft, writer)
                .filter(limits::isBlocked)
                .ifPresent(email -> problems.add(FieldRules.blocked(writer.isKnown() ? "text" : "email")));
        email(draft, writer)
                .map(limits::ofPerson)
                .filter(HourlyAllowance::isUsedUp)
                .map(allowance -> limits.tooMany(allowance, writer.isKnown()))
                .ifPresent(problems::add);
        return problems;
    }

    /** Empty when what was typed is none. */
    private static Optional<String> email(CommentDraft draft, CommentWriter writer) {
        return writer.isKnown()
                ? Optional.of(writer.email())
                : EmailAddress.parse(draft.fields().email()).map(EmailAddress::text);
    }

    private ReportUpdate store(CommentDraft draft, Report report, CommentWriter writer) {
        Instant now = clock.instant();
        CommentFields fields = draft.fields();
        String name = writer.isKnown() ? writer.name() : fields.name();
        ReportUpdate update = ReportUpdate.byResident(
                report.id(),
                writer.author(),
                writer.accountId(),
                name,
                email(draft, writer).orElseThrow(),
                fields.showName() && name != null,
                draft.language(),
                fields.text(),
                fields.looksFixed() && report.status().group() == StatusGroup.OPEN,
                now);
        em.persist(update);
        // What points at the update's row comes after it.
        em.flush();
        photos.handOver(new PhotoOwner.UpdateDraft(draft.id()), new PhotoOwner.Update(update.id()));
        draft.becomes(update.id(), now, settings.draftLifetime());
        if (writer.isKnown()) {
            publishing.publish(update, report);
        } else {
            audit.record(actor(update), "update.submitted", "report:" + report.id(), null);
            askWhose(update);
        }
        return update;
    }

    private void askWhose(ReportUpdate update) {
        notifications.plan(
                NotificationKind.CONFIRM_UPDATE, update.reportId(), update.id(), update.email(), update.language());
    }

    private static String actor(ReportUpdate update) {
        return update.author() == Actor.REPORTER ? "reporter" : "resident";
    }

    private static PostingResult result(ReportUpdate update) {
        return update.isConfirmed()
                ? new PostingResult.Published(update.id())
                : new PostingResult.Waiting(update.id(), update.email());
    }
}

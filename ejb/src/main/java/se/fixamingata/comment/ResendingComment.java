package se.fixamingata.comment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.HourlyAllowance;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.submission.FieldRules;
import se.fixamingata.submission.ResendResult;
import se.fixamingata.update.ReportUpdate;

/** After sending: which address got the mail, the mail once more, and the correction of a mistyped address. */
@Stateless
public class ResendingComment {

    @Inject
    EntityManager em;

    @Inject
    CommentDrafts drafts;

    @Inject
    CommentLimits limits;

    @Inject
    Notifications notifications;

    @Inject
    SecretLinks links;

    @Inject
    AuditTrail audit;

    /** What became of the draft; empty while it was not sent, and a day after the last word about it. */
    public Optional<SentComment> sent(SecretToken token, long reportId) {
        return drafts.find(token, reportId)
                .flatMap(this::update)
                .map(update -> new SentComment(
                        update.id(),
                        update.email(),
                        update.isConfirmed(),
                        update.isConfirmed() ? 0 : limits.ofComment(update).left()));
    }

    /** Another mail to the same address. */
    public ResendResult resend(SecretToken token, long reportId) {
        return drafts.lock(token, reportId)
                .flatMap(this::update)
                .map(update -> refusal(update).orElseGet(() -> mail(update)))
                .orElseGet(ResendResult.NoDraft::new);
    }

    /**
     * The address was mistyped: another mail, to the right one. What was sent to the wrong one is worth nothing from then on, because
     * whoever got it is not the writer.
     *
     * @param email as typed
     */
    public ResendResult correctAddress(SecretToken token, long reportId, String email) {
        return drafts.lock(token, reportId)
                .flatMap(this::update)
                .map(update -> refusal(update).orElseGet(() -> correct(update, email)))
                .orElseGet(ResendResult.NoDraft::new);
    }

    private ResendResult correct(ReportUpdate update, String typed) {
        Optional<FieldProblem> problem = FieldRules.email(typed);
        if (problem.isPresent()) {
            return new ResendResult.InvalidAddress(problem.get());
        }
        String email = EmailAddress.parse(typed).orElseThrow().text();
        if (email.equals(update.email())) {
            return mail(update);
        }
        if (limits.isBlocked(email)) {
            return new ResendResult.InvalidAddress(FieldRules.blocked("email"));
        }
        HourlyAllowance allowance = limits.ofPerson(email);
        if (allowance.isUsedUp()) {
            return new ResendResult.InvalidAddress(limits.tooMany(allowance, false));
        }
        return replace(update, email);
    }

    /**
     * In this order: taking the mails back waits for the worker that is just making a link for one of them, so that no link is made
     * after all have been revoked; and only then the update is locked, for which that worker may be waiting.
     */
    private ResendResult replace(ReportUpdate update, String email) {
        notifications.withdrawOfSubject(NotificationKind.CONFIRM_UPDATE, update.reportId(), update.id());
        em.refresh(update, LockModeType.PESSIMISTIC_WRITE);
        if (update.isConfirmed()) {
            return new ResendResult.AlreadyConfirmed(update.reportId());
        }
        links.revokeOfSubject(Purpose.CONFIRM_UPDATE, update.id());
        update.correctEmail(email);
        audit.record("resident", "update.email.corrected", "report:" + update.reportId(), null);
        return mail(update);
    }

    private ResendResult mail(ReportUpdate update) {
        notifications.plan(
                NotificationKind.CONFIRM_UPDATE, update.reportId(), update.id(), update.email(), update.language());
        return new ResendResult.Resent(update.email());
    }

    /** Why there is no mail; empty when there may be one. */
    private Optional<ResendResult> refusal(ReportUpdate update) {
        if (update.isConfirmed()) {
            return Optional.of(new ResendResult.AlreadyConfirmed(update.reportId()));
        }
        HourlyAllowance allowance = limits.ofComment(update);
        return allowance.isUsedUp() ? Optional.of(new ResendResult.TooMany(allowance.minutes())) : Optional.empty();
    }

    private Optional<ReportUpdate> update(CommentDraft draft) {
        return draft.isSent()
                ? Optional.ofNullable(
                        em.find(ReportUpdate.class, draft.updateId().getAsLong()))
                : Optional.empty();
    }
}

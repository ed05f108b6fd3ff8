package se.fixamingata.submission;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.photo.Photo;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportSubmitted;
import se.fixamingata.report.Source;
import se.fixamingata.report.Visibility;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.HourlyAllowance;
import se.fixamingata.shared.SecretToken;

/**
 * Sending a report, and the mail that asks whether the address is the reporter's (product.md, R11).
 *
 * <p>The draft's row is locked first, so that the form sent twice, also at once, gives one report. Everything happens in one
 * transaction, and no network is in it.
 */
@Stateless
public class ReportSubmission {

    @Inject
    EntityManager em;

    @Inject
    Drafts drafts;

    @Inject
    SubmissionRules rules;

    @Inject
    ConfirmationMails mails;

    @Inject
    PhotoStore photos;

    @Inject
    ReportAnswers answers;

    @Inject
    Notifications notifications;

    @Inject
    SecretLinks links;

    @Inject
    AtOnce atOnce;

    @Inject
    AuditTrail audit;

    @Inject
    PrivateCategories privateCategories;

    @Inject
    SubmissionSettings settings;

    @Inject
    Event<ReportSubmitted> submitted;

    @Inject
    Clock clock;

    /** Makes a report of the draft, unless something has to be mended first. */
    public SubmissionResult submit(SecretToken token) {
        return submit(token, null);
    }

    /**
     * As {@link #submit(SecretToken)}. A report with the address of whoever is signed in is public at once.
     *
     * @param caller null for nobody
     */
    public SubmissionResult submit(SecretToken token, Caller caller) {
        Optional<Draft> found = drafts.lock(token);
        if (found.isEmpty()) {
            return new SubmissionResult.NoDraft();
        }
        Draft draft = found.get();
        if (draft.isSent()) {
            Report report = em.find(Report.class, draft.reportId().getAsLong());
            return new SubmissionResult.AlreadySent(
                    report.id(), report.reporter().email());
        }
        List<FieldProblem> problems = problems(draft);
        if (!problems.isEmpty()) {
            return new SubmissionResult.Invalid(problems);
        }
        Report report = store(draft);
        if (caller != null && caller.email().equalsIgnoreCase(report.reporter().email())) {
            atOnce.publish(report, caller);
            return new SubmissionResult.Published(report.id());
        }
        audit.record("reporter", "report.submitted", subject(report), null);
        submitted.fire(new ReportSubmitted(report.id()));
        return new SubmissionResult.Sent(report.id(), report.reporter().email());
    }

    /** What would keep the draft from being sent, without sending it; empty when nothing would, or there is no draft to send. */
    public List<FieldProblem> check(SecretToken token) {
        return drafts.find(token)
                .filter(draft -> !draft.isSent())
                .map(this::problems)
                .orElse(List.of());
    }

    private List<FieldProblem> problems(Draft draft) {
        int count = photos.of(new PhotoOwner.Draft(draft.id())).size();
        List<FieldProblem> problems = new ArrayList<>(rules.problems(draft, count));
        EmailAddress.parse(draft.fields().email())
                .filter(email -> mails.isBlocked(email.text()))
                .ifPresent(email -> problems.add(FieldRules.blocked("email")));
        EmailAddress.parse(draft.fields().email())
                .map(email -> mails.ofPerson(email.text()))
                .filter(HourlyAllowance::isUsedUp)
                .map(mails::tooManyReports)
                .ifPresent(problems::add);
        return problems;
    }

    private Report store(Draft draft) {
        Instant now = clock.instant();
        SubmissionRules.Complete complete = rules.complete(draft);
        Report report = Report.submit(
                complete.place(), complete.content(), complete.reporter(), draft.language(), Source.WEB, now);
        report.keepPrivate(privateCategories.isPrivate(report.authorityCode(), report.categoryCode()));
        em.persist(report);
        // The photos' and the answers' rows point at the report's.
        em.flush();
        answers.keep(report.id(), complete.answers());
        photos.handOver(new PhotoOwner.Draft(draft.id()), new PhotoOwner.Report(report.id())).stream()
                .findFirst()
                .map(Photo::id)
                .ifPresent(report::showThumbnail);
        draft.becomes(report, now, settings.draftLifetime());
        return report;
    }

    /** What became of the draft; empty while it was not sent, and a day after the last word about it. */
    public Optional<SentReport> sent(SecretToken token) {
        return drafts.find(token)
                .flatMap(this::report)
                .map(report -> new SentReport(
                        report.id(),
                        report.visibility() == Visibility.PUBLIC,
                        report.reporter().email(),
                        report.isConfirmed(),
                        report.isConfirmed() ? 0 : mails.ofReport(report.id()).left()));
    }

    /** Another mail to the same address. */
    public ResendResult resend(SecretToken token) {
        return drafts.lock(token)
                .flatMap(this::report)
                .map(report -> refusal(report).orElseGet(() -> mail(report)))
                .orElseGet(ResendResult.NoDraft::new);
    }

    /**
     * The address was mistyped: another mail, to the right one. What was sent to the wrong one is worth nothing from then on, because
     * whoever got it is not the reporter.
     *
     * @param email as typed
     */
    public ResendResult correctAddress(SecretToken token, String email) {
        return drafts.lock(token)
                .flatMap(this::report)
                .map(report -> refusal(report).orElseGet(() -> correct(report, email)))
                .orElseGet(ResendResult.NoDraft::new);
    }

    private ResendResult correct(Report report, String typed) {
        Optional<FieldProblem> problem = FieldRules.email(typed);
        if (problem.isPresent()) {
            return new ResendResult.InvalidAddress(problem.get());
        }
        String email = EmailAddress.parse(typed).orElseThrow().text();
        if (email.equals(report.reporter().email())) {
            return mail(report);
        }
        if (mails.isBlocked(email)) {
            return new ResendResult.InvalidAddress(FieldRules.blocked("email"));
        }
        HourlyAllowance allowance = mails.ofPerson(email);
        if (allowance.isUsedUp()) {
            return new ResendResult.InvalidAddress(mails.tooManyReports(allowance));
        }
        return replace(report, email);
    }

    /**
     * In this order: taking the mails back waits for the worker that is just making a link for one of them, so that no link is made
     * after all have been revoked; and only then the report is locked, for which that worker may be waiting.
     */
    private ResendResult replace(Report report, String email) {
        notifications.withdraw(NotificationKind.CONFIRM_REPORT, report.id());
        em.refresh(report, LockModeType.PESSIMISTIC_WRITE);
        if (report.isConfirmed()) {
            return new ResendResult.AlreadyConfirmed(report.id());
        }
        links.revoke(Purpose.CONFIRM_REPORT, report.id());
        report.correctEmail(email);
        audit.record("reporter", "report.email.corrected", subject(report), null);
        return mail(report);
    }

    private ResendResult mail(Report report) {
        String email = report.reporter().email();
        notifications.plan(NotificationKind.CONFIRM_REPORT, report.id(), email, report.language());
        return new ResendResult.Resent(email);
    }

    /** Why there is no mail; empty when there may be one. */
    private Optional<ResendResult> refusal(Report report) {
        if (report.isConfirmed()) {
            return Optional.of(new ResendResult.AlreadyConfirmed(report.id()));
        }
        HourlyAllowance allowance = mails.ofReport(report.id());
        return allowance.isUsedUp() ? Optional.of(new ResendResult.TooMany(allowance.minutes())) : Optional.empty();
    }

    private Optional<Report> report(Draft draft) {
        return draft.isSent()
                ? Optional.ofNullable(em.find(Report.class, draft.reportId().getAsLong()))
                : Optional.empty();
    }

    private static String subject(Report report) {
        return "report:" + report.id();
    }
}

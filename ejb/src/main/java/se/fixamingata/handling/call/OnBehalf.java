package se.fixamingata.handling.call;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.Deadlines;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.Source;
import se.fixamingata.submission.DraftFields;
import se.fixamingata.submission.FieldProblem;

/**
 * Reporting for somebody who has called or written (P7). The caseworker has heard them, so there is nothing to confirm: the report is
 * public at once and goes the way of any other. Who gave no address gets no mail.
 */
@Stateless
public class OnBehalf {

    @Inject
    EntityManager em;

    @Inject
    CallRules rules;

    @Inject
    PhotoStore photos;

    @Inject
    ReportAnswers answers;

    @Inject
    PrivateCategories privateCategories;

    @Inject
    AuditTrail audit;

    @Inject
    Event<ReportConfirmed> confirmed;

    @Inject
    Event<ReportChanged> changed;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** @throws se.fixamingata.account.NotPermitted unless the caller handles reports of that authority */
    public CallResult submit(Caller caller, NewCall call) {
        Permissions.require(caller, Right.HANDLE, call.authorityCode());
        DraftFields fields = CallRules.clean(call.fields());
        List<FieldProblem> problems = rules.problems(caller, call, fields);
        return problems.isEmpty()
                ? new CallResult.Reported(publish(caller, call, rules.complete(call, fields)))
                : new CallResult.Invalid(problems);
    }

    private long publish(Caller caller, NewCall call, CallRules.Complete complete) {
        Instant now = clock.instant();
        Report report = Report.submit(
                complete.place(),
                complete.content(),
                complete.reporter(),
                call.language(),
                call.source() == null ? Source.PHONE : call.source(),
                now);
        report.keepPrivate(privateCategories.isPrivate(report.authorityCode(), report.categoryCode()));
        em.persist(report);
        // The photos' and the answers' rows point at the report's.
        em.flush();
        answers.keep(report.id(), complete.answers());
        keep(call.photos(), report);
        em.persist(report.confirm(now).by(caller.accountId()).atVersion(report.version()));
        deadlines.settle(report);
        audit.record(
                caller.accountId(),
                report.authorityCode(),
                "report.submitted",
                "report:" + report.id(),
                null,
                report.source().name());
        confirmed.fire(new ReportConfirmed(report.id()));
        changed.fire(new ReportChanged(report.id(), null, ReportChanged.OnMap.of(report)));
        return report.id();
    }

    private void keep(List<NewPhoto> sent, Report report) {
        PhotoOwner owner = new PhotoOwner.Report(report.id());
        for (NewPhoto photo : sent) {
            String id = photos.add(owner, photo.fileName(), photo.photo()).orElseThrow();
            if (report.thumbnail() == null) {
                report.showThumbnail(id);
            }
        }
    }
}

package se.fixamingata.handling.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.history.AttachedFiles;
import se.fixamingata.handling.history.CaseEvent;
import se.fixamingata.handling.history.CaseHistory;
import se.fixamingata.report.CaseFile;
import se.fixamingata.report.DueDates;
import se.fixamingata.report.NearbyReport;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.ReportSummary;
import se.fixamingata.report.Reporter;

/**
 * The one-report page of the back office (R18). Every answer is masked by what whoever asks may see, and empty for a report that is
 * none of their business.
 */
@ApplicationScoped
public class CaseReading {

    @Inject
    EntityManager em;

    @Inject
    CaseFacts facts;

    @Inject
    CaseHistory history;

    @Inject
    AttachedFiles files;

    @Inject
    ReportAnswers answers;

    @Inject
    Surroundings surroundings;

    /** For the container. */
    public CaseReading() {}

    /** For tests. */
    public CaseReading(EntityManager em) {
        this.em = em;
        this.facts = new CaseFacts(em);
        this.history = new CaseHistory(em);
        this.files = new AttachedFiles(em);
        this.answers = new ReportAnswers(em);
        this.surroundings = new Surroundings(em);
    }

    /** Everything at once, in nine queries; empty for a report that does not exist for whoever asks. */
    public Optional<CaseDossier> open(Handler by, long reportId) {
        return report(by, reportId).map(report -> {
            AttachedFiles.OfUpdates attached = attached(by, report);
            return new CaseDossier(
                    view(by, report, attached),
                    history.of(report, by.sight(report), attached),
                    facts.mails(report, by.may(Right.SEE_REPORTER, report)),
                    surroundings.near(report, by),
                    surroundings.sameReporter(report, by),
                    by.may(Right.HANDLE, report) && by.caller().isPresent()
                            ? facts.colleagues(report.authorityCode())
                            : List.of());
        });
    }

    /** The report alone. */
    public Optional<CaseView> find(Handler by, long reportId) {
        return report(by, reportId).map(report -> view(by, report, attached(by, report)));
    }

    /** What happened to it, oldest first. */
    public List<CaseEvent> events(Handler by, long reportId) {
        return report(by, reportId)
                .map(report -> history.of(report, by.sight(report)))
                .orElse(List.of());
    }

    /** Which mails people got about it, oldest first. */
    public List<SentMail> mails(Handler by, long reportId) {
        return report(by, reportId)
                .map(report -> facts.mails(report, by.may(Right.SEE_REPORTER, report)))
                .orElse(List.of());
    }

    /** The authority's other reports close by, nearest first: what it may be a duplicate of. */
    public List<NearbyReport> near(Handler by, long reportId) {
        return report(by, reportId).map(report -> surroundings.near(report, by)).orElse(List.of());
    }

    /** What the same person sent to the same authority, newest first; empty for who may not see the reporter. */
    public List<ReportSummary> sameReporter(Handler by, long reportId) {
        return report(by, reportId)
                .map(report -> surroundings.sameReporter(report, by))
                .orElse(List.of());
    }

    /** Who can be given a report of that authority, by name; empty for who is not one of them. */
    public List<Colleague> colleagues(Caller caller, String authorityCode) {
        return Permissions.may(caller, Right.HANDLE, authorityCode) ? facts.colleagues(authorityCode) : List.of();
    }

    private Optional<Report> report(Handler by, long reportId) {
        return Optional.ofNullable(em.find(Report.class, reportId))
                .filter(report -> report.isConfirmed() && by.may(Right.VIEW, report));
    }

    private AttachedFiles.OfUpdates attached(Handler by, Report report) {
        return files.ofReport(report.id(), by.may(Right.MODERATE, report));
    }

    private CaseView view(Handler by, Report report, AttachedFiles.OfUpdates attached) {
        Set<Right> rights = rights(by, report);
        CaseFacts.Others others = facts.others(report);
        return new CaseView(
                report.id(),
                report.version(),
                report.title(),
                report.description(),
                report.categoryCode(),
                report.status(),
                report.visibility(),
                report.isListed(),
                report.municipalityCode(),
                report.authorityCode(),
                report.position().lat(),
                report.position().lon(),
                report.address(),
                report.source(),
                report.language(),
                report.submittedAt(),
                report.confirmedAt(),
                report.changedAt(),
                work(report, others.assignee()),
                rights.contains(Right.SEE_REPORTER) ? reporter(report.reporter()) : null,
                !report.reporter().isForgotten(),
                report.duplicateOf(),
                others.duplicates(),
                others.followers(),
                attached.ofReport(),
                answers.of(report.id()),
                rights.contains(Right.HANDLE) ? next(report.status()) : List.of(),
                rights);
    }

    private static Set<Right> rights(Handler by, Report report) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream(Right.values()).filter(right -> by.may(right, report)).forEach(rights::add);
        return rights;
    }

    private static CaseView.WorkView work(Report report, String assignee) {
        CaseFile file = report.caseFile();
        return new CaseView.WorkView(
                file.assigneeId(),
                assignee,
                file.priority(),
                file.expectedOn(),
                file.answeredAt(),
                file.newsAt(),
                file.waitingUntil(),
                due(report));
    }

    private static CaseView.DueView due(Report report) {
        DueDates due = report.dueDates();
        boolean reopened = due.from() != null && due.from().isAfter(WorkingCalendar.day(report.confirmedAt()));
        return new CaseView.DueView(
                due.answerOn(), due.solveOn(), due.pausedFrom(), due.pausedUntil(), due.pausedDays(), reopened);
    }

    private static CaseView.ReporterView reporter(Reporter reporter) {
        return new CaseView.ReporterView(reporter.name(), reporter.email(), reporter.phone(), reporter.showsName());
    }

    /** A duplicate becomes its own again by undoing the merge, and nothing becomes one by an answer. */
    private static List<ReportStatus> next(ReportStatus status) {
        return Arrays.stream(ReportStatus.values())
                .filter(next -> status != ReportStatus.DUPLICATE && next != ReportStatus.DUPLICATE)
                .filter(status::mayBecome)
                .toList();
    }
}

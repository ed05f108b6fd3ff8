package se.fixamingata.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.Deadlines;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.handling.history.CaseHistory;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.update.ReportUpdate;

/**
 * Where every change of a report by its authority begins and ends: the row is locked, whoever calls may do it and has seen the latest,
 * then the change, then its deadlines are settled and the map is told.
 */
@ApplicationScoped
class CaseDesk {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    EntityManager em;

    @Inject
    CaseHistory history;

    @Inject
    CaseReach reach;

    @Inject
    Authorities authorities;

    @Inject
    AuditTrail audit;

    @Inject
    Event<ReportChanged> changed;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /**
     * One change. It checks everything before it touches anything: what it finds wrong is the result, and nothing was written.
     *
     * @param seenVersion of the report when whoever changes it opened it; {@link Answer#ANY_VERSION} for whichever it has
     * @param change says what is wrong; empty when it is done
     * @throws NotPermitted when this one may not handle the report, and could not when they opened it
     */
    HandlingResult work(Handler by, long reportId, int seenVersion, Function<OpenCase, Optional<Invalid>> change) {
        return work(by, reportId, seenVersion, seenVersion == Answer.ANY_VERSION, change);
    }

    /** As {@link #work}, for what fits whatever has happened since that version, as long as the report is theirs. */
    HandlingResult add(Handler by, long reportId, int seenVersion, Function<OpenCase, Optional<Invalid>> change) {
        return work(by, reportId, seenVersion, true, change);
    }

    private HandlingResult work(
            Handler by, long reportId, int seenVersion, boolean anyway, Function<OpenCase, Optional<Invalid>> change) {
        Report report = em.find(Report.class, reportId, LockModeType.PESSIMISTIC_WRITE);
        Optional<HandlingResult> conflict = conflict(by, report, seenVersion, anyway);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        OpenCase open = new OpenCase(this, by, report, clock.instant());
        ReportChanged.OnMap before = ReportChanged.OnMap.of(report);
        Optional<Invalid> problem = change.apply(open);
        if (problem.isPresent()) {
            return problem.get();
        }
        deadlines.settle(report);
        ReportChanged.OnMap after = ReportChanged.OnMap.of(report);
        if (!Objects.equals(before, after)) {
            changed.fire(new ReportChanged(reportId, before, after));
        }
        em.flush();
        return new HandlingResult.Done(reportId, report.version(), open.elsewhere());
    }

    /** Empty when the change may go on. */
    private Optional<HandlingResult> conflict(Handler by, Report report, int seenVersion, boolean anyway) {
        if (report == null || !report.isConfirmed()) {
            throw new NotPermitted();
        }
        if (by.may(Right.HANDLE, report)) {
            return anyway || seenVersion == report.version()
                    ? Optional.empty()
                    : Optional.of(new HandlingResult.Conflict(
                            report.version(), history.since(report, seenVersion, by.sight(report))));
        }
        TakenAway away = reach.takenAway(by, report, seenVersion).orElseThrow(NotPermitted::new);
        return Optional.of(new HandlingResult.Conflict(report.version(), away.since()));
    }

    /** Writes the words, at once: photos and documents point at them. */
    long say(Report report, Handler by, String text, Instant now) {
        ReportUpdate words = ReportUpdate.byAuthority(report.id(), by.accountId(), text, now);
        em.persist(words);
        em.flush();
        return words.id();
    }

    void keep(HistoryEntry entry) {
        em.persist(entry);
    }

    /**
     * Makes the report's version rise although none of its own values may be another; to be called before any of them is. In SQL:
     * EclipseLink's forced increment does nothing after a flush, and keeps the report's own changes from counting.
     */
    void touch(Report report) {
        em.flush();
        em.createNativeQuery("update report set version = version + 1 where id = ?1")
                .setParameter(1, report.id())
                .executeUpdate();
        em.refresh(report);
    }

    /** The day that it is in Sweden. */
    LocalDate today() {
        return clock.instant().atZone(SWEDEN).toLocalDate();
    }

    String authorityName(String code) {
        return authorities.find(code).map(Authority::name).orElse(code);
    }

    void audit(Handler by, Report report, String action, String before, String after) {
        String subject = "report:" + report.id();
        if (by.system()) {
            audit.recordBySystem(by.authorityOfLink(), action, subject, before, after);
        } else if (by.accountId() == null) {
            audit.recordByLink(by.authorityOfLink(), action, subject, before, after);
        } else {
            audit.record(by.accountId(), report.authorityCode(), action, subject, before, after);
        }
    }
}

package se.fixamingata.jobs.watch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.fixamingata.account.Account;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobRuns;
import se.fixamingata.jobs.NoteKind;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.jobs.timetable.TimetableEntry;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.shared.SqlTime;

/**
 * Finds runs in which nothing moves, and those that the timetable started and that failed, and has the operator told of each by mail,
 * once. Nobody hears of what somebody started by hand and watched fail.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class HangingRuns {

    /** Older ones were told, or happened while nobody could be told. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final String MOVED = "select r.id, r.job, " + SqlTime.micros("r.hanging_since") + ", "
            + SqlTime.micros(
                    "greatest(r.started_at, coalesce((select max(p.at) from job_progress p where p.run_id = r.id),"
                            + " r.started_at))")
            + " from job_run r where r.running is not null";

    /** A lost one is gone on with; only when that goes down as well is it anybody's business. */
    private static final String FAILED = "select r.id from job_run r where r.started_at >= ?1 and r.ended_at >= ?1"
            + " and (r.status = 'FAILED' and r.started_by <> 'PERSON' or r.status = 'LOST' and r.started_by = 'SETTLING')";

    private static final String TOLD =
            "select count(n) from Notification n where n.reportId is null and n.kind = :kind and n.subjectId = :run";

    @Inject
    EntityManager em;

    @Inject
    Timetable timetable;

    @Inject
    JobRuns runs;

    @Inject
    JobNotes notes;

    @Inject
    Notifications notifications;

    @Inject
    OneAtATime turns;

    @Inject
    WatchSettings settings;

    @Inject
    Clock clock;

    /** For the container. */
    public HangingRuns() {}

    /** For tests. */
    HangingRuns(
            EntityManager em, Timetable timetable, Notifications notifications, WatchSettings settings, Clock clock) {
        this.em = em;
        this.timetable = timetable;
        this.runs = new JobRuns(em, clock, "test");
        this.notes = new JobNotes(em, clock);
        this.notifications = notifications;
        this.turns = new OneAtATime(em);
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks at all that run, and at what failed lately. */
    public void look() {
        turns.enter("hanging-jobs");
        for (Object one : em.createNativeQuery(MOVED).getResultList()) {
            Object[] row = (Object[]) one;
            look(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    SqlTime.instant(row[2]) != null,
                    SqlTime.instant(row[3]));
        }
        List<?> failed = em.createNativeQuery(FAILED)
                .setParameter(1, SqlTime.text(clock.instant().minus(NEWS)))
                .getResultList();
        failed.forEach(run -> tell(((Number) run).longValue()));
    }

    private void look(long run, String job, boolean noted, Instant moved) {
        Duration patience = timetable.find(job).map(TimetableEntry::hangsAfter).orElse(settings.patience());
        boolean hangs = !moved.plus(patience).isAfter(clock.instant());
        if (hangs != noted) {
            runs.hangs(run, hangs ? moved : null);
        }
        if (hangs && !noted) {
            notes.add(run, "", NoteKind.HANGING, "", "Nothing has moved since " + moved);
        }
        if (hangs) {
            tell(run);
        }
    }

    private void tell(long run) {
        long told = em.createQuery(TOLD, Long.class)
                .setParameter("kind", NotificationKind.JOB_TROUBLE)
                .setParameter("run", run)
                .getSingleResult();
        if (told == 0) {
            notifications.plan(NotificationKind.JOB_TROUBLE, null, run, settings.operator(), language());
        }
    }

    private Language language() {
        return em.createNamedQuery("Account.byEmail", Account.class)
                .setParameter("email", settings.operator())
                .getResultStream()
                .findFirst()
                .map(Account::language)
                .orElse(Language.SV);
    }
}

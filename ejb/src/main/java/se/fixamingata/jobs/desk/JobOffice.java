package se.fixamingata.jobs.desk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobOrder;
import se.fixamingata.jobs.JobRun;
import se.fixamingata.jobs.JobRuns;
import se.fixamingata.jobs.JobStart;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.jobs.NoteKind;
import se.fixamingata.jobs.StartedBy;
import se.fixamingata.jobs.timetable.CronTime;
import se.fixamingata.jobs.timetable.DueJobs;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.jobs.timetable.TimetableEntry;

/** What the operator may do with jobs, each with a line in the audit trail. */
@Stateless
public class JobOffice {

    /** Nobody has reported anything before. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    @Inject
    Timetable timetable;

    @Inject
    Jobs jobs;

    @Inject
    JobRuns runs;

    @Inject
    JobNotes notes;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public JobOffice() {}

    /** For tests. */
    JobOffice(Timetable timetable, Jobs jobs, JobRuns runs, JobNotes notes, AuditTrail audit, Clock clock) {
        this.timetable = timetable;
        this.jobs = jobs;
        this.runs = runs;
        this.notes = notes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Starts a job now.
     *
     * @param day at whose beginning the count ends, for a job that wants it; null for today
     */
    public JobAnswer start(Caller caller, String job, LocalDate day) {
        Permissions.requireOperator(caller);
        Optional<TimetableEntry> entry = timetable.find(job);
        if (entry.isEmpty()) {
            return JobAnswer.UNKNOWN;
        }
        LocalDate today = clock.instant().atZone(CronTime.ZONE).toLocalDate();
        if (day != null && (day.isAfter(today) || day.isBefore(FIRST))) {
            return JobAnswer.BAD_DAY;
        }
        LocalDate until = day == null ? today : day;
        Map<String, String> parameters =
                entry.get().cutOff() ? Map.of(DueJobs.CUT_OFF, cutOff(until).toString()) : Map.of();
        JobStart start = jobs.start(new JobOrder(job, parameters, StartedBy.PERSON, caller.accountId(), null, null));
        return begun(caller, "job.started", job, start, JobAnswer.STARTED, parameters.get(DueJobs.CUT_OFF));
    }

    private static Instant cutOff(LocalDate day) {
        return day.atStartOfDay(CronTime.ZONE).toInstant();
    }

    /** Goes on with a run that ended early, at its checkpoint. */
    public JobAnswer restart(Caller caller, long run) {
        Permissions.requireOperator(caller);
        Optional<JobRun> found = runs.find(run);
        if (found.isEmpty()) {
            return JobAnswer.UNKNOWN;
        }
        if (found.get().isRunning()) {
            return JobAnswer.RUNNING;
        }
        if (!runs.isRestartable(run)) {
            return JobAnswer.NOTHING_LEFT;
        }
        JobStart start = jobs.restart(found.get(), StartedBy.PERSON, caller.accountId());
        return begun(caller, "job.restarted", found.get().job(), start, JobAnswer.RESTARTED, String.valueOf(run));
    }

    private JobAnswer begun(Caller caller, String action, String job, JobStart start, JobAnswer good, String detail) {
        if (start instanceof JobStart.AlreadyRunning) {
            return JobAnswer.RUNNING;
        }
        audit.record(caller.accountId(), null, action, "job:" + job, null, detail);
        return start instanceof JobStart.Started ? good : JobAnswer.REFUSED;
    }

    /** Asks a run to stop after its chunk, whichever server runs it. */
    public JobAnswer stop(Caller caller, long run) {
        Permissions.requireOperator(caller);
        Optional<JobRun> found = runs.find(run);
        if (found.isEmpty()) {
            return JobAnswer.UNKNOWN;
        }
        if (!found.get().isRunning()) {
            return JobAnswer.NOT_RUNNING;
        }
        notes.add(run, "", NoteKind.STOP, "", "");
        jobs.stop(found.get());
        audit.record(
                caller.accountId(), null, "job.stopped", "job:" + found.get().job(), null, String.valueOf(run));
        return JobAnswer.STOPPING;
    }
}

package se.fixamingata.jobs.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobOrder;
import se.fixamingata.jobs.JobRun;
import se.fixamingata.jobs.JobRuns;
import se.fixamingata.jobs.JobStart;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.jobs.NoteKind;
import se.fixamingata.jobs.StartedBy;

/**
 * Starts what is due. Asked again and again on every server: each occasion is a row, and only who writes it acts. An occasion that passed
 * while no server was there is caught up, unless it became too late; so is one at which the job still ran, which is noted with that run, when
 * it has ended.
 */
@ApplicationScoped
public class DueJobs {

    /** The parameter with the midnight until which a job counts. */
    public static final String CUT_OFF = "cutOff";

    /** Later than this is not on time. */
    private static final Duration ON_TIME = Duration.ofMinutes(5);

    private static final System.Logger LOG = System.getLogger(DueJobs.class.getName());

    @Inject
    Timetable timetable;

    @Inject
    Occasions occasions;

    @Inject
    Jobs jobs;

    @Inject
    JobRuns runs;

    @Inject
    JobNotes notes;

    @Inject
    Clock clock;

    /** For the container. */
    public DueJobs() {}

    /** For tests. */
    public DueJobs(Timetable timetable, Occasions occasions, Jobs jobs, JobRuns runs, JobNotes notes, Clock clock) {
        this.timetable = timetable;
        this.occasions = occasions;
        this.jobs = jobs;
        this.runs = runs;
        this.notes = notes;
        this.clock = clock;
    }

    /** Starts what is due now. What fails for one job is no reason to leave out the others. */
    public void start() {
        for (TimetableEntry entry : timetable.entries()) {
            try {
                entry.when()
                        .flatMap(when -> when.lastUntil(clock.instant()))
                        .ifPresent(planned -> look(entry, planned));
            } catch (RuntimeException away) {
                LOG.log(System.Logger.Level.WARNING, "Job " + entry.job() + " cannot be started now, again soon", away);
            }
        }
    }

    private void look(TimetableEntry entry, Instant planned) {
        if (planned.plus(entry.catchUp()).isBefore(clock.instant())) {
            if (occasions.miss(entry.job(), planned)) {
                LOG.log(System.Logger.Level.WARNING, "Job {0} missed its hour {1}", entry.job(), planned);
            }
        } else if (occasions.take(entry.job(), planned) || occasions.takeOver(entry.job(), planned)) {
            start(entry, planned);
        }
    }

    private void start(TimetableEntry entry, Instant planned) {
        Optional<JobRun> begun = runs.ofOccasion(entry.job(), planned);
        if (begun.isPresent()) {
            occasions.settle(entry.job(), planned, Occasion.STARTED, begun.get().id());
            return;
        }
        boolean late = planned.plus(ON_TIME).isBefore(clock.instant());
        JobStart start = jobs.start(new JobOrder(
                entry.job(),
                parameters(entry, planned),
                late ? StartedBy.CATCH_UP : StartedBy.TIMETABLE,
                null,
                planned,
                null));
        if (start instanceof JobStart.Started started) {
            occasions.settle(entry.job(), planned, Occasion.STARTED, started.runId());
        } else if (start instanceof JobStart.AlreadyRunning running) {
            occasions.settle(entry.job(), planned, Occasion.STILL_RUNNING, running.runId());
            notes.add(running.runId(), "", NoteKind.STILL_RUNNING, planned.toString(), "Due again while it still ran");
            LOG.log(System.Logger.Level.WARNING, "Job {0} is due and still runs", entry.job());
        } else {
            occasions.settle(entry.job(), planned, Occasion.FAILED, null);
        }
    }

    /** Those of a run on that occasion. */
    static Map<String, String> parameters(TimetableEntry entry, Instant planned) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (entry.cutOff()) {
            parameters.put(CUT_OFF, CronTime.midnightBefore(planned).toString());
        }
        return parameters;
    }
}

package se.fixamingata.jobs.watch;

import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobRun;
import se.fixamingata.jobs.JobRuns;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.jobs.NoteKind;
import se.fixamingata.jobs.RunStatus;
import se.fixamingata.jobs.StartedBy;
import se.fixamingata.jobs.ThisServer;

/**
 * Settles runs whose server or database went away in the middle: they are ended here and in the batch runtime's store, and what they had
 * not done is gone on with at the checkpoint, once. A run that goes down a second time may be what takes the others down, and waits for a
 * person.
 */
@ApplicationScoped
public class LostRuns {

    private static final System.Logger LOG = System.getLogger(LostRuns.class.getName());

    @Inject
    Servers servers;

    @Inject
    JobRuns runs;

    @Inject
    Jobs jobs;

    @Inject
    JobNotes notes;

    @Inject
    BatchStore store;

    @Inject
    WatchSettings settings;

    @Inject
    Clock clock;

    private final String server;

    /** For the container. */
    public LostRuns() {
        server = ThisServer.ID;
    }

    /** For tests: one server among several. */
    public LostRuns(
            Servers servers,
            JobRuns runs,
            Jobs jobs,
            JobNotes notes,
            BatchStore store,
            WatchSettings settings,
            Clock clock,
            String server) {
        this.servers = servers;
        this.runs = runs;
        this.jobs = jobs;
        this.notes = notes;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.server = server;
    }

    /** Looks at all that run, one of each job at most. */
    public void settle() {
        Set<String> alive = servers.alive(settings.gone());
        for (JobRun run : runs.running()) {
            if (run.serverId().equals(server)) {
                ended(run);
            } else if (!alive.contains(run.serverId()) && isOld(run)) {
                lost(run, "Its server went away");
            }
        }
    }

    /** Stops what runs here and somebody on another server wants to stop. */
    public void stop() {
        runs.toStop().forEach(jobs::stop);
    }

    /**
     * What runs here has ended without its listener being heard. A database that is away takes with it whoever wanted to write that: the
     * thread is gone, and the runtime's store says for ever that it works.
     */
    private void ended(JobRun run) {
        if (run.executionId() == null) {
            if (isOld(run)) {
                lost(run, "It never began");
            }
        } else if (!jobs.isAtWork(run.job(), run.executionId())) {
            jobs.status(run.executionId()).ifPresent(status -> ended(run, status));
        }
    }

    /** Old enough to be judged: a server that has only just started may begin a run before it says for the first time that it is alive. */
    private boolean isOld(JobRun run) {
        return !run.startedAt().plus(settings.gone()).isAfter(clock.instant());
    }

    private void ended(JobRun run, BatchStatus status) {
        switch (status) {
            case STARTING, STARTED, STOPPING -> lost(run, "The database was away when it ended");
            case COMPLETED -> runs.end(run.id(), RunStatus.COMPLETED, null);
            case STOPPED, ABANDONED -> runs.end(run.id(), RunStatus.STOPPED, null);
            default -> runs.end(run.id(), RunStatus.FAILED, null);
        }
    }

    private void lost(JobRun run, String why) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Run {0} of job {1} was left behind: {2}",
                String.valueOf(run.id()),
                run.job(),
                why);
        if (run.executionId() != null) {
            store.fail(run.executionId());
        }
        if (!runs.lose(run.id())) {
            return;
        }
        notes.add(run.id(), "", NoteKind.LOST, "", why);
        if (run.startedBy() == StartedBy.SETTLING) {
            LOG.log(System.Logger.Level.ERROR, "Job {0} was left behind twice and waits for a person", run.job());
        } else if (run.executionId() == null) {
            jobs.startAnew(run, StartedBy.SETTLING);
        } else {
            runs.find(run.id()).ifPresent(settled -> jobs.restart(settled, StartedBy.SETTLING, null));
        }
    }
}

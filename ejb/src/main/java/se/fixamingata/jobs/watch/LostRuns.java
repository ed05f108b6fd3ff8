package se.fixamingata.jobs.watch;

import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
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
 * Settles runs whose server went away in the middle: they are ended here and in the batch runtime's store, and what they had not done is
 * gone on with at the checkpoint, once. A run that goes down with its server a second time may be what takes it down, and waits for a person.
 */
@ApplicationScoped
public class LostRuns {

    private static final System.Logger LOG = System.getLogger(LostRuns.class.getName());

    private static final Set<BatchStatus> AT_WORK =
            EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

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
            String server) {
        this.servers = servers;
        this.runs = runs;
        this.jobs = jobs;
        this.notes = notes;
        this.store = store;
        this.settings = settings;
        this.server = server;
    }

    /** Looks at all that run, one of each job at most. */
    public void settle() {
        Set<String> alive = servers.alive(settings.gone());
        for (JobRun run : runs.running()) {
            if (run.serverId().equals(server)) {
                ended(run);
            } else if (!alive.contains(run.serverId())) {
                lost(run);
            }
        }
    }

    /** Stops what runs here and somebody on another server wants to stop. */
    public void stop() {
        runs.toStop().forEach(jobs::stop);
    }

    /** What runs here has ended without its listener being heard, for example because the database was away just then. */
    private void ended(JobRun run) {
        if (run.executionId() == null) {
            return;
        }
        Optional<BatchStatus> status = jobs.status(run.executionId());
        status.filter(one -> !AT_WORK.contains(one)).ifPresent(one -> {
            RunStatus how =
                    switch (one) {
                        case COMPLETED -> RunStatus.COMPLETED;
                        case STOPPED, ABANDONED -> RunStatus.STOPPED;
                        default -> RunStatus.FAILED;
                    };
            runs.end(run.id(), how, null);
        });
    }

    private void lost(JobRun run) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Run {0} of job {1} was left behind by a server that is gone",
                String.valueOf(run.id()),
                run.job());
        if (run.executionId() != null) {
            store.fail(run.executionId());
        }
        if (!runs.lose(run.id())) {
            return;
        }
        notes.add(run.id(), "", NoteKind.LOST, "", "Its server went away");
        if (run.executionId() == null) {
            return;
        }
        if (run.startedBy() == StartedBy.SETTLING) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Job {0} went down with its server twice and waits for a person",
                    run.job());
            return;
        }
        runs.find(run.id()).ifPresent(settled -> jobs.restart(settled, StartedBy.SETTLING, null));
    }
}

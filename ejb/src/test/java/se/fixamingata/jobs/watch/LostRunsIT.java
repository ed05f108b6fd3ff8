package se.fixamingata.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.jobs.Batches;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobRun;
import se.fixamingata.jobs.JobRuns;
import se.fixamingata.jobs.JobStart;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.jobs.RunStatus;
import se.fixamingata.jobs.StartedBy;
import se.fixamingata.settings.ServiceSettings;

/** Servers die in the middle of a job; others finish it, once. */
class LostRunsIT extends DatabaseTest {

    private static final Duration GONE = Duration.ofMinutes(2);

    private final Batches batches = new Batches();
    private final List<Long> failedInTheStore = new ArrayList<>();
    private JobStart.Started first;

    @BeforeEach
    void runsOnServerOne() {
        beat("one");
        beat("two");
        first = (JobStart.Started) committed(own -> jobs(own, "one").start("statistics", Map.of()));
    }

    @Test
    void aLivingServersRunIsItsOwn() {
        clock.advance(GONE);
        beat("one");
        settle("two");
        assertThat(run(first.runId()).isRunning()).isTrue();
        assertThat(batches.asked).hasSize(1);
    }

    @Test
    void aDeadServersRunIsSettledAndGoneOnWithOnce() {
        silence();
        settle("two");
        settle("three");
        assertThat(failedInTheStore).containsExactly(first.executionId());
        assertThat(run(first.runId()).status()).isEqualTo(RunStatus.LOST);
        assertThat(batches.asked).containsExactly("start statistics", "restart " + first.executionId());
        List<JobRun> running = committed(own -> new JobRuns(own, clock, "two").running());
        assertThat(running).hasSize(1);
        assertThat(running.get(0).startedBy()).isEqualTo(StartedBy.SETTLING);
        assertThat(running.get(0).restartOf()).isEqualTo(first.runId());
        assertThat(running.get(0).serverId()).isEqualTo("two");
    }

    @Test
    void whatGoesDownWithItsServerTwiceWaitsForAPerson() {
        silence();
        settle("two");
        silence();
        settle("three");
        settle("three");
        assertThat(batches.asked).hasSize(2);
        List<JobRun> running = committed(own -> new JobRuns(own, clock, "three").running());
        assertThat(running).isEmpty();
        assertThat(failedInTheStore).hasSize(2);
    }

    @Test
    void oneThatNeverBeganIsOnlyEnded() {
        commit(own ->
                own.createNativeQuery("update job_run set execution_id = null").executeUpdate());
        silence();
        settle("two");
        assertThat(run(first.runId()).status()).isEqualTo(RunStatus.LOST);
        assertThat(batches.asked).hasSize(1);
    }

    @Test
    void itsOwnThatEndedUnheardIsEnded() {
        settle("one");
        assertThat(run(first.runId()).isRunning()).isTrue();
        batches.statuses.put(first.executionId(), BatchStatus.FAILED);
        settle("one");
        assertThat(run(first.runId()).status()).isEqualTo(RunStatus.FAILED);
        assertThat(batches.asked).hasSize(1);
    }

    private void silence() {
        clock.advance(GONE.plusSeconds(1));
        beat("three");
    }

    private void beat(String server) {
        commit(own -> new Servers(own, clock, server).beat());
    }

    private void settle(String server) {
        beat(server);
        commit(own -> new LostRuns(
                        new Servers(own, clock, server),
                        new JobRuns(own, clock, server),
                        jobs(own, server),
                        new JobNotes(own, clock),
                        new BatchStore() {
                            @Override
                            public void fail(long execution) {
                                failedInTheStore.add(execution);
                            }
                        },
                        new WatchSettings(GONE, GONE, GONE, Optional.of("drift@example.org"), new ServiceSettings()),
                        server)
                .settle());
    }

    private JobRun run(long id) {
        return committed(own -> new JobRuns(own, clock, "one").find(id).orElseThrow());
    }

    private Jobs jobs(EntityManager own, String server) {
        return new Jobs(new JobRuns(own, clock, server), batches);
    }
}

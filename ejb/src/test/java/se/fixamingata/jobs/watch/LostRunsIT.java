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
    void whatAServerBeganThatHasOnlyJustStartedIsItsOwn() {
        commit(own -> own.createNativeQuery("delete from job_server").executeUpdate());
        clock.advance(GONE.minusSeconds(1));
        settle("two");
        assertThat(run(first.runId()).isRunning())
                .as("it may not have said yet that it is alive")
                .isTrue();
        clock.advance(Duration.ofSeconds(1));
        settle("two");
        assertThat(run(first.runId()).status()).isEqualTo(RunStatus.LOST);
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

    /** Two servers, or one that was deployed anew: the runtime knows an execution by the deployment that began it. */
    @Test
    void anotherDeploymentsRunIsBegunAnewWithItsParameters() {
        batches.anothers = true;
        silence();
        settle("two");
        assertThat(batches.asked)
                .containsExactly("start statistics", "restart " + first.executionId(), "start statistics");
        List<JobRun> running = committed(own -> new JobRuns(own, clock, "two").running());
        assertThat(running).singleElement().satisfies(run -> {
            assertThat(run.startedBy()).isEqualTo(StartedBy.SETTLING);
            assertThat(run.restartOf()).isEqualTo(first.runId());
            assertThat(run.parameters()).isEqualTo(run(first.runId()).parameters());
        });
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
    void oneThatNeverBeganIsBegunAnewOnce() {
        never();
        silence();
        settle("two");
        assertThat(run(first.runId()).status()).isEqualTo(RunStatus.LOST);
        assertThat(batches.asked).containsExactly("start statistics", "start statistics");
        never();
        silence();
        settle("three");
        assertThat(batches.asked).hasSize(2);
    }

    @Test
    void itsOwnThatNeverBeganIsBegunAnew() {
        never();
        clock.advance(GONE.minusSeconds(1));
        settle("one");
        assertThat(batches.asked).as("it may be beginning").hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        settle("one");
        assertThat(run(first.runId()).status()).isEqualTo(RunStatus.LOST);
        assertThat(batches.asked).containsExactly("start statistics", "start statistics");
    }

    /** Its thread could not write that it failed, because the database was away; the store says for ever that it works. */
    @Test
    void itsOwnThatWentDownWithTheDatabaseIsGoneOnWithOnce() {
        batches.gone.add(first.executionId());
        settle("two");
        assertThat(run(first.runId()).isRunning())
                .as("another server cannot know")
                .isTrue();
        settle("one");
        settle("one");
        assertThat(failedInTheStore).containsExactly(first.executionId());
        assertThat(run(first.runId()).status()).isEqualTo(RunStatus.LOST);
        assertThat(batches.asked).containsExactly("start statistics", "restart " + first.executionId());
        batches.gone.add(first.executionId() + 1);
        settle("one");
        assertThat(batches.asked).as("a second time it waits for a person").hasSize(2);
        List<JobRun> running = committed(own -> new JobRuns(own, clock, "one").running());
        assertThat(running).isEmpty();
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

    private void never() {
        commit(own ->
                own.createNativeQuery("update job_run set execution_id = null").executeUpdate());
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
                        clock,
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

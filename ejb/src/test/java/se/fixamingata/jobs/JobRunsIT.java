package se.fixamingata.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

/** A run from its start to its end: one of each job at a time, how far it is, what it left out. */
class JobRunsIT extends DatabaseTest {

    private static final String JOB = "statistics";

    private final Batches batches = new Batches();

    @Test
    void ofEachJobOneRunsAtATime() {
        JobStart.Started first = started(JOB);
        assertThat(start("two", JOB)).isEqualTo(new JobStart.AlreadyRunning(first.runId()));
        assertThat(start("two", "retention")).isInstanceOf(JobStart.Started.class);
        commit(own -> jobs(own, "one").over(first.executionId(), RunStatus.COMPLETED, null));
        assertThat(start("two", JOB)).isInstanceOf(JobStart.Started.class);
    }

    @Test
    void aJobThatIsNotThereFailsAndIsNotInTheWay() {
        assertThat(start("one", Batches.UNKNOWN)).isEqualTo(new JobStart.NotStarted("No such job"));
        assertThat(start("one", Batches.UNKNOWN)).isEqualTo(new JobStart.NotStarted("No such job"));
    }

    @Test
    void theListenerMayBeFasterThanTheStart() {
        JobStart.Started started = started(JOB);
        commit(own ->
                own.createNativeQuery("update job_run set execution_id = null").executeUpdate());
        commit(own -> jobs(own, "one").begun(started.executionId()));
        assertThat(run(started).executionId()).isEqualTo(started.executionId());
    }

    @Test
    void addsUpWhatItsPartsHaveDone() {
        JobStart.Started started = started(JOB);
        long execution = started.executionId();
        commit(own -> {
            JobProgress progress = new JobProgress(own, clock, "one");
            progress.expect(execution, "calculate", 0, 150);
            progress.expect(execution, "calculate", 1, 140);
            progress.done(execution, "calculate", 0, 50, 49);
            progress.done(execution, "calculate", 0, 100, 98);
            progress.done(execution, "calculate", 1, 20, 20);
            JobNotes notes = new JobNotes(own, clock);
            notes.skipped(execution, "calculate", "1780", "No such category");
            notes.skipped(execution, "calculate", "1781", "No such category");
        });
        commit(own -> jobs(own, "one").over(execution, RunStatus.COMPLETED, null));
        JobRun run = run(started);
        assertThat(List.of(run.read(), run.written(), run.skipped())).containsExactly(120L, 118L, 2L);
        assertThat(run.isRunning()).isFalse();
        assertThat(run.endedAt()).isEqualTo(clock.instant());
    }

    @Test
    void keepsSoManySkippedItemsAndCountsTheOthers() {
        JobStart.Started started = started(JOB);
        commit(own -> {
            JobNotes notes = new JobNotes(own, clock);
            for (int i = 0; i < JobNotes.MOST + 5; i++) {
                notes.skipped(started.executionId(), "calculate", "item " + i, "x".repeat(2000));
            }
        });
        assertThat(run(started).skipped()).isEqualTo(JobNotes.MOST + 5);
        Number kept = committed(own ->
                (Number) own.createNativeQuery("select count(*) from job_note").getSingleResult());
        assertThat(kept.intValue()).isEqualTo(JobNotes.MOST);
    }

    @Test
    void whoWasThoughtDeadWritesNothingMore() {
        JobStart.Started started = started(JOB);
        commit(own -> new JobRuns(own, clock, "two").lose(started.runId()));
        assertThatThrownBy(() -> commit(
                        own -> new JobProgress(own, clock, "one").done(started.executionId(), "calculate", 0, 1, 1)))
                .isInstanceOf(JobTakenAway.class);
    }

    @Test
    void goesOnWhereItStoppedWithItsParameters() {
        JobStart.Started first = (JobStart.Started)
                committed(own -> jobs(own, "one").start(JOB, Map.of("cutOff", "2026-11-22T23:00:00Z")));
        JobStart tooEarly = committed(own -> jobs(own, "one")
                .restart(new JobRuns(own, clock, "one").find(first.runId()).orElseThrow(), StartedBy.PERSON, null));
        assertThat(tooEarly).isInstanceOf(JobStart.AlreadyRunning.class);
        commit(own -> jobs(own, "one").over(first.executionId(), RunStatus.FAILED, "Disk full"));
        JobStart.Started second = (JobStart.Started) committed(own -> jobs(own, "two")
                .restart(new JobRuns(own, clock, "two").find(first.runId()).orElseThrow(), StartedBy.PERSON, 17L));
        assertThat(batches.asked).containsExactly("start " + JOB, "restart " + first.executionId());
        JobRun run = run(second);
        assertThat(run.restartOf()).isEqualTo(first.runId());
        assertThat(run.parameters()).containsExactly(Map.entry("cutOff", "2026-11-22T23:00:00Z"));
        assertThat(batches.parameters(second.executionId()))
                .containsEntry("cutOff", "2026-11-22T23:00:00Z")
                .containsEntry(JobParameters.RUN, String.valueOf(second.runId()));
    }

    private JobStart.Started started(String job) {
        return (JobStart.Started) start("one", job);
    }

    private JobStart start(String server, String job) {
        return committed(own -> jobs(own, server).start(job, Map.of()));
    }

    private JobRun run(JobStart.Started started) {
        return committed(
                own -> new JobRuns(own, clock, "one").find(started.runId()).orElseThrow());
    }

    private Jobs jobs(jakarta.persistence.EntityManager own, String server) {
        return new Jobs(new JobRuns(own, clock, server), batches);
    }
}

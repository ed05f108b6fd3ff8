package se.fixamingata.jobs.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.jobs.Batches;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobOrder;
import se.fixamingata.jobs.JobProgress;
import se.fixamingata.jobs.JobRuns;
import se.fixamingata.jobs.JobStart;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.jobs.NoteKind;
import se.fixamingata.jobs.RunStatus;
import se.fixamingata.jobs.StartedBy;
import se.fixamingata.jobs.ThisServer;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.shared.Language;

/** What the operator sees of jobs and does with them. */
class JobDeskIT extends DatabaseTest {

    private static final Caller OPERATOR =
            new Caller(17, 1, "Olle Operatör", "olle@example.org", Language.SV, true, List.of());
    private static final Caller RESIDENT =
            new Caller(18, 2, "Rut Resident", "rut@example.org", Language.SV, false, List.of());

    private final Batches batches = new Batches();
    private final Timetable timetable = new Timetable(
            List.of("statistics; 10 3 * *; PT20H; PT30M; yes", "retention; never; PT20H; PT30M; no"),
            job -> Optional.empty());
    private JobRuns runs;
    private Jobs jobs;
    private JobDesk desk;
    private JobOffice office;

    @BeforeEach
    void start() {
        runs = new JobRuns(em, clock, ThisServer.ID);
        jobs = new Jobs(runs, batches);
        desk = new JobDesk(em, timetable, clock);
        office = new JobOffice(timetable, jobs, runs, new JobNotes(em, clock), new AuditTrail(em, clock), clock);
        em.createNativeQuery(
                        "insert into account (id, email, name, language, operator, failed_attempts, created_at, version)"
                                + " values (17, 'olle@example.org', 'Olle Operatör', 'sv', 1, 0, '2026-01-01', 1)")
                .executeUpdate();
    }

    @Test
    void isForOperatorsOnly() {
        assertThatThrownBy(() -> desk.jobs(RESIDENT)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.history(RESIDENT, "", 0)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.run(RESIDENT, 1)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> office.start(RESIDENT, "statistics", null)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> office.restart(RESIDENT, 1)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> office.stop(RESIDENT, 1)).isInstanceOf(NotPermitted.class);
        assertThat(batches.asked).isEmpty();
    }

    @Test
    void showsEachJobWithItsNextHour() {
        List<JobLine> lines = desk.jobs(OPERATOR);
        assertThat(lines).extracting(JobLine::job).containsExactly("statistics", "retention");
        assertThat(lines.get(0).next()).isEqualTo(Instant.parse("2026-11-24T02:10:00Z"));
        assertThat(lines.get(1).next()).isNull();
        assertThat(lines.get(0).last()).isNull();
    }

    @Test
    void showsHowFarThePresentStepIs() {
        JobStart.Started started = night();
        long execution = started.executionId();
        JobProgress progress = new JobProgress(em, clock, ThisServer.ID);
        progress.done(execution, "prepare", 0, 3, 3);
        clock.advance(Duration.ofSeconds(1));
        progress.expect(execution, "calculate", 0, 150);
        progress.expect(execution, "calculate", 1, 50);
        progress.done(execution, "calculate", 1, 50, 50);
        new JobNotes(em, clock).skipped(execution, "calculate", "1780", "Bad");
        em.clear();
        JobLine line = desk.jobs(OPERATOR).get(0);
        assertThat(line.isRunning()).isTrue();
        assertThat(line.now()).isEqualTo(new PartLine("calculate", 0, 200L, 50, 50, clock.instant()));
        assertThat(line.now().percent()).isEqualTo(25);
        assertThat(List.of(
                        line.last().read(), line.last().written(), line.last().skipped()))
                .containsExactly(53L, 53L, 1L);
    }

    @Test
    void doesNotGuessWhatNobodyHasCounted() {
        JobStart.Started started = night();
        new JobProgress(em, clock, ThisServer.ID).done(started.executionId(), "calculate", 0, 50, 50);
        assertThat(desk.jobs(OPERATOR).get(0).now().percent()).isNull();
    }

    @Test
    void turnsThePagesOfTheHistory() {
        for (int i = 0; i < JobDesk.PAGE + 5; i++) {
            JobStart.Started started = night();
            jobs.over(started.executionId(), RunStatus.COMPLETED, null);
            clock.advance(Duration.ofDays(1));
        }
        em.flush();
        RunPage first = desk.history(OPERATOR, "", 0);
        assertThat(first.runs()).hasSize(JobDesk.PAGE);
        assertThat(first.more()).isTrue();
        RunPage second = desk.history(OPERATOR, "statistics", 1);
        assertThat(second.runs()).hasSize(5);
        assertThat(second.more()).isFalse();
        assertThat(second.runs().get(0).startedAt())
                .isBefore(first.runs().get(JobDesk.PAGE - 1).startedAt());
        assertThat(desk.history(OPERATOR, "retention", 0).runs()).isEmpty();
        assertThat(desk.history(OPERATOR, "", 1_000_000).runs()).isEmpty();
    }

    @Test
    void tellsOfARunWhatThereIsToTell() {
        JobStart.Started started = night();
        JobNotes notes = new JobNotes(em, clock);
        for (int i = 0; i < JobDesk.NOTES + 10; i++) {
            notes.skipped(started.executionId(), "calculate", "item " + i, "Bad");
        }
        notes.failed(started.executionId(), "calculate", "Disk full");
        em.clear();
        jobs.over(started.executionId(), RunStatus.FAILED, null);
        flushAndClear();
        RunView view = desk.run(OPERATOR, started.runId()).orElseThrow();
        assertThat(view.notes()).hasSize(JobDesk.NOTES);
        assertThat(view.notes().get(0).kind()).as("why it failed comes first").isEqualTo(NoteKind.FAILED);
        assertThat(view.notes().get(1).item()).isEqualTo("item 0");
        assertThat(view.moreNotes()).isEqualTo(11);
        assertThat(view.run().reason()).isEqualTo("Disk full");
        assertThat(view.run().restartable()).isTrue();
        assertThat(desk.run(OPERATOR, started.runId() + 1)).isEmpty();
    }

    @Test
    void startsAJobWithTheDayThatIsWanted() {
        assertThat(office.start(OPERATOR, "statistics", LocalDate.of(2026, 10, 25)))
                .isEqualTo(JobAnswer.STARTED);
        flushAndClear();
        RunLine run = desk.history(OPERATOR, "", 0).runs().get(0);
        assertThat(run.parameters()).containsExactly(Map.entry("cutOff", "2026-10-24T22:00:00Z"));
        assertThat(run.cutOffDay()).contains(LocalDate.of(2026, 10, 25));
        assertThat(run.who()).isEqualTo("Olle Operatör");
        assertThat(run.startedBy()).isEqualTo(StartedBy.PERSON);
        assertThat(audited()).containsExactly("account:17 job.started job:statistics 2026-10-24T22:00:00Z");
        assertThat(office.start(OPERATOR, "statistics", null)).isEqualTo(JobAnswer.RUNNING);
        assertThat(office.start(OPERATOR, "retention", null)).isEqualTo(JobAnswer.STARTED);
        assertThat(audited()).hasSize(2);
    }

    @Test
    void refusesDaysThatCannotBe() {
        assertThat(office.start(OPERATOR, "statistics", LocalDate.of(2026, 11, 24)))
                .isEqualTo(JobAnswer.BAD_DAY);
        assertThat(office.start(OPERATOR, "statistics", LocalDate.of(1999, 12, 31)))
                .isEqualTo(JobAnswer.BAD_DAY);
        assertThat(office.start(OPERATOR, "no-such-job", null)).isEqualTo(JobAnswer.UNKNOWN);
        assertThat(batches.asked).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void goesOnWithWhatFailedOnce() {
        JobStart.Started started = night();
        assertThat(office.restart(OPERATOR, started.runId())).isEqualTo(JobAnswer.RUNNING);
        jobs.over(started.executionId(), RunStatus.FAILED, "Disk full");
        flushAndClear();
        assertThat(office.restart(OPERATOR, started.runId())).isEqualTo(JobAnswer.RESTARTED);
        flushAndClear();
        assertThat(office.restart(OPERATOR, started.runId())).isEqualTo(JobAnswer.NOTHING_LEFT);
        RunView view = desk.run(OPERATOR, started.runId()).orElseThrow();
        assertThat(view.run().restartable()).isFalse();
        assertThat(view.wentOn()).isNotNull();
        assertThat(desk.run(OPERATOR, view.wentOn()).orElseThrow().run().restartOf())
                .isEqualTo(started.runId());
        assertThat(audited()).containsExactly("account:17 job.restarted job:statistics " + started.runId());
        assertThat(office.restart(OPERATOR, 4711)).isEqualTo(JobAnswer.UNKNOWN);
    }

    @Test
    void whatIsDoneIsNotGoneOnWith() {
        JobStart.Started started = night();
        jobs.over(started.executionId(), RunStatus.COMPLETED, null);
        flushAndClear();
        assertThat(office.restart(OPERATOR, started.runId())).isEqualTo(JobAnswer.NOTHING_LEFT);
    }

    @Test
    void stopsARunHereAtOnceAndElsewhereByANote() {
        JobStart.Started started = night();
        assertThat(office.stop(OPERATOR, started.runId())).isEqualTo(JobAnswer.STOPPING);
        assertThat(batches.asked).endsWith("stop " + started.executionId());
        assertThat(runs.toStop()).hasSize(1);
        assertThat(new JobRuns(em, clock, "elsewhere").toStop()).isEmpty();
        assertThat(audited()).containsExactly("account:17 job.stopped job:statistics " + started.runId());
        jobs.over(started.executionId(), RunStatus.STOPPED, null);
        flushAndClear();
        assertThat(office.stop(OPERATOR, started.runId())).isEqualTo(JobAnswer.NOT_RUNNING);
        assertThat(runs.toStop()).isEmpty();
    }

    private JobStart.Started night() {
        JobStart started =
                jobs.start(new JobOrder("statistics", Map.of(), StartedBy.TIMETABLE, null, clock.instant(), null));
        flushAndClear();
        return (JobStart.Started) started;
    }

    private List<String> audited() {
        em.flush();
        List<?> lines = em.createNativeQuery(
                        "select concat_ws(' ', actor, action, subject, after_value) from audit_entry order by id")
                .getResultList();
        return lines.stream().map(String::valueOf).toList();
    }
}

package se.fixamingata.jobs.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.jobs.Batches;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobOrder;
import se.fixamingata.jobs.JobRun;
import se.fixamingata.jobs.JobRuns;
import se.fixamingata.jobs.JobStart;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.jobs.RunStatus;

/** Each occasion once, whoever looks, whatever the night. */
class DueJobsIT extends DatabaseTest {

    private static final String JOB = "statistics";

    private final Batches batches = new Batches();

    @BeforeEach
    void atNight() {
        at("2026-11-23T02:09:00Z");
    }

    @Test
    void startsAtItsHourAndOnlyOnce() {
        server("one");
        batches.asked.clear();
        clock.advance(Duration.ofMinutes(1));
        server("one");
        server("two");
        clock.advance(Duration.ofMinutes(1));
        server("one");
        assertThat(batches.asked).containsExactly("start statistics");
        assertThat(
                        rows(
                                "select started_by, parameters, server_id from job_run where planned_at = '2026-11-23 02:10:00'"))
                .containsExactly("TIMETABLE cutOff=2026-11-22T23:00:00Z one");
        assertThat(occasions()).endsWith("2026-11-23 02:10 STARTED");
    }

    @Test
    void ofManyServersAtOnceOneTakesTheOccasionAndOneBeginsTheRun() throws Exception {
        at("2026-11-23T02:10:00Z");
        assertThat(winners(name -> committed(own -> new Occasions(own, clock).take(JOB, clock.instant()))))
                .isEqualTo(1);
        assertThat(winners(
                        name -> committed(own -> new Jobs(new JobRuns(own, clock, name), batches).start(JOB, Map.of()))
                                instanceof JobStart.Started))
                .isEqualTo(1);
        assertThat(batches.asked).containsExactly("start statistics");
    }

    /** Ticks of two servers that come at the same moment, on many nights; each step is a transaction of its own, as in the container. */
    @Test
    void twoServersAtTenPastThreeRunItOnce() throws Exception {
        ExecutorService servers = Executors.newFixedThreadPool(2);
        try {
            for (int night = 1; night <= 20; night++) {
                at("2026-11-%02dT02:10:05Z".formatted(night));
                CyclicBarrier together = new CyclicBarrier(2);
                List<Callable<Void>> ticks = Stream.of("one", "two")
                        .map(name -> (Callable<Void>) () -> {
                            DueJobs due = dueJobs(name);
                            together.await();
                            due.start();
                            return null;
                        })
                        .toList();
                for (Future<Void> tick : servers.invokeAll(ticks)) {
                    tick.get();
                }
                endAll();
            }
        } finally {
            servers.shutdown();
        }
        assertThat(batches.asked).hasSize(20);
        assertThat(rows("select count(*), count(distinct planned_at) from job_run"))
                .containsExactly("20 20");
        assertThat(rows("select outcome, count(*) from job_occasion group by outcome"))
                .containsExactly("STARTED 20");
    }

    private DueJobs dueJobs(String server) {
        Jobs jobs = new Jobs(null, batches) {
            @Override
            public JobStart start(JobOrder order) {
                return committed(own -> new Jobs(new JobRuns(own, clock, server), batches).start(order));
            }
        };
        Occasions occasions = new Occasions(null, clock) {
            @Override
            public boolean take(String job, Instant planned) {
                return committed(own -> new Occasions(own, clock).take(job, planned));
            }

            @Override
            public boolean takeOver(String job, Instant planned) {
                return committed(own -> new Occasions(own, clock).takeOver(job, planned));
            }

            @Override
            public void settle(String job, Instant planned, Occasion outcome, Long run) {
                commit(own -> new Occasions(own, clock).settle(job, planned, outcome, run));
            }
        };
        JobRuns runs = new JobRuns(null, clock, server) {
            @Override
            public Optional<JobRun> ofOccasion(String job, Instant planned) {
                return committed(own -> new JobRuns(own, clock, server).ofOccasion(job, planned));
            }
        };
        return new DueJobs(timetable(), occasions, jobs, runs, null, clock);
    }

    private static long winners(Predicate<String> act) throws Exception {
        ExecutorService servers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<Boolean>) () -> act.test("server-" + number))
                    .toList();
            long winners = 0;
            for (Future<Boolean> call : servers.invokeAll(calls)) {
                winners += call.get() ? 1 : 0;
            }
            return winners;
        } finally {
            servers.shutdown();
        }
    }

    @Test
    void isCaughtUpWhenNoServerWasThere() {
        at("2026-11-23T09:00:00Z");
        server("one");
        assertThat(batches.asked).containsExactly("start statistics");
        assertThat(rows("select started_by, parameters from job_run"))
                .as("with the cut-off of its night")
                .containsExactly("CATCH_UP cutOff=2026-11-22T23:00:00Z");
    }

    @Test
    void isMissedWhenItBecameTooLate() {
        at("2026-11-22T02:10:00Z");
        server("one");
        endAll();
        at("2026-11-23T22:11:00Z");
        server("one");
        assertThat(batches.asked).hasSize(1);
        assertThat(occasions()).containsExactly("2026-11-22 02:10 STARTED", "2026-11-23 02:10 MISSED");
    }

    @Test
    void aJobThatIsNewHereHasMissedNothing() {
        at("2026-11-23T22:11:00Z");
        server("one");
        assertThat(occasions()).isEmpty();
    }

    @Test
    void yesterdaysThatStillRunsIsNotStartedAgainButNoted() {
        at("2026-11-22T02:10:00Z");
        server("one");
        at("2026-11-23T02:10:00Z");
        server("two");
        server("two");
        assertThat(batches.asked).hasSize(1);
        assertThat(occasions()).containsExactly("2026-11-22 02:10 STARTED", "2026-11-23 02:10 STILL_RUNNING");
        assertThat(rows("select kind, item from job_note")).containsExactly("STILL_RUNNING 2026-11-23T02:10:00Z");
    }

    @Test
    void whatWasDueMeanwhileIsCaughtUpWhenYesterdaysHasEnded() {
        at("2026-11-22T02:10:00Z");
        server("one");
        at("2026-11-23T02:10:00Z");
        server("two");
        at("2026-11-23T06:00:00Z");
        endAll();
        server("two");
        endAll();
        server("one");
        assertThat(batches.asked).hasSize(2);
        assertThat(rows("select started_by, parameters from job_run order by id"))
                .containsExactly("TIMETABLE cutOff=2026-11-21T23:00:00Z", "CATCH_UP cutOff=2026-11-22T23:00:00Z");
        assertThat(occasions()).containsExactly("2026-11-22 02:10 STARTED", "2026-11-23 02:10 STARTED");
    }

    @Test
    void unlessThatWasTooLate() {
        at("2026-11-22T02:10:00Z");
        server("one");
        at("2026-11-23T02:10:00Z");
        server("one");
        at("2026-11-23T22:11:00Z");
        endAll();
        server("one");
        assertThat(batches.asked).hasSize(1);
        assertThat(occasions()).endsWith("2026-11-23 02:10 STILL_RUNNING");
    }

    @Test
    void anOccasionWhoseServerDiedBeforeTheStartIsTakenOver() {
        at("2026-11-23T02:10:00Z");
        commit(own -> new Occasions(own, clock).take(JOB, clock.instant()));
        server("two");
        assertThat(batches.asked).as("the other may be starting it").isEmpty();
        clock.advance(Occasions.STARTING);
        server("two");
        server("three");
        assertThat(batches.asked).containsExactly("start statistics");
    }

    @Test
    void andNotWhenItDiedJustAfterTheStart() {
        at("2026-11-23T02:10:00Z");
        server("one");
        endAll();
        commit(own -> own.createNativeQuery("update job_occasion set outcome = 'TAKEN', run_id = null")
                .executeUpdate());
        clock.advance(Occasions.STARTING);
        server("two");
        assertThat(batches.asked).hasSize(1);
        assertThat(occasions()).containsExactly("2026-11-23 02:10 STARTED");
    }

    @Test
    void aClockThatIsSetBackStartsNothingTwice() {
        at("2026-11-23T02:10:30Z");
        server("one");
        endAll();
        at("2026-11-23T01:10:00Z");
        for (int minute = 0; minute < 70; minute++) {
            clock.advance(Duration.ofMinutes(1));
            server("one");
        }
        assertThat(rows("select count(*) from job_run where planned_at = '2026-11-23 02:10:00'"))
                .containsExactly("1");
    }

    @Test
    void theNightsWhenTheClocksChangeHaveOneRunEach() {
        for (String evening : List.of("2026-03-28T20:00:00Z", "2026-10-24T20:00:00Z")) {
            at(evening);
            server("one");
            endAll();
            batches.asked.clear();
            for (int i = 0; i < 12 * 2; i++) {
                clock.advance(Duration.ofMinutes(30));
                server(i % 2 == 0 ? "one" : "two");
                endAll();
            }
            assertThat(batches.asked).as(evening).containsExactly("start statistics");
        }
        assertThat(rows("select planned_at, parameters, started_by from job_run where date(planned_at) in"
                        + " ('2026-03-29', '2026-10-25') order by planned_at"))
                .as("ten past three by the clock on the wall, with the midnight of a day of 23 hours and of one of 25")
                .containsExactly(
                        "2026-03-29 01:10:00.0 cutOff=2026-03-28T23:00:00Z CATCH_UP",
                        "2026-10-25 02:10:00.0 cutOff=2026-10-24T22:00:00Z CATCH_UP");
    }

    @Test
    void whatDoesNotStartIsSaid() {
        at("2026-11-23T02:10:00Z");
        look("one", new Timetable(List.of(Batches.UNKNOWN + "; 10 3 * *; PT1H; PT30M; no"), job -> Optional.empty()));
        assertThat(rows("select status, reason from job_run")).containsExactly("FAILED No such job");
        assertThat(rows("select outcome from job_occasion")).containsExactly("FAILED");
    }

    private void at(String moment) {
        clock.set(Instant.parse(moment));
    }

    private void server(String name) {
        look(name, timetable());
    }

    private static Timetable timetable() {
        return new Timetable(List.of("statistics; 10 3 * *; PT20H; PT30M; yes"), job -> Optional.empty());
    }

    private void look(String name, Timetable timetable) {
        commit(own -> {
            JobRuns runs = new JobRuns(own, clock, name);
            new DueJobs(
                            timetable,
                            new Occasions(own, clock),
                            new Jobs(runs, batches),
                            runs,
                            new JobNotes(own, clock),
                            clock)
                    .start();
        });
    }

    private void endAll() {
        commit(own -> {
            JobRuns runs = new JobRuns(own, clock, "one");
            runs.running().forEach(run -> runs.end(run.id(), RunStatus.COMPLETED, null));
        });
    }

    private List<String> occasions() {
        return rows("select date_format(planned_at, '%Y-%m-%d %H:%i'), outcome from job_occasion order by planned_at");
    }

    private List<String> rows(String sql) {
        return committed(own -> {
            List<?> found = own.createNativeQuery(sql).getResultList();
            return found.stream()
                    .map(row -> row instanceof Object[] columns
                            ? Arrays.stream(columns).map(String::valueOf).collect(Collectors.joining(" "))
                            : String.valueOf(row))
                    .toList();
        });
    }
}

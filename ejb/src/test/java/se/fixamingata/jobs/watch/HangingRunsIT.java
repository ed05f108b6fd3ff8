package se.fixamingata.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.jobs.Batches;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobOrder;
import se.fixamingata.jobs.JobProgress;
import se.fixamingata.jobs.JobRun;
import se.fixamingata.jobs.JobRuns;
import se.fixamingata.jobs.JobStart;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.jobs.RunStatus;
import se.fixamingata.jobs.StartedBy;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.Notifications;
import se.fixamingata.settings.ServiceSettings;

/** A job in which nothing moves is told once; so is one that failed in the night. */
class HangingRunsIT extends DatabaseTest {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final ServiceSettings service =
            new ServiceSettings("https://fixamingata.test", "drift@fixamingata.test", false);
    private JobRuns runs;
    private Jobs jobs;
    private HangingRuns watch;
    private JobMails mails;

    @BeforeEach
    void start() {
        runs = new JobRuns(em, clock, "one");
        jobs = new Jobs(runs, new Batches());
        mails = new JobMails(em, service);
        watch = new HangingRuns(
                em,
                new Timetable(List.of("statistics; 10 3 * *; PT20H; PT30M; yes"), job -> Optional.empty()),
                new Notifications(em, new MessageIds(service), new RecordedEvents<>(), clock),
                new WatchSettings(PATIENCE, Duration.ofHours(5), PATIENCE, Optional.empty(), service),
                clock);
    }

    @Test
    void whatMovesIsNoNews() {
        JobStart.Started started = night("statistics");
        clock.advance(PATIENCE.minusSeconds(1));
        new JobProgress(em, clock, "one").done(started.executionId(), "calculate", 0, 50, 50);
        clock.advance(PATIENCE.minusSeconds(1));
        look();
        assertThat(planned()).isEmpty();
        assertThat(run(started).hangingSince()).isNull();
    }

    @Test
    void whatHangsIsNotedAndToldOnce() {
        JobStart.Started started = night("statistics");
        Instant moved = clock.instant();
        clock.advance(PATIENCE);
        look();
        look();
        assertThat(run(started).hangingSince()).isEqualTo(moved);
        assertThat(em.createNativeQuery("select kind from job_note").getResultList())
                .isEqualTo(List.of("HANGING"));
        assertThat(planned()).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("drift@fixamingata.test");
            LetterText letter = letter(mail);
            assertThat(letter.subject()).isEqualTo("Jobbet statistics har fastnat");
            assertThat(letter.text())
                    .contains("och ingenting har hänt sedan 23 november 2026")
                    .contains("https://fixamingata.test/drift/jobb/" + started.runId())
                    .doesNotContain("Felet var");
        });
    }

    @Test
    void whatMovesAgainIsTakenBackAndNotToldTwice() {
        JobStart.Started started = night("statistics");
        clock.advance(PATIENCE);
        look();
        new JobProgress(em, clock, "one").done(started.executionId(), "calculate", 0, 50, 50);
        look();
        assertThat(run(started).hangingSince()).isNull();
        assertThat(mails.prepare(planned().get(0))).as("no news any more").isEmpty();
        clock.advance(PATIENCE);
        look();
        assertThat(run(started).hangingSince()).isNotNull();
        assertThat(planned()).hasSize(1);
    }

    @Test
    void whatIsNotInTheTimetableHasThePatienceOfAll() {
        night("other");
        clock.advance(Duration.ofHours(5).minusSeconds(1));
        look();
        assertThat(planned()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        look();
        assertThat(planned()).hasSize(1);
    }

    @Test
    void whatFailedInTheNightIsToldOnceWithItsReason() {
        JobStart.Started started = night("statistics");
        new JobNotes(em, clock).failed(started.executionId(), "calculate", "ArithmeticException: / by zero");
        jobs.over(started.executionId(), RunStatus.FAILED, null);
        look();
        look();
        assertThat(planned()).singleElement().satisfies(mail -> {
            LetterText letter = letter(mail);
            assertThat(letter.subject()).isEqualTo("Jobbet statistics har misslyckats");
            assertThat(letter.text()).contains("ArithmeticException: / by zero");
            assertThat(letter.html()).contains("ArithmeticException: / by zero");
        });
    }

    @Test
    void whatAPersonStartedTheySeeFailThemselves() {
        JobStart.Started started = (JobStart.Started) jobs.start("statistics", Map.of());
        flushAndClear();
        jobs.over(started.executionId(), RunStatus.FAILED, "Disk full");
        look();
        assertThat(planned()).isEmpty();
    }

    @Test
    void lostIsTroubleOnlyTheSecondTime() {
        JobStart.Started first = night("statistics");
        runs.lose(first.runId());
        look();
        assertThat(planned()).isEmpty();
        JobStart.Started second = (JobStart.Started) jobs.restart(run(first), StartedBy.SETTLING, null);
        flushAndClear();
        runs.lose(second.runId());
        look();
        assertThat(planned()).singleElement().satisfies(mail -> assertThat(
                        letter(mail).text())
                .contains("två gånger har servern eller databasen försvunnit"));
    }

    @Test
    void runsAreForgottenWithAllThatWasNoted() {
        JobStart.Started old = night("statistics");
        new JobProgress(em, clock, "one").done(old.executionId(), "calculate", 0, 50, 50);
        new JobNotes(em, clock).skipped(old.executionId(), "calculate", "1", "Bad");
        jobs.over(old.executionId(), RunStatus.COMPLETED, null);
        em.flush();
        clock.advance(Duration.ofDays(366));
        JobStart.Started fresh = night("statistics");
        assertThat(runs.forget(clock.instant().minus(Duration.ofDays(365)), 10)).isEqualTo(1);
        assertThat(runs.forget(clock.instant().minus(Duration.ofDays(365)), 10)).isZero();
        assertThat(em.createNativeQuery("select id from job_run").getResultList())
                .isEqualTo(List.of(fresh.runId()));
        assertThat(em.createNativeQuery("select run_id from job_progress union select run_id from job_note")
                        .getResultList())
                .isEmpty();
    }

    private JobStart.Started night(String job) {
        JobStart started = jobs.start(new JobOrder(job, Map.of(), StartedBy.TIMETABLE, null, clock.instant(), null));
        flushAndClear();
        return (JobStart.Started) started;
    }

    private void look() {
        flushAndClear();
        watch.look();
        flushAndClear();
    }

    private JobRun run(JobStart.Started started) {
        return runs.find(started.runId()).orElseThrow();
    }

    private List<Notification> planned() {
        return em.createQuery("select n from Notification n order by n.id", Notification.class)
                .getResultList();
    }

    private LetterText letter(Notification mail) {
        Map<String, Object> values =
                new HashMap<>(mails.prepare(mail).orElseThrow().values());
        values.put("recipient", mail.recipient());
        return new LetterTemplates().write("job-trouble", mail.language(), values);
    }
}

package se.fixamingata.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.mail.Letter;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.notification.MailWriting;
import se.fixamingata.notification.Notification;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.sending.TestTransactions;
import se.fixamingata.sending.TestTransactions.Killed;
import se.fixamingata.shared.Language;

/** The work behind a bulk change, in real transactions: by several workers, by one that dies, and to its last report. */
class BulkWorkerIT extends DatabaseTest {

    private static final String TEXT = "Vi byter alla lampor i oktober.\nTack för rapporten.";
    private static final int PORTION = 4;

    private final TestTransactions transactions = new TestTransactions();
    private HandlingScene scene;
    private BulkMails mails;
    private BulkChanges changes;
    private BulkPortions portions;
    private BulkWorker worker;
    private Caller caller;

    /** The report that can never be changed; null for none. */
    private Long bad;

    @BeforeEach
    void scene() {
        em.getTransaction().rollback();
        dataSource();
        scene = new HandlingScene(transactions.em(), clock);
        transactions.run(scene::authorities);
        caller = transactions.call(() -> scene.staff("1763", Role.CASEWORKER));
        mails = new BulkMails();
        mails.em = scene.em;
        mails.authorities = scene.authorities;
        mails.links = new ReporterLinks(
                new SecretLinks(scene.em, clock), scene.service, clock, Duration.ofDays(365), Duration.ofDays(60));
        mails.service = scene.service;
        mails.messageIds = new MessageIds(scene.service);
        mails.due = new RecordedEvents<>();
        mails.clock = clock;
        BulkItems items = new BulkItems(scene.em);
        changes = new BulkChanges(
                scene.em, items, mails, null, new AuditTrail(scene.em, clock), new RecordedEvents<>(), clock);
        portions = new InTransactions(
                new BulkPortions(scene.em, items, new Accounts(scene.em), scene.handling, mails, clock));
        worker = worker();
    }

    private BulkWorker worker() {
        return new BulkWorker(portions, PORTION, Runnable::run);
    }

    /** As the container has them: each call is a transaction of its own. */
    private final class InTransactions extends BulkPortions {

        private final BulkPortions real;

        InTransactions(BulkPortions real) {
            this.real = real;
        }

        @Override
        public Optional<Long> next(Set<Long> seen) {
            return transactions.call(() -> real.next(seen));
        }

        @Override
        public boolean work(long id, String owner, int most) {
            return transactions.call(() -> {
                boolean more = real.work(id, owner, most);
                if (bad != null && scene.em.find(Report.class, bad).status() == ReportStatus.PLANNED) {
                    throw new IllegalStateException("Something about report " + bad);
                }
                return more;
            });
        }

        @Override
        public void release(long id) {
            transactions.run(() -> real.release(id));
        }

        @Override
        public void skipNext(long id) {
            transactions.run(() -> real.skipNext(id));
        }
    }

    /** Reports of as many people. */
    private List<Report> reports(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> report("1763", "p" + i + "@example.org"))
                .toList();
    }

    private Report report(String authority, String email) {
        return transactions.call(() -> scene.report(authority, "Lampan är trasig", email));
    }

    private long order(ReportStatus status, List<Report> reports) {
        BulkOrder order = new BulkOrder(
                "1763", status, TEXT, 0, reports.stream().map(Report::id).toList(), Optional.empty());
        return ((BulkResult.Started) transactions.call(() -> changes.start(caller, order))).id();
    }

    private BulkView view(long id) {
        return transactions.call(() -> changes.find(caller, id)).orElseThrow();
    }

    private long count(String sql) {
        return transactions.call(() -> scene.count(sql));
    }

    private void sql(String statement) {
        transactions.run(() -> scene.sql(statement));
    }

    /** Each once, however it came to that. */
    private void assertThatEachIsChangedOnce(int reports) {
        assertThat(count("select count(*) from report where status = 'PLANNED'"))
                .isEqualTo(reports);
        assertThat(count("select count(*) from history_entry where kind = 'STATUS'"))
                .isEqualTo(reports);
        assertThat(count("select count(distinct report_id) from history_entry where kind = 'STATUS'"))
                .isEqualTo(reports);
        assertThat(count("select count(*) from report_update")).isEqualTo(reports);
        assertThat(count("select count(*) from notification where kind = 'REPORT_ANSWERED'"))
                .isEqualTo(reports);
        assertThat(count("select count(distinct recipient) from notification")).isEqualTo(reports);
        assertThat(count("select count(*) from audit_entry where action = 'report.status'"))
                .isEqualTo(reports);
    }

    @Test
    void theLogTellsHowManyAndWhatTheyBecame() {
        List<Report> reports = reports(2);
        order(ReportStatus.PLANNED, reports);
        order(null, reports);

        assertThat(
                        count(
                                "select count(*) from audit_entry where action = 'bulk.started' and after_value = 'planned: 2'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from audit_entry where action = 'bulk.started' and after_value = '2'"))
                .isEqualTo(1);
    }

    @Test
    void everyReportGetsItsEntryAndEveryReporterTheMail() {
        long id = order(ReportStatus.PLANNED, reports(10));
        worker.nudge();

        assertThatEachIsChangedOnce(10);
        assertThat(view(id)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(BulkState.DONE);
            assertThat(done.changed()).isEqualTo(10);
            assertThat(done.skipped()).isZero();
            assertThat(done.endedAt()).isEqualTo(clock.instant());
        });
        worker.nudge();
        assertThatEachIsChangedOnce(10);
    }

    @Test
    void whatAnotherWorkerHasIsLeftToItUntilItsLeaseRunsOut() {
        long id = order(ReportStatus.PLANNED, reports(6));
        assertThat(portions.work(id, "elsewhere", PORTION)).isTrue();

        assertThat(portions.next(Set.of())).isEmpty();
        assertThat(portions.work(id, "here", PORTION)).isFalse();
        worker.nudge();
        assertThat(view(id).changed()).isEqualTo(PORTION);

        // As long as it goes on, its lease begins anew with each portion.
        clock.advance(BulkPortions.LEASE.minusSeconds(1));
        assertThat(portions.work(id, "elsewhere", 1)).isTrue();
        clock.advance(Duration.ofSeconds(2));
        assertThat(portions.work(id, "here", PORTION)).isFalse();

        clock.advance(BulkPortions.LEASE);
        worker.nudge();
        assertThat(view(id).state()).isEqualTo(BulkState.DONE);
        assertThatEachIsChangedOnce(6);
        assertThat(portions.work(id, "elsewhere", PORTION)).isFalse();
    }

    @Test
    void aWorkerThatDiesBeforeItsCommitLeavesNothingHalfDoneAndAnotherGoesOn() {
        long id = order(ReportStatus.PLANNED, reports(10));
        transactions.killBefore(3);
        try {
            worker.nudge();
        } catch (Killed dead) {
            // The first portion is in, the second is not.
        }
        assertThatEachIsChangedOnce(PORTION);

        worker().nudge();
        assertThat(view(id).changed()).isEqualTo(PORTION);
        clock.advance(BulkPortions.LEASE);
        worker().nudge();
        assertThat(view(id).state()).isEqualTo(BulkState.DONE);
        assertThatEachIsChangedOnce(10);
    }

    @Test
    void aWorkerThatDiesAfterItsCommitIsGoneOnWithFromThere() {
        order(ReportStatus.PLANNED, reports(10));
        transactions.killAfter(3);
        try {
            worker.nudge();
        } catch (Killed dead) {
            // Two portions are in.
        }
        assertThatEachIsChangedOnce(2 * PORTION);
        clock.advance(BulkPortions.LEASE);
        worker().nudge();
        assertThatEachIsChangedOnce(10);
    }

    @Test
    void aDatabaseThatIsAwayForAMomentSkipsNothing() {
        long id = order(ReportStatus.PLANNED, reports(6));
        transactions.databaseGone(2, 2);
        worker.nudge();
        worker.nudge();
        assertThat(view(id)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(BulkState.DONE);
            assertThat(done.skipped()).isZero();
        });
        assertThatEachIsChangedOnce(6);
    }

    @Test
    void manyWorkersAtOnceNeverDoTheSameTwice() {
        long id = order(ReportStatus.PLANNED, reports(30));
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            workers.add(CompletableFuture.runAsync(() -> worker().nudge()));
        }
        workers.forEach(CompletableFuture::join);
        // Whoever found it taken went away; nobody is left who holds it.
        worker().nudge();

        assertThat(view(id)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(BulkState.DONE);
            assertThat(done.changed()).isEqualTo(30);
        });
        assertThatEachIsChangedOnce(30);
    }

    @Test
    void whatWasCancelledIsLeftAsItIsAndItsReportersAreToldOfWhatWasDone() {
        List<Report> reports = new ArrayList<>(reports(4));
        reports.add(report("1763", "p0@example.org"));
        reports.add(report("1763", "p1@example.org"));
        long id = order(ReportStatus.PLANNED, reports);
        assertThat(portions.work(id, "here", 5)).isTrue();
        assertThat(count("select count(*) from notification where kind = 'REPORTS_ANSWERED'"))
                .isZero();

        assertThat(transactions.call(() -> changes.cancel(caller, id))).isTrue();
        assertThat(transactions.call(() -> changes.cancel(caller, id))).isFalse();
        assertThat(portions.work(id, "here", 5)).isFalse();
        worker.nudge();

        assertThat(view(id)).satisfies(cancelled -> {
            assertThat(cancelled.state()).isEqualTo(BulkState.CANCELLED);
            assertThat(cancelled.changed()).isEqualTo(5);
            assertThat(cancelled.left()).isEqualTo(1);
        });
        assertThat(count("select count(*) from history_entry where kind = 'STATUS'"))
                .isEqualTo(5);
        assertThat(count("select count(*) from notification where kind = 'REPORT_ANSWERED'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from notification where kind = 'REPORTS_ANSWERED'"))
                .isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsSkippedWithItsReason() {
        List<Report> reports = reports(5);
        sql("update report set status = 'FIXED' where id = " + reports.get(0).id());
        sql("update report set status = 'DUPLICATE', duplicate_of = "
                + reports.get(4).id() + " where id = " + reports.get(1).id());
        long id = order(ReportStatus.PLANNED, reports);
        sql("update report set authority_code = '1780' where id = "
                + reports.get(2).id());
        worker.nudge();

        assertThat(transactions.call(() -> changes.skipped(caller, id)))
                .extracting(SkippedReport::reportId, SkippedReport::reason)
                .containsExactly(
                        tuple(reports.get(0).id(), SkipReason.STATUS),
                        tuple(reports.get(1).id(), SkipReason.MERGED),
                        tuple(reports.get(2).id(), SkipReason.NOT_YOURS));
        assertThat(view(id).changed()).isEqualTo(2);
        assertThat(count("select count(*) from history_entry where kind = 'STATUS'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from notification")).isEqualTo(2);
    }

    @Test
    void whoeverHasLostTheRightChangesNothingMore() {
        long id = order(ReportStatus.PLANNED, reports(6));
        assertThat(portions.work(id, "here", 2)).isTrue();
        sql("delete from membership where account_id = " + caller.accountId());
        assertThat(portions.work(id, "here", PORTION)).isTrue();
        assertThat(count("select count(*) from bulk_change_report where reason = 'NOT_YOURS'"))
                .isEqualTo(4);
        assertThatEachIsChangedOnce(2);
    }

    @Test
    void oneReportThatCannotBeChangedIsFoundAndTheOthersAreDone() {
        List<Report> reports = reports(10);
        bad = reports.get(5).id();
        long id = order(ReportStatus.PLANNED, reports);
        for (int round = 0; round < BulkWorker.FAILURES_MOST; round++) {
            assertThat(view(id).skipped()).isZero();
            worker.nudge();
        }
        assertThat(view(id).state()).isEqualTo(BulkState.DONE);
        assertThat(transactions.call(() -> changes.skipped(caller, id)))
                .containsExactly(new SkippedReport(bad, "Lampan är trasig", SkipReason.OTHER));
        assertThatEachIsChangedOnce(9);
    }

    @Test
    void whoHasManyReportsGetsOneMailAboutThemAll() {
        List<Report> reports = new ArrayList<>(reports(2));
        for (int i = 0; i < 40; i++) {
            reports.add(report("1763", "flitig@example.org"));
        }
        transactions.run(() -> scene.follower(reports.get(5).id(), "granne@example.org", "ACTIVE"));
        long id = order(ReportStatus.PLANNED, reports);
        worker.nudge();

        assertThat(view(id).changed()).isEqualTo(42);
        assertThat(count("select count(*) from history_entry where kind = 'STATUS'"))
                .isEqualTo(42);
        assertThat(transactions.call(
                        () -> scene.list("select concat_ws(' ', kind, recipient, count(*)) from notification"
                                + " group by kind, recipient order by kind, recipient")))
                .containsExactlyInAnyOrder(
                        "FOLLOWED_REPORT_ANSWERED granne@example.org 1",
                        "REPORTS_ANSWERED flitig@example.org 1",
                        "REPORT_ANSWERED p0@example.org 1",
                        "REPORT_ANSWERED p1@example.org 1");
    }

    private Letter letter() {
        MailWriting writing = new MailWriting(
                List.of(mails), new LetterTemplates(), new PlacePicture(place -> SendingScene.PICTURE), clock);
        return writing.write(transactions.call(() -> mails.prepare(scene.em
                        .createQuery(
                                "select n from Notification n where n.kind ="
                                        + " se.fixamingata.notification.NotificationKind.REPORTS_ANSWERED",
                                Notification.class)
                        .getSingleResult())
                .orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theMailNamesFiftyOfThemAndAsksOfEachWhetherItIsFixed(Language language) {
        List<Report> reports = IntStream.range(0, 53)
                .mapToObj(i -> report("1763", "flitig@example.org"))
                .toList();
        sql("update report set language = '" + language.code() + "', title = 'Lampan <b>blinkar</b>'");
        order(ReportStatus.FIXED, reports);
        worker.nudge();
        // Hidden since: nobody is led there.
        sql("update report set visibility = 'HIDDEN' where id = "
                + reports.get(0).id());
        // Open again since: it is no question any more.
        sql("update report set status = 'REPORTED' where id = " + reports.get(1).id());

        Letter letter = letter();
        String text = letter.content().text();
        assertThat(letter.content().subject()).contains("52").contains(language == Language.SV ? "Åtgärdad" : "Fixed");
        assertThat(text)
                .contains("Vi byter alla lampor i oktober.\nTack för rapporten.", "Forshaga kommun")
                .contains("#" + reports.get(1).id() + " ", "#" + reports.get(50).id() + " ")
                .doesNotContain(
                        "#" + reports.get(0).id() + " ", "#" + reports.get(51).id() + " ")
                .contains(language == Language.SV ? "Och 2 till" : "And 2 more");
        assertThat(letter.content().html())
                .contains("Lampan &lt;b&gt;blinkar&lt;/b&gt;")
                .doesNotContain("<b>blinkar");
        assertThat(count("select count(*) from secret_link where purpose = 'REPORTER'"))
                .isEqualTo(50);
        assertThat(count("select count(*) from secret_link where purpose = 'QUESTION'"))
                .isEqualTo(49);
        assertThat(letter.to()).isEqualTo("flitig@example.org");
    }

    @Test
    void whoIsForgottenMeanwhileGetsNothing() {
        List<Report> reports = List.of(report("1763", "flitig@example.org"), report("1763", "flitig@example.org"));
        order(ReportStatus.PLANNED, reports);
        worker.nudge();
        sql("update report set reporter_name = null, reporter_email = null");
        assertThat(transactions.call(() -> mails.prepare(scene.em
                        .createQuery("select n from Notification n", Notification.class)
                        .getSingleResult())))
                .isEmpty();
    }
}

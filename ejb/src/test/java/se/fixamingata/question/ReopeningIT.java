package se.fixamingata.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.TestDeadlines;
import se.fixamingata.handling.StatusChanged;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdatePublished;
import se.fixamingata.update.UpdateState;

class ReopeningIT extends DatabaseTest {

    private static final long REPORT = 7;
    private static final String REASON = "Lampan är släckt igen.";

    private final RecordedEvents<ReportChanged> changed = new RecordedEvents<>();
    private final RecordedEvents<UpdatePublished> published = new RecordedEvents<>();
    private final RecordedEvents<StatusChanged> statusChanged = new RecordedEvents<>();
    private SecretLinks secrets;
    private ReporterLinks links;
    private Reopening reopening;
    private FixedQuestion question;

    @BeforeEach
    void aFixedReport() {
        ReportRow.addMunicipalities(em);
        ReportRow.add(em, ReportRow.of(REPORT, 59.53, 13.48).with(ReportStatus.FIXED));
        open(em);
    }

    private void open(EntityManager own) {
        secrets = new SecretLinks(own, clock);
        links = links(own);
        reopening = new Reopening(own, links, reopener(own));
        question = question(own);
    }

    private ReporterLinks links(EntityManager own) {
        ServiceSettings service = new ServiceSettings("https://example.org", "info@example.org", false);
        return new ReporterLinks(
                new SecretLinks(own, clock), service, clock, Duration.ofDays(365), Duration.ofDays(60));
    }

    private Reopener reopener(EntityManager own) {
        return new Reopener(
                own,
                new AuditTrail(own, clock),
                changed,
                published,
                statusChanged,
                TestDeadlines.of(own, clock),
                clock);
    }

    private FixedQuestion question(EntityManager own) {
        return new FixedQuestion(
                own,
                new SecretLinks(own, clock),
                reopener(own),
                TestDeadlines.of(own, clock),
                new AuditTrail(own, clock),
                clock);
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private ReporterClaim byLink() {
        return ReporterClaim.of(token(links.page(REPORT)), Optional.empty());
    }

    private Report report() {
        flushAndClear();
        return em.find(Report.class, REPORT);
    }

    private Caller caller(String email) {
        Account account = new Account(email, "", Language.SV, clock.instant());
        em.persist(account);
        em.flush();
        return new Caller(account.id(), 1, email, email, Language.SV, false, List.of());
    }

    @Test
    void theReporterReopensAndSaysWhy() {
        Report before = report();
        ReportChanged.OnMap onMap = ReportChanged.OnMap.of(before);
        int version = before.version();
        clock.advance(Duration.ofMinutes(5));

        assertThat(reopening.reopen(byLink(), REPORT, "  " + REASON + " ")).isEqualTo(new ReopeningResult.Reopened());

        Report report = report();
        assertThat(report.status()).isEqualTo(ReportStatus.REPORTED);
        assertThat(report.caseFile().newsAt()).isEqualTo(clock.instant());
        assertThat(report.version()).isGreaterThan(version);
        HistoryEntry entry = em.createQuery("select h from HistoryEntry h where h.reportId = 7", HistoryEntry.class)
                .getSingleResult();
        assertThat(entry.kind()).isEqualTo(HistoryEntry.Kind.STATUS);
        assertThat(entry.fromStatus()).isEqualTo(ReportStatus.FIXED);
        assertThat(entry.toStatus()).isEqualTo(ReportStatus.REPORTED);
        assertThat(entry.text()).isNull();
        ReportUpdate words = em.find(ReportUpdate.class, entry.updateId());
        assertThat(words.author()).isEqualTo(Actor.REPORTER);
        assertThat(words.text()).isEqualTo(REASON);
        assertThat(words.state()).isEqualTo(UpdateState.PUBLISHED);
        assertThat(changed.fired()).containsExactly(new ReportChanged(REPORT, onMap, ReportChanged.OnMap.of(report)));
        assertThat(published.fired()).containsExactly(new UpdatePublished(words.id(), REPORT, entry.id()));
        assertThat(statusChanged.fired())
                .containsExactly(new StatusChanged(REPORT, entry.id(), ReportStatus.FIXED, ReportStatus.REPORTED));
        assertThat(em.createNativeQuery(
                                "select concat(actor, ' ', action, ' ', authority_code, ' ', detail) from audit_entry")
                        .getResultList())
                .hasToString("[reporter report.reopened 1763 fixed>reported]");
    }

    @Test
    void withTheAccountToo() {
        Caller eva = caller("eva@example.se");
        report().belongTo(eva.accountId());
        flushAndClear();
        assertThat(reopening.reopen(new ReporterClaim(null, eva), REPORT, REASON))
                .isEqualTo(new ReopeningResult.Reopened());
        flushAndClear();
        assertThat(em.createNativeQuery("select account_id from audit_entry where action = 'report.reopened'")
                        .getSingleResult())
                .isEqualTo(eva.accountId());
    }

    @Test
    void nobodyElseDoes() {
        Caller eva = caller("eva@example.se");
        Caller kim = caller("kim@example.se");
        report().belongTo(eva.accountId());
        flushAndClear();
        String forAnother = token(links.question(REPORT));
        for (ReporterClaim stranger : List.of(
                new ReporterClaim(null, null),
                new ReporterClaim(null, kim),
                new ReporterClaim("A".repeat(43), null),
                new ReporterClaim(forAnother, kim))) {
            assertThatThrownBy(() -> reopening.reopen(stranger, REPORT, REASON)).isInstanceOf(NotPermitted.class);
        }
        assertThatThrownBy(() -> reopening.reopen(byLink(), 8, REASON)).isInstanceOf(NotPermitted.class);
        assertThat(report().status()).isEqualTo(ReportStatus.FIXED);
    }

    @Test
    void notWhatAModeratorHasHidden() {
        ReporterClaim claim = byLink();
        report().show(Visibility.HIDDEN, clock.instant());
        flushAndClear();
        assertThatThrownBy(() -> reopening.reopen(claim, REPORT, REASON)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aPrivateOneStaysPrivate() {
        ReporterClaim claim = byLink();
        report().keepPrivate(true);
        flushAndClear();
        assertThat(reopening.reopen(claim, REPORT, REASON)).isEqualTo(new ReopeningResult.Reopened());
        assertThat(report().isListed()).isFalse();
        assertThat(changed.fired()).containsExactly(new ReportChanged(REPORT, null, null));
    }

    @Test
    void withoutAReasonNothingChanges() {
        for (String reason : new String[] {null, "", " \n ", "\u200b", "ja", "x".repeat(4001)}) {
            assertThat(reopening.reopen(byLink(), REPORT, reason)).isInstanceOf(ReopeningResult.Invalid.class);
        }
        assertThat(report().status()).isEqualTo(ReportStatus.FIXED);
        assertThat(published.fired()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ReportStatus.class, mode = Mode.EXCLUDE, names = "UNCONFIRMED")
    void onlyWhatIsClosedAlongTheLegalTable(ReportStatus status) {
        em.createNativeQuery("update report set status = ?1 where id = 7")
                .setParameter(1, status.name())
                .executeUpdate();
        em.clear();
        boolean possible = reopening.reopen(byLink(), REPORT, REASON) instanceof ReopeningResult.Reopened;
        assertThat(possible).isEqualTo(Reopening.isPossible(status));
        assertThat(possible)
                .isEqualTo(List.of(ReportStatus.FIXED, ReportStatus.NO_ACTION, ReportStatus.NOT_RESPONSIBLE)
                        .contains(status));
        assertThat(report().status()).isEqualTo(possible ? ReportStatus.REPORTED : status);
    }

    @Test
    void manyAtOnceReopenOnce() {
        em.getTransaction().rollback();
        commit(ReportRow::addMunicipalities);
        commit(own -> ReportRow.add(own, ReportRow.of(REPORT, 59.53, 13.48).with(ReportStatus.FIXED)));
        String page = committed(own -> token(links(own).page(REPORT)));
        String asked = committed(own -> token(links(own).question(REPORT)));

        IntStream.range(0, 6)
                .mapToObj(click -> CompletableFuture.runAsync(() -> commit(own -> {
                    if (click % 2 == 0) {
                        new Reopening(own, links(own), reopener(own))
                                .reopen(new ReporterClaim(page, null), REPORT, REASON);
                    } else {
                        question(own).answer(asked, Reply.NO, REASON);
                    }
                })))
                .toList()
                .forEach(CompletableFuture::join);

        long entries = committed(own -> own.createQuery("select count(h) from HistoryEntry h", Long.class)
                .getSingleResult());
        long words = committed(own -> own.createQuery("select count(u) from ReportUpdate u", Long.class)
                .getSingleResult());
        assertThat(entries).isEqualTo(1);
        assertThat(words).isEqualTo(1);
    }

    @Test
    void lookingAtTheQuestionChangesNothing() {
        String token = token(links.question(REPORT));
        assertThat(question.look(token)).isEqualTo(question.look(token));
        assertThat(question.look(token))
                .isInstanceOfSatisfying(QuestionState.Asked.class, asked -> assertThat(asked.earlier())
                        .isNull());
        flushAndClear();
        assertThat(em.createQuery("select h from HistoryEntry h", HistoryEntry.class)
                        .getResultList())
                .isEmpty();
    }

    @Test
    void yesIsToldToTheAuthorityAloneAndAnotherAnswerIsWelcome() {
        String token = token(links.question(REPORT));
        assertThat(question.answer(token, Reply.YES, null)).isInstanceOfSatisfying(QuestionState.Asked.class, asked -> {
            assertThat(asked.earlier()).isEqualTo(Reply.YES);
            assertThat(asked.just()).isTrue();
        });
        question.answer(token, Reply.YES, null);
        flushAndClear();
        assertThat(em.createNativeQuery("select concat(kind, detail, internal, ' ', report_version) from history_entry")
                        .getResultList())
                .hasToString("[REPLIEDyes1 " + report().version() + "]");
        assertThat(report().status()).isEqualTo(ReportStatus.FIXED);
        assertThat(report().caseFile().newsAt()).isNull();

        clock.advance(Duration.ofDays(3));
        question.answer(token, Reply.UNKNOWN, null);
        flushAndClear();
        assertThat(question.look(token))
                .isInstanceOfSatisfying(QuestionState.Asked.class, asked -> assertThat(asked.earlier())
                        .isEqualTo(Reply.UNKNOWN));

        assertThat(question.answer(token, Reply.NO, REASON))
                .isInstanceOfSatisfying(QuestionState.Moved.class, moved -> assertThat(moved.just())
                        .isTrue());
        assertThat(report().status()).isEqualTo(ReportStatus.REPORTED);
        assertThat(question.look(token))
                .isInstanceOfSatisfying(QuestionState.Moved.class, moved -> assertThat(moved.just())
                        .isFalse());
    }

    @Test
    void noWantsAReason() {
        String token = token(links.question(REPORT));
        assertThat(question.answer(token, Reply.NO, " ")).isInstanceOf(QuestionState.Incomplete.class);
        assertThat(report().status()).isEqualTo(ReportStatus.FIXED);
    }

    @Test
    void anAnswerToAnEarlierFixedIsNoAnswerToThisOne() {
        String token = token(links.question(REPORT));
        question.answer(token, Reply.YES, null);
        clock.advance(Duration.ofDays(1));
        Report report = report();
        em.persist(report.changeStatus(ReportStatus.IN_PROGRESS, Actor.AUTHORITY, null, null, clock.instant()));
        clock.advance(Duration.ofDays(1));
        em.persist(report.changeStatus(ReportStatus.FIXED, Actor.AUTHORITY, null, null, clock.instant()));
        flushAndClear();
        assertThat(question.look(token))
                .isInstanceOfSatisfying(QuestionState.Asked.class, asked -> assertThat(asked.earlier())
                        .isNull());
    }

    @Test
    void whatIsClosedOtherwiseByNowIsSaid() {
        String token = token(links.question(REPORT));
        em.createNativeQuery("update report set status = 'NO_ACTION' where id = 7")
                .executeUpdate();
        em.clear();
        assertThat(question.look(token)).isInstanceOf(QuestionState.Moved.class);
        assertThat(question.answer(token, Reply.NO, REASON)).isInstanceOf(QuestionState.Moved.class);
        assertThat(report().status()).isEqualTo(ReportStatus.NO_ACTION);
    }

    @Test
    void theLinkRunsOutAndOthersAreUnknown() {
        String token = token(links.question(REPORT));
        String page = token(links.page(REPORT));
        clock.advance(Duration.ofDays(60));
        assertThat(question.look(token)).isEqualTo(new QuestionState.Expired());
        assertThat(question.answer(token, Reply.NO, REASON)).isEqualTo(new QuestionState.Expired());
        for (String other : new String[] {null, "", page, "A".repeat(43)}) {
            assertThat(question.answer(other, Reply.NO, REASON)).isEqualTo(new QuestionState.Unknown());
        }
        String fresh = token(links.question(REPORT));
        secrets.disable(Purpose.QUESTION, REPORT);
        flushAndClear();
        assertThat(question.look(fresh)).isEqualTo(new QuestionState.Unknown());
    }

    @Test
    void whoIsForgottenIsAskedNothing() {
        String token = token(links.question(REPORT));
        report().forgetReporter();
        flushAndClear();
        assertThat(question.look(token)).isEqualTo(new QuestionState.Unknown());
    }
}

package se.fixamingata.handlelink;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;

class LinkAnswersIT extends DatabaseTest {

    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    private static final String KARIN = "Karin Karlsson";

    private HandlingScene scene;
    private LinkAnswers answers;
    private Report report;
    private String token;

    @BeforeEach
    void scene() {
        use(em);
        scene.authorities();
        report = scene.report();
        token = issue(em, report.id(), HandlingScene.FORSHAGA);
        flushAndClear();
        report = em.find(Report.class, report.id());
    }

    private void use(EntityManager own) {
        scene = new HandlingScene(own, clock);
        answers = answers(own, scene);
    }

    private LinkAnswers answers(EntityManager own, HandlingScene on) {
        return new LinkAnswers(own, access(own), on.handling, clock);
    }

    private LinkAccess access(EntityManager own) {
        return new LinkAccess(own, new SecretLinks(own, clock), clock, THIRTY_DAYS);
    }

    private HandleLinks links(EntityManager own) {
        return new HandleLinks(own, new SecretLinks(own, clock), access(own), new AuditTrail(own, clock), clock);
    }

    private String issue(EntityManager own, long id, String authority) {
        return new SecretLinks(own, clock)
                .issueTo(Purpose.HANDLE, id, authority, Duration.ofDays(3650))
                .text();
    }

    private Answer fixed() {
        return Answer.of(report.id(), report.version(), ReportStatus.FIXED, "Klart nu.");
    }

    private Object result(LinkAnswerResult answer) {
        return ((LinkAnswerResult.Tried) answer).result();
    }

    @Test
    void anAnswerIsTheAuthoritysAndTheNameIsItsOwnBusiness() {
        assertThat(result(answers.answer(token, " Karin\nKarlsson\u0000", fixed())))
                .isInstanceOf(HandlingResult.Done.class);
        flushAndClear();
        assertThat(em.find(Report.class, report.id()).status()).isEqualTo(ReportStatus.FIXED);
        assertThat(scene.list(
                        "select concat(kind, ' ', internal, ' ', coalesce(account_id, 'nobody')) from history_entry"
                                + " where report_id = " + report.id() + " order by id"))
                .contains("STATUS 0 nobody", "LINK_ANSWERED 1 nobody");
        assertThat(scene.list("select text from history_entry where kind = 'LINK_ANSWERED'"))
                .containsExactly(KARIN);
        assertThat(scene.list(
                        "select concat(actor, ' ', authority_code) from audit_entry where action = 'report.status'"))
                .containsExactly("link:1763 1763");
        assertThat(scene.count("select count(*) from secret_link where purpose = 'HANDLE' and used_at is not null"))
                .isEqualTo(1);
        assertThat(scene.statusChanged.fired()).hasSize(1);
    }

    @Test
    void aNameIsNeededAndBounded() {
        for (String name : new String[] {null, "", "  ", "\u200b"}) {
            assertThat(result(answers.answer(token, name, fixed())))
                    .isEqualTo(new HandlingResult.Invalid("name", "svar.name.missing"));
        }
        assertThat(result(answers.answer(token, "å".repeat(101), fixed())))
                .isEqualTo(new HandlingResult.Invalid("name", "svar.name.long"));
        assertThat(scene.answered.fired()).isEmpty();
    }

    @Test
    void whatIsInvalidOrLateIsNotRemembered() {
        assertThat(result(answers.answer(
                        token, KARIN, Answer.of(report.id(), report.version(), ReportStatus.NO_ACTION, null))))
                .isInstanceOf(HandlingResult.Invalid.class);
        assertThat(result(answers.answer(
                        token, KARIN, Answer.of(report.id(), report.version() - 1, ReportStatus.FIXED, "Klart."))))
                .isInstanceOf(HandlingResult.Conflict.class);
        assertThat(scene.count("select count(*) from history_entry where kind = 'LINK_ANSWERED'"))
                .isZero();
        assertThat(scene.count("select count(*) from secret_link where used_at is not null"))
                .isZero();
    }

    @Test
    void theLinkOfOneReportAnswersNoOther() {
        Report other = scene.report();
        em.flush();
        Answer foreign = Answer.of(other.id(), other.version(), ReportStatus.FIXED, "Klart.");
        assertThat(answers.answer(token, KARIN, foreign)).isEqualTo(new LinkAnswerResult.Refused(HandleAccess.UNKNOWN));
        assertThat(other.status()).isEqualTo(ReportStatus.REPORTED);
    }

    @Test
    void aDeadLinkAnswersNothingAndTellsNothing() {
        Caller caseworker = scene.staff(HandlingScene.FORSHAGA, Role.CASEWORKER);
        links(em).revoke(caseworker, report.id());
        flushAndClear();
        assertThat(((LinkAnswerResult.Refused) answers.answer(token, KARIN, fixed()))
                        .access()
                        .state())
                .isEqualTo(HandleAccess.State.REVOKED);
        assertThat(answers.reporter(token)).isEmpty();

        String handedOver = issue(em, report.id(), HandlingScene.KARLSTAD);
        assertThat(((LinkAnswerResult.Refused) answers.answer(handedOver, KARIN, fixed()))
                        .access()
                        .state())
                .isEqualTo(HandleAccess.State.HANDED_OVER);
        assertThat(answers.reporter(handedOver)).isEmpty();
        assertThat(answers.answer("nonsense", KARIN, fixed()))
                .isEqualTo(new LinkAnswerResult.Refused(HandleAccess.UNKNOWN));
    }

    @Test
    void theReporterIsToldOfAsInTheMail() {
        assertThat(answers.reporter(token))
                .hasValueSatisfying(who -> assertThat(who.email()).contains("@"));
    }

    @Test
    void revokedWhileSomebodyAnswersItIsOneOrTheOther() {
        em.getTransaction().rollback();
        commit(own -> {
            HandlingScene on = new HandlingScene(own, clock);
            on.authorities();
        });
        long id = committed(own -> new HandlingScene(own, clock).report().id());
        String shared = committed(own -> issue(own, id, HandlingScene.FORSHAGA));
        int version = committed(own -> own.find(Report.class, id).version());
        Caller caseworker =
                committed(own -> new HandlingScene(own, clock).staff(HandlingScene.FORSHAGA, Role.CASEWORKER));
        CyclicBarrier start = new CyclicBarrier(2);

        CompletableFuture<LinkAnswerResult> answer = together(
                start,
                () -> committed(own -> {
                    HandlingScene on = new HandlingScene(own, clock);
                    return answers(own, on).answer(shared, KARIN, Answer.of(id, version, ReportStatus.FIXED, "Klart."));
                }));
        CompletableFuture<Boolean> revocation = together(
                start,
                () -> committed(own -> {
                    links(own).revoke(caseworker, id);
                    return true;
                }));

        boolean answered = answer.join() instanceof LinkAnswerResult.Tried;
        assertThat(revocation.join()).isTrue();
        commit(own -> {
            assertThat(own.find(Report.class, id).status())
                    .isEqualTo(answered ? ReportStatus.FIXED : ReportStatus.REPORTED);
            List<?> kinds = own.createNativeQuery(
                            "select kind from history_entry where kind in ('LINK_ANSWERED', 'LINK_REVOKED')")
                    .getResultList();
            assertThat(kinds).hasSize(answered ? 2 : 1);
        });
    }

    private static <T> CompletableFuture<T> together(CyclicBarrier start, Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return work.get();
        });
    }
}

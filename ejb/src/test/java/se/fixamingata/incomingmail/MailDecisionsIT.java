package se.fixamingata.incomingmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.incomingmail.reading.Fixtures;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.SqlTime;

/** What people decide about mails, and who may. */
class MailDecisionsIT extends DatabaseTest {

    private static final String ANNA = "anna@forshaga.test";
    private static final Optional<String> FORSHAGA = Optional.of(HandlingScene.FORSHAGA);

    private MailScene scene;
    private Caller caseworker;

    @BeforeEach
    void start() {
        scene = new MailScene(em, clock);
        clock.advance(Duration.ofHours(2));
        caseworker = scene.handling.staff(HandlingScene.FORSHAGA, Role.CASEWORKER);
    }

    private long waiting() {
        return scene.fixture("outlook-sv", ANNA).id();
    }

    private IncomingMail read(long id) {
        em.flush();
        em.clear();
        return em.find(IncomingMail.class, id);
    }

    @Test
    void approvedWithOtherWords() {
        long id = waiting();
        assertThat(scene.decisions.approve(caseworker, id, " Ny armatur är beställd. ", ReportStatus.IN_PROGRESS))
                .isEqualTo(MailOutcome.PUBLISHED);
        assertThat(scene.texts()).containsExactly("Ny armatur är beställd.");
        assertThat(scene.status()).isEqualTo("IN_PROGRESS");
        assertThat(read(id).state()).isEqualTo(MailState.PUBLISHED);
        assertThat(scene.handling.list(
                        "select concat_ws('|', actor, action, subject, before_value, after_value) from audit_entry"
                                + " where action = 'mail.approved'"))
                .containsExactly("account:" + caseworker.accountId() + "|mail.approved|report:" + scene.report.id()
                        + "|WAITING|PUBLISHED");
        assertThat(scene.decisions.approve(caseworker, id, "Igen.", null)).isEqualTo(MailOutcome.DECIDED_ALREADY);
        assertThat(scene.decisions.refuse(caseworker, id, "Skräp")).isEqualTo(MailOutcome.DECIDED_ALREADY);
        assertThat(scene.texts()).hasSize(1);
    }

    @Test
    @DisplayName("The mail as it came, byte by byte, for who may decide about it, and not before it has been judged")
    void theOriginal() {
        byte[] raw = MailScene.vouched(Fixtures.raw("outlook-sv", scene.address, ANNA, MailScene.LETTER));
        long id = scene.receive(raw).id();
        assertThat(scene.queue.original(caseworker, id))
                .hasValueSatisfying(mine -> assertThat(mine).isEqualTo(raw));
        assertThat(scene.queue.original(scene.handling.operator(), id)).isPresent();
        assertThat(scene.queue.original(caseworker, id + 1)).isEmpty();
        scene.handling.sql("update incoming_mail set state = 'RECEIVED' where id = " + id);
        em.clear();
        assertThat(scene.queue.original(scene.handling.operator(), id)).isEmpty();
    }

    @Test
    void refusedOrSeenTo() {
        long first = waiting();
        assertThat(scene.decisions.refuse(caseworker, first, "Hör inte hit.")).isEqualTo(MailOutcome.REFUSED);
        assertThat(read(first).state()).isEqualTo(MailState.REFUSED);
        long second = scene.fixture("gmail-sv", "x@y.se").id();
        assertThat(scene.decisions.handled(caseworker, second)).isEqualTo(MailOutcome.HANDLED);
        assertThat(scene.texts()).isEmpty();
        assertThat(scene.queue.list(caseworker, FORSHAGA, MailFolder.DONE, 0)).hasSize(2);
        assertThat(scene.queue.count(caseworker, FORSHAGA, MailFolder.WAITING)).isZero();
    }

    @Test
    @DisplayName(
            "Refused is only what somebody gives a reason for; it stays with the mail, with who and when, for those who see the mail")
    void whyItWasRefused() {
        long id = waiting();
        for (String nothing : new String[] {null, "", " \u00a0\n "}) {
            assertThat(scene.decisions.refuse(caseworker, id, nothing)).isEqualTo(MailOutcome.NO_REASON);
        }
        assertThat(read(id).state()).isEqualTo(MailState.WAITING);
        assertThat(read(id).refusal()).isNull();

        clock.advance(Duration.ofMinutes(3));
        assertThat(scene.decisions.refuse(caseworker, id, "  Gäller en annan gata.  "))
                .isEqualTo(MailOutcome.REFUSED);
        flushAndClear();
        MailLine line =
                scene.queue.list(caseworker, FORSHAGA, MailFolder.DONE, 0).get(0);
        assertThat(line.refusal()).isEqualTo("Gäller en annan gata.");
        assertThat(line.judge()).isEqualTo(name(caseworker));
        assertThat(line.judgedAt()).isEqualTo(clock.instant());
        assertThat(scene.queue.find(caseworker, id).orElseThrow().line()).isEqualTo(line);
        assertThat(scene.handling.list("select concat_ws('|', actor, action, subject, before_value, after_value)"
                        + " from audit_entry where action = 'mail.refused'"))
                .containsExactly("account:" + caseworker.accountId() + "|mail.refused|report:" + scene.report.id()
                        + "|WAITING|REFUSED");
        assertThat(scene.decisions.refuse(caseworker, id, "Ändrat mig.")).isEqualTo(MailOutcome.DECIDED_ALREADY);
        assertThat(read(id).refusal()).isEqualTo("Gäller en annan gata.");
        assertThat(scene.handling.list("select count(*) from notification where created_at >= '"
                        + SqlTime.text(clock.instant()) + "'"))
                .as("nobody is written to")
                .containsExactly(0L);
    }

    @Test
    @DisplayName("A reason is cut to what is kept, and what a rule has decided has no judge")
    void longReasonsAndRules() {
        long id = waiting();
        assertThat(scene.decisions.refuse(caseworker, id, "å".repeat(600))).isEqualTo(MailOutcome.REFUSED);
        assertThat(read(id).refusal()).hasSize(500);
        scene.trusting();
        scene.fixture("gmail-sv", ANNA);
        assertThat(scene.queue.list(caseworker, FORSHAGA, MailFolder.DONE, 0))
                .filteredOn(line -> line.state() == MailState.PUBLISHED)
                .singleElement()
                .matches(line -> line.judge() == null, "has no judge");
    }

    private String name(Caller caller) {
        Account account = em.find(Account.class, caller.accountId());
        return account.name().isBlank() ? account.email() : account.name();
    }

    @Test
    @DisplayName("Nothing to publish is said; what a machine wrote may be published by hand")
    void otherOutcomes() {
        long id = waiting();
        assertThat(scene.decisions.approve(caseworker, id, "  ", null)).isEqualTo(MailOutcome.EMPTY);
        long machine = scene.fixture("ticket-system", ANNA).id();
        assertThat(scene.decisions.approve(caseworker, machine, "Ärendet är registrerat.", null))
                .isEqualTo(MailOutcome.PUBLISHED);
        scene.handling.sql("update report set status = 'FIXED' where id = " + scene.report.id());
        em.clear();
        assertThat(scene.decisions.approve(caseworker, id, "Vi planerar.", ReportStatus.PLANNED))
                .isEqualTo(MailOutcome.WORDS_ONLY);
    }

    @Test
    @DisplayName("A report that was handed over since is not spoken about")
    void moved() {
        long id = waiting();
        scene.handling.sql("update report set authority_code = '1780' where id = " + scene.report.id());
        em.clear();
        assertThat(scene.decisions.approve(caseworker, id, "Klart.", null)).isEqualTo(MailOutcome.MOVED);
        assertThat(read(id).state()).isEqualTo(MailState.UNKNOWN);
        assertThat(scene.texts()).isEmpty();
    }

    @Test
    @DisplayName("Others see nothing of it: another authority, a reader, another category")
    void whoMay() {
        long id = waiting();
        for (Caller stranger : List.of(
                scene.handling.staff(HandlingScene.KARLSTAD, Role.ADMINISTRATOR),
                scene.handling.staff(HandlingScene.FORSHAGA, Role.READER),
                scene.handling.staff(HandlingScene.FORSHAGA, Role.CASEWORKER, "drain"))) {
            assertThat(scene.queue.find(stranger, id)).isEmpty();
            assertThat(scene.queue.original(stranger, id)).isEmpty();
            assertThatThrownBy(() -> scene.decisions.approve(stranger, id, "x", null))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> scene.decisions.refuse(stranger, id, "x")).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> scene.queue.list(stranger, Optional.empty(), MailFolder.UNKNOWN, 0))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> scene.decisions.attach(stranger, id, scene.report.id()))
                    .isInstanceOf(NotPermitted.class);
        }
        Caller drains = scene.handling.staff(HandlingScene.FORSHAGA, Role.CASEWORKER, "drain");
        assertThat(scene.queue.list(drains, FORSHAGA, MailFolder.WAITING, 0)).isEmpty();
        assertThat(scene.queue.list(caseworker, FORSHAGA, MailFolder.WAITING, 0))
                .hasSize(1);
        assertThat(scene.queue.find(caseworker, id).orElseThrow().words()).contains("Hej!", "054-17 20 00");
        assertThat(scene.queue.find(caseworker, id).orElseThrow().open()).isTrue();
    }

    @Test
    @DisplayName("The operator gets what is nobody's, and what is of authorities where nobody handles reports")
    void operator() {
        Caller operator = scene.handling.operator();
        waiting();
        long unknown =
                scene.text("From: x@y.se", "To: a@b.se", "", "Lampan är lagad.").id();
        assertThat(scene.queue.list(operator, Optional.empty(), MailFolder.WAITING, 0))
                .isEmpty();
        assertThat(scene.queue.list(operator, Optional.empty(), MailFolder.UNKNOWN, 0))
                .hasSize(1);
        assertThat(scene.queue.find(caseworker, unknown)).isEmpty();
        assertThat(scene.queue.original(caseworker, unknown)).isEmpty();
        scene.handling.sql("update membership set role = 'READER'");
        assertThat(scene.queue.list(operator, Optional.empty(), MailFolder.WAITING, 0))
                .hasSize(1);
        assertThat(scene.queue.count(operator, Optional.empty(), MailFolder.WAITING))
                .isEqualTo(1);
        scene.handling.sql("update membership set role = 'CASEWORKER'");

        assertThat(scene.decisions.approve(operator, unknown, "x", null)).isEqualTo(MailOutcome.NO_REPORT);
        assertThat(scene.decisions.attach(operator, unknown, 999_999_999)).isEqualTo(MailOutcome.NO_REPORT);
        assertThat(scene.decisions.attach(operator, unknown, scene.report.id())).isEqualTo(MailOutcome.ATTACHED);
        assertThat(scene.queue.list(caseworker, FORSHAGA, MailFolder.WAITING, 0))
                .hasSize(2);
        assertThat(scene.decisions.approve(caseworker, unknown, "Lampan är lagad.", ReportStatus.FIXED))
                .isEqualTo(MailOutcome.PUBLISHED);
        assertThat(scene.status()).isEqualTo("FIXED");
    }

    @Test
    void trust() {
        Caller administrator = scene.handling.staff(HandlingScene.FORSHAGA, Role.ADMINISTRATOR);
        assertThatThrownBy(() -> scene.decisions.trust(caseworker, HandlingScene.FORSHAGA, true))
                .isInstanceOf(NotPermitted.class);
        scene.decisions.trust(administrator, HandlingScene.FORSHAGA, true);
        assertThat(scene.decisions.trusts(caseworker, HandlingScene.FORSHAGA)).isTrue();
        em.flush();
        assertThat(scene.fixture("outlook-sv", ANNA).state()).isEqualTo(MailState.PUBLISHED);
        scene.decisions.trust(administrator, HandlingScene.FORSHAGA, false);
        assertThat(scene.decisions.trusts(caseworker, HandlingScene.FORSHAGA)).isFalse();
        assertThat(scene.handling.count("select count(*) from audit_entry where action = 'integration.trust'"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("Who passes by is told how many wait: of their own business, and no further than a hundred")
    void waitingForSomebody() {
        waiting();
        scene.text("From: x@y.se", "To: a@b.se", "", "Lampan är lagad.");
        Caller drains = scene.handling.staff(HandlingScene.FORSHAGA, Role.CASEWORKER, "drain");
        assertThat(scene.queue.waiting(caseworker, FORSHAGA)).isEqualTo(1);
        assertThat(scene.queue.waiting(drains, FORSHAGA)).isZero();
        assertThat(scene.queue.waiting(scene.handling.staff(HandlingScene.FORSHAGA, Role.READER), FORSHAGA))
                .isZero();
        assertThat(scene.queue.waiting(caseworker, Optional.empty())).isZero();
        assertThat(scene.queue.waiting(scene.handling.operator(), Optional.empty()))
                .isEqualTo(1);
        scene.handling.sql("insert into incoming_mail (id, digest, received_at, raw, state, attempts, version)"
                + " select next value for inner_number, unhex(sha2(seq, 256)), '2026-01-01', '', 'UNKNOWN', 1, 1"
                + " from seq_1_to_300");
        assertThat(scene.queue.waiting(scene.handling.operator(), Optional.empty()))
                .isEqualTo(MailQueue.COUNTED);
    }

    @Test
    @DisplayName("A flood is refused at once: one sender's mails, as far as they are the caller's business")
    void flood() {
        for (int i = 0; i < 3; i++) {
            scene.text("From: bomb@evil.test", "To: " + scene.address, "", "Köp nu " + i);
        }
        long one = scene.last().id();
        long other = waiting();
        long nobodys =
                scene.text("From: bomb@evil.test", "To: a@b.se", "", "Köp nu").id();
        Caller drains = scene.handling.staff(HandlingScene.FORSHAGA, Role.CASEWORKER, "drain");
        assertThatThrownBy(() -> scene.decisions.refuseSender(drains, FORSHAGA, one))
                .isInstanceOf(NotPermitted.class);
        assertThat(scene.queue.countFrom(
                        caseworker,
                        FORSHAGA,
                        scene.queue.find(caseworker, one).orElseThrow().line()))
                .isEqualTo(3);

        assertThat(scene.decisions.refuseSender(caseworker, FORSHAGA, one)).isEqualTo(MailOutcome.REFUSED_ALL);
        flushAndClear();
        assertThat(scene.queue.list(caseworker, FORSHAGA, MailFolder.WAITING, 0))
                .extracting(MailLine::id)
                .containsExactly(other);
        assertThat(scene.queue.list(caseworker, FORSHAGA, MailFolder.DONE, 0)).hasSize(3);
        assertThat(read(nobodys).state()).isEqualTo(MailState.UNKNOWN);
        assertThat(scene.decisions.refuseSender(scene.handling.operator(), Optional.empty(), nobodys))
                .isEqualTo(MailOutcome.REFUSED_ALL);
        assertThat(read(nobodys).state()).isEqualTo(MailState.REFUSED);
        assertThat(scene.handling.list(
                        "select after_value from audit_entry where action = 'mail.refused-sender'" + " order by id"))
                .containsExactly("3", "1");
    }

    @Test
    @DisplayName("What made us fail is shown as it came, so that it can be put aside")
    void unreadable() {
        String png = "From: x@y.se\r\nContent-Type: image/png; name=a.png\r\n\r\nåäö";
        MailOpening.Opened opened =
                new MailOpening(new Enclosures(null)).open(1, png.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(opened.words()).startsWith("From: x@y.se");
        assertThat(opened.files().isEmpty()).isTrue();
    }
}

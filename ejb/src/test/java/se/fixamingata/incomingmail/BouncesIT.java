package se.fixamingata.incomingmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.delivery.Deliveries;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.incomingmail.reading.Fixtures;
import se.fixamingata.shared.SqlTime;

/** Letters that come back (R26). */
class BouncesIT extends DatabaseTest {

    private MailScene scene;

    @BeforeEach
    void start() {
        scene = new MailScene(em, clock);
        clock.advance(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounce-postfix", "bounce-exchange-sv", "bounce-of-two", "bounce-qmail", "bounce-exim"})
    @DisplayName("The delivery waits for a better address, its log and the desk say why")
    void comesBack(String name) {
        IncomingMail mail = scene.fixture(name, "x@y.se");

        assertThat(mail.state()).isEqualTo(MailState.BOUNCE);
        assertThat(mail.reason()).isEqualTo("bounced");
        assertThat(mail.deliveryId()).isEqualTo(scene.delivery);
        assertThat(scene.state(scene.delivery)).isEqualTo("BOUNCED");
        assertThat(scene.handling.list("select concat_ws('|', outcome, destination) from delivery_attempt"))
                .containsExactly("REFUSED|" + MailScene.GATA);
        assertThat(scene.handling
                        .list("select answer from delivery_attempt")
                        .get(0)
                        .toString())
                .startsWith("The letter came back: ");
        assertThat(scene.handling.list(
                        "select concat_ws('|', authority_code, action, reason, subject) from integration_fault"))
                .containsExactly("1763|MAIL|bounced|report:" + scene.report.id());
        assertThat(scene.handling
                        .list("select answer from integration_fault")
                        .get(0)
                        .toString())
                .doesNotContain("gata@");
        assertThat(scene.texts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bounce-delayed, delayed", "bounce-read-receipt, delivered", "bounce-unclear, delayed"})
    @DisplayName("Not given up is no bounce")
    void notGivenUp(String name, String reason) {
        IncomingMail mail = scene.fixture(name, "x@y.se");

        assertThat(mail.state()).isEqualTo(MailState.AUTOMATIC);
        assertThat(mail.reason()).isEqualTo(reason);
        assertThat(scene.state(scene.delivery)).isEqualTo("DELIVERED");
    }

    @Test
    @DisplayName("Without our address the letter's own name tells which it was; a stranger's letter stops nothing")
    void byName() {
        assertThat(scene.receive(Fixtures.raw(
                                "bounce-postfix", "noreply@fixamingata.test", "x@y.se", "<other@evil.test>"))
                        .reason())
                .isEqualTo("foreign-bounce");
        assertThat(scene.state(scene.delivery)).isEqualTo("DELIVERED");
        assertThat(scene.receive(Fixtures.raw(
                                "bounce-exchange-sv", "noreply@fixamingata.test", "x@y.se", MailScene.LETTER))
                        .reason())
                .isEqualTo("bounced");
        assertThat(scene.state(scene.delivery)).isEqualTo("BOUNCED");
    }

    @Test
    @DisplayName("A late bounce of an address that was mended since stops nothing")
    void late() {
        scene.handling.sql("update delivery set recipient = 'belysning@forshaga.test' where id = " + scene.delivery);
        clock.advance(Duration.ofMinutes(1));
        scene.links.replyAddress(scene.report.id(), HandlingScene.FORSHAGA, scene.delivery);
        em.flush();

        assertThat(scene.fixture("bounce-postfix", "x@y.se").reason()).isEqualTo("late");
        assertThat(scene.state(scene.delivery)).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource({
        "bounce-postfix, anna@forshaga.test",
        "bounce-exchange-sv, anna@forshaga.test",
        "bounce-qmail, anna@forshaga.test",
        "bounce-exim, ''"
    })
    @DisplayName("One that names nobody to whom we wrote is kept in the log, and stops nothing")
    void ofSomebodyElse(String name, String other) {
        String raw =
                new String(Fixtures.raw(name, scene.address, "x@y.se", MailScene.LETTER), StandardCharsets.ISO_8859_1);
        IncomingMail mail =
                scene.receive(raw.replaceAll("(?i)gata@forshaga\\.test", other).getBytes(StandardCharsets.ISO_8859_1));

        isUnproved(mail);
    }

    @Test
    @DisplayName(
            "The authority has answered since: it has the letter, whatever a bounce says; said once however often it comes")
    void afterAnAnswer() {
        scene.handling.sql("insert into history_entry (id, report_id, at, kind, actor, internal)"
                + " values (next value for inner_number, " + scene.report.id() + ", '"
                + SqlTime.text(clock.instant()) + "', 'COMMENT', 'AUTHORITY', false)");
        isUnproved(scene.fixture("bounce-postfix", "x@y.se"));
        isUnproved(scene.fixture("bounce-exim", "x@y.se"));
    }

    @Test
    @DisplayName("No mail server tries for weeks")
    void longAfter() {
        clock.advance(Duration.ofDays(15));
        isUnproved(scene.fixture("bounce-postfix", "x@y.se"));
    }

    @Test
    @DisplayName("What the authority did before the letter proves nothing about it")
    void afterAnEarlierAnswer() {
        scene.handling.sql("insert into history_entry (id, report_id, at, kind, actor, internal)"
                + " values (next value for inner_number, " + scene.report.id() + ", '"
                + SqlTime.text(clock.instant().minus(Duration.ofHours(3))) + "', 'COMMENT', 'AUTHORITY', false)");
        assertThat(scene.fixture("bounce-postfix", "x@y.se").reason()).isEqualTo("bounced");
    }

    private void isUnproved(IncomingMail mail) {
        assertThat(new Deliveries(em).ofReport(scene.report.id()))
                .singleElement()
                .satisfies(shown -> assertThat(shown.attempts()).isEmpty());
        assertThat(mail.state()).isEqualTo(MailState.BOUNCE);
        assertThat(mail.reason()).isEqualTo("unproved");
        assertThat(mail.deliveryId()).isEqualTo(scene.delivery);
        assertThat(scene.state(scene.delivery)).isEqualTo("DELIVERED");
        assertThat(scene.handling.list("select concat_ws('|', outcome, destination) from delivery_attempt"))
                .containsExactly("UNPROVED|" + MailScene.GATA);
        assertThat(scene.handling.list(
                        "select distinct concat_ws('|', authority_code, action, reason) from integration_fault"))
                .containsExactly("1763|MAIL|bounce-unproved");
    }

    @Test
    @DisplayName("Of a copy of a comment there is no delivery to stop, but the desk hears of it")
    void ofAComment() {
        String copy = scene.links
                .replyAddress(scene.report.id(), HandlingScene.FORSHAGA, null)
                .orElseThrow();
        em.flush();
        IncomingMail mail = scene.receive(Fixtures.raw("bounce-postfix", copy, "x@y.se", "<copy@fixamingata.test>"));

        assertThat(mail.reason()).isEqualTo("bounced-other");
        assertThat(mail.authorityCode()).isEqualTo("1763");
        assertThat(scene.state(scene.delivery)).isEqualTo("DELIVERED");
        assertThat(scene.handling.count("select count(*) from integration_fault"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A bounce that is faster than the end of its sending is looked at again afterwards")
    void faster() {
        scene.handling.sql(
                "update delivery set lease_owner = 'a round', lease_until = '2099-01-01' where id = " + scene.delivery);
        em.clear();
        assertThat(scene.fixture("bounce-postfix", "x@y.se").state()).isEqualTo(MailState.RECEIVED);
        assertThat(scene.state(scene.delivery)).isEqualTo("DELIVERED");

        scene.handling.sql("update delivery set lease_owner = null, lease_until = null where id = " + scene.delivery);
        em.clear();
        clock.advance(Duration.ofMinutes(3));
        scene.worker.work();
        em.flush();
        assertThat(scene.last().reason()).isEqualTo("bounced");
        assertThat(scene.state(scene.delivery)).isEqualTo("BOUNCED");
    }

    @Test
    @DisplayName(
            "A second bounce of a letter that is to go to a better address already stops nothing; one more says nothing new")
    void again() {
        scene.fixture("bounce-postfix", "x@y.se");
        assertThat(scene.fixture("bounce-exim", "x@y.se").reason()).isEqualTo("bounced");
        assertThat(scene.handling.count("select count(*) from delivery_attempt"))
                .isEqualTo(1);

        scene.handling.sql(
                "update delivery set state = 'DUE', recipient = 'ny@forshaga.test' where id = " + scene.delivery);
        em.clear();
        assertThat(scene.fixture("bounce-exchange-sv", "x@y.se").reason()).isEqualTo("bounced-other");
        assertThat(scene.state(scene.delivery)).isEqualTo("DUE");
    }
}

package se.fixamingata.incomingmail.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.incomingmail.IncomingMails;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.report.Report;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;

class WaitingWatchIT extends DatabaseTest {

    private HandlingScene scene;
    private IncomingMails incoming;
    private WaitingMails mails;
    private Report report;
    private Caller administrator;

    @BeforeEach
    void start() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        incoming = new IncomingMails(em, clock);
        mails = new WaitingMails(em, scene.service);
        report = scene.report();
        administrator = scene.staff(HandlingScene.FORSHAGA, Role.ADMINISTRATOR);
        scene.staff(HandlingScene.FORSHAGA, Role.CASEWORKER);
        scene.staff(HandlingScene.KARLSTAD, Role.ADMINISTRATOR);
        // A Monday.
        clock.set(Instant.parse("2026-11-23T07:00:00Z"));
    }

    private WaitingWatch watch(int hours) {
        WaitingWatch watch = new WaitingWatch(
                new Notifications(em, new MessageIds(scene.service), new RecordedEvents<>(), clock),
                new OneAtATime(em),
                clock,
                hours);
        watch.em = em;
        return watch;
    }

    private void look() {
        watch(24).look();
        em.flush();
        em.clear();
    }

    private void waits(String words) {
        incoming.keep(words.getBytes(), false);
        scene.sql("update incoming_mail set state = 'WAITING', authority_code = '1763', report_id = " + report.id()
                + " where state = 'RECEIVED'");
    }

    private List<Notification> planned() {
        return em.createQuery("select n from Notification n where n.kind = :kind order by n.id", Notification.class)
                .setParameter("kind", NotificationKind.REPLIES_WAIT)
                .getResultList();
    }

    private LetterText letter(Notification mail) {
        Map<String, Object> values =
                new HashMap<>(mails.prepare(mail).orElseThrow().values());
        values.put("recipient", mail.recipient());
        return new LetterTemplates().write("replies-wait", mail.language(), values);
    }

    @Test
    void administratorsAreToldOnceADayOfWhatHasWaitedTooLong() {
        waits("one");
        waits("two");
        clock.advance(Duration.ofHours(23));
        look();
        assertThat(planned()).isEmpty();

        clock.advance(Duration.ofHours(2));
        waits("hemligt");
        look();
        look();
        assertThat(planned()).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo(administrator.email());
            assertThat(letter(mail).subject()).isEqualTo("Forshaga kommun: 3 svar väntar på godkännande");
            assertThat(letter(mail).text())
                    .contains("3 svar per mejl väntar", "23 november 2026", "Invånarna ser inget")
                    .contains("https://fixamingata.test/handlaggning/integration/post?a=forshaga")
                    .doesNotContain("{{", "hemligt");
            assertThat(letter(mail).html())
                    .contains("3 svar väntar på godkännande</h1>")
                    .doesNotContain("{{");
        });
        clock.advance(Duration.ofHours(24));
        look();
        assertThat(planned()).hasSize(2);
    }

    @Test
    void noMailLeavesForWhatHasBeenDecidedNorToWhoIsNoAdministratorAnyMore() {
        waits("one");
        clock.advance(Duration.ofHours(25));
        look();
        Notification mail = planned().get(0);
        assertThat(letter(mail).subject()).isEqualTo("Forshaga kommun: ett svar väntar på godkännande");
        scene.sql("update membership set role = 'CASEWORKER'");
        assertThat(mails.prepare(mail)).isEmpty();
        scene.sql("update membership set role = 'ADMINISTRATOR'");
        assertThat(mails.prepare(mail)).isPresent();
        scene.sql("update incoming_mail set state = 'REFUSED'");
        assertThat(mails.prepare(mail)).isEmpty();
    }

    @Test
    void onFreeDaysNobodyIsTold() {
        clock.set(Instant.parse("2026-11-27T07:00:00Z"));
        waits("one");
        clock.set(Instant.parse("2026-11-28T08:00:00Z"));
        look();
        clock.set(Instant.parse("2026-11-29T08:00:00Z"));
        look();
        assertThat(planned()).isEmpty();
        // Monday in Sweden, Sunday in UTC.
        clock.set(Instant.parse("2026-11-29T23:30:00Z"));
        look();
        assertThat(planned()).hasSize(1);
    }

    @Test
    void eachIsWrittenToInTheirLanguage() {
        em.createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", administrator.email())
                .getSingleResult()
                .rename("Eva English", null, Language.EN);
        waits("one");
        clock.advance(Duration.ofHours(25));
        look();
        assertThat(letter(planned().get(0)).subject()).isEqualTo("Forshaga kommun: one reply waits for approval");
    }

    @Test
    void zeroHoursAndMachinesAndNobodysMailAreNever() {
        waits("one");
        clock.advance(Duration.ofDays(2));
        watch(0).look();
        scene.sql("update incoming_mail set state = 'AUTOMATIC'");
        look();
        scene.sql("update incoming_mail set state = 'WAITING', authority_code = null");
        look();
        assertThat(planned()).isEmpty();
    }
}

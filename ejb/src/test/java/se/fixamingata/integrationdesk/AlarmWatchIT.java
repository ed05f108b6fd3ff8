package se.fixamingata.integrationdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.integrationdesk.DeskScene.FORSHAGA;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Account;
import se.fixamingata.integration.Integration;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;

class AlarmWatchIT extends DatabaseTest {

    private final ServiceSettings service =
            new ServiceSettings("https://fixamingata.test", "drift@fixamingata.test", false);
    private DeskScene scene;
    private AlarmWatch watch;
    private AlarmMails mails;

    @BeforeEach
    void start() {
        scene = new DeskScene(em, clock);
        watch = new AlarmWatch(
                em,
                new AlarmSettings(24, Optional.empty(), Duration.ofDays(90), service),
                new Notifications(em, new MessageIds(service), new RecordedEvents<>(), clock),
                clock);
        mails = new AlarmMails(em, service);
    }

    private void integration(String columns, String values) {
        scene.sql("insert into integration (authority_code, channel, trusts_mail, changed_at, version" + columns
                + ") values ('1763', 'OPEN311', false, '2026-01-01', 0" + values + ")");
    }

    private List<Notification> planned() {
        em.flush();
        return em.createQuery("select n from Notification n order by n.id", Notification.class)
                .getResultList();
    }

    private void look() {
        watch.look();
        flushAndClear();
    }

    private void arrived() {
        scene.sql("update delivery set state = 'DELIVERED'");
        scene.sql("update integration set last_sent_at = '" + SqlTime.text(clock.instant()) + "'");
    }

    private void arrivedBefore(Duration ago) {
        long arrived = scene.delivery(FORSHAGA, "DELIVERED", Duration.ofDays(9));
        scene.sql("update delivery set delivered_at = '"
                + SqlTime.text(clock.instant().minus(ago)) + "' where id = " + arrived);
    }

    @Test
    void nothingGoesThroughIsToldOnceAndItsEndOnce() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(30));
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(26));
        look();
        look();

        assertThat(planned()).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(NotificationKind.INTEGRATION_ALARM);
            assertThat(mail.recipient()).isEqualTo("drift@fixamingata.test");
            MailTask task = mails.prepare(mail).orElseThrow();
            assertThat(task.values())
                    .containsEntry("waiting", 2)
                    .containsEntry("authority", "Forshaga kommun")
                    .containsEntry("link", "https://fixamingata.test/handlaggning/integration?a=forshaga");
        });
        assertThat(em.find(Integration.class, FORSHAGA).alarmedAt()).isEqualTo(clock.instant());
        scene.sql("update notification set state = 'SENT', sent_at = '2026-01-01'");

        clock.advance(Duration.ofHours(1));
        arrived();
        look();
        look();

        assertThat(planned())
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.INTEGRATION_ALARM, NotificationKind.INTEGRATION_MENDED);
        assertThat(mails.prepare(planned().get(1))).isPresent();
        assertThat(em.find(Integration.class, FORSHAGA).alarmedAt()).isNull();
    }

    @Test
    void theNextOutageIsToldAgain() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(30));
        look();
        arrived();
        look();
        clock.advance(Duration.ofDays(3));
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(25));
        look();

        assertThat(planned())
                .filteredOn(mail -> mail.kind() == NotificationKind.INTEGRATION_ALARM)
                .hasSize(2);
    }

    @Test
    void anOutageThatIsOverBeforeItsMailCouldLeaveIsToldToNobody() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(30));
        look();
        arrived();
        look();

        assertThat(planned()).hasSize(2).allSatisfy(mail -> assertThat(mails.prepare(mail))
                .isEmpty());
    }

    @Test
    void whereSomethingElseGoesThroughThereIsNoAlarm() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(30));
        scene.delivery(FORSHAGA, "PARKED", Duration.ofHours(60));
        arrivedBefore(Duration.ofHours(2));
        look();

        assertThat(planned()).isEmpty();
    }

    @Test
    void aReportThatWasRefusedForItselfIsNoOutageHoweverQuietItIsAfterwards() {
        scene.delivery(FORSHAGA, "PARKED", Duration.ofHours(60));
        arrivedBefore(Duration.ofHours(40));
        look();

        assertThat(planned()).isEmpty();
    }

    @Test
    void whatIsPausedOrHasNoAddressIsNoAlarm() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(30));
        integration(", paused_at", ", '2026-01-01'");
        scene.delivery("1780", "WAITING_FOR_ADDRESS", Duration.ofDays(30));
        look();

        assertThat(planned()).isEmpty();
    }

    @Test
    void whoPausesDuringAnAlarmIsNotToldThatItIsOver() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(30));
        look();
        scene.sql("update integration set paused_at = '2026-01-01'");
        look();

        assertThat(planned()).extracting(Notification::kind).containsExactly(NotificationKind.INTEGRATION_ALARM);
        assertThat(em.createNamedQuery("Alarm.open", Alarm.class).getResultList())
                .isEmpty();
    }

    @Test
    void theAuthoritysOwnHoursAndAddressCount() {
        scene.delivery(FORSHAGA, "TO_FETCH", Duration.ofHours(3));
        integration(", alarm_hours, alarm_email", ", 2, 'it@forshaga.example'");
        look();
        assertThat(planned())
                .extracting(Notification::recipient)
                .containsExactlyInAnyOrder("drift@fixamingata.test", "it@forshaga.example");
    }

    @Test
    void lettersThatCameBackAreAnAlarmAlsoWhereOthersGoThrough() {
        scene.delivery(FORSHAGA, "BOUNCED", Duration.ofHours(23));
        integration(", last_sent_at", ", '" + SqlTime.text(clock.instant().minus(Duration.ofHours(1))) + "'");
        look();
        assertThat(planned()).isEmpty();

        scene.delivery(FORSHAGA, "BOUNCED", Duration.ofHours(30));
        look();
        look();
        assertThat(planned()).singleElement().satisfies(mail -> assertThat(
                        mails.prepare(mail).orElseThrow().values())
                .containsEntry("bounced", 1)
                .containsEntry("bouncedOnly", true)
                .containsEntry("stuck", false));
        LetterText letter = letter(planned().get(0));
        assertThat(letter.subject()).isEqualTo("Forshaga kommun: mejl studsar / mail bounces");
        assertThat(letter.text())
                .startsWith("Mejl till Forshaga kommun studsar\n")
                .contains("En rapport har studsat", "One report has bounced", "väntar på en adress som fungerar")
                .doesNotContain("svarar inte", "skickas när det går igen", "{{");
        assertThat(letter.html()).contains("studsar</h1>", "One report has bounced");
        scene.sql("update notification set state = 'SENT', sent_at = '2026-01-01'");

        scene.sql("update delivery set state = 'HANDLED'");
        look();
        assertThat(planned())
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.INTEGRATION_ALARM, NotificationKind.INTEGRATION_MENDED);
    }

    @Test
    void whatTheirKeyMayNotFetchOrHasNoServiceIsAnAlarmAlsoWhereOthersGoThrough() {
        integration(", last_sent_at", ", '" + SqlTime.text(clock.instant().minus(Duration.ofHours(1))) + "'");
        scene.delivery(FORSHAGA, "TO_FETCH", Duration.ofHours(23));
        scene.delivery(FORSHAGA, "WAITING_FOR_ADDRESS", Duration.ofHours(23));
        look();
        assertThat(planned()).isEmpty();

        clock.advance(Duration.ofHours(2));
        look();
        assertThat(planned()).singleElement().satisfies(mail -> assertThat(
                        mails.prepare(mail).orElseThrow().values())
                .containsEntry("waiting", 2)
                .containsEntry("stuck", true));
    }

    /** Their server takes reports, and no words: that reports go through says nothing about it. */
    @Test
    void residentsWordsThatDoNotArriveAreTheSameAlarmToldOnceAndCalledOff() {
        integration(", last_sent_at", ", '" + SqlTime.text(clock.instant()) + "'");
        words("DUE", "TEMPORARY_FAILURE: 503 unavailable");
        words("PARKED", "REFUSED: 400 refused");
        clock.advance(Duration.ofHours(23));
        look();
        assertThat(planned()).isEmpty();

        clock.advance(Duration.ofHours(2));
        scene.sql("update integration set last_sent_at = '" + SqlTime.text(clock.instant()) + "'");
        look();
        look();
        assertThat(planned()).singleElement().satisfies(mail -> assertThat(
                        mails.prepare(mail).orElseThrow().values())
                .containsEntry("words", 2)
                .containsEntry("wordsOnly", true)
                .containsEntry("stuck", false)
                .containsEntry("bouncedOnly", false)
                .containsEntry("silentOnly", false));
        LetterText letter = letter(planned().get(0));
        assertThat(letter.subject())
                .isEqualTo("Forshaga kommun: kommentarer kommer inte fram / comments do not get through");
        assertThat(letter.text())
                .startsWith("Kommentarer kommer inte fram till Forshaga kommun\n")
                .contains("2 kommentarer från invånare", "2 comments from residents")
                .contains("Servern avvisade anropet (400)")
                .doesNotContain("Inget kommer fram", "studsa", "{{", "REFUSED");
        assertThat(letter.html()).contains("Kommentarer kommer inte fram till Forshaga kommun</h1>");
        scene.sql("update notification set state = 'SENT', sent_at = '2026-01-01'");

        scene.sql("update update_delivery set state = 'DELIVERED', delivered_at = '" + SqlTime.text(clock.instant())
                + "' where state = 'DUE'");
        look();
        look();
        assertThat(planned())
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.INTEGRATION_ALARM, NotificationKind.INTEGRATION_MENDED);
        assertThat(letter(planned().get(1)).text())
                .contains("En kommentar har inte kommit fram.", "One comment has not arrived.");
    }

    @Test
    void oneCommentThatTheyRefusedForItselfIsNoOutage() {
        integration("", "");
        words("PARKED", "REFUSED: 400 refused");
        words("DELIVERED", null);
        clock.advance(Duration.ofHours(1));
        scene.sql("update update_delivery set delivered_at = '" + SqlTime.text(clock.instant())
                + "' where state = 'DELIVERED'");
        clock.advance(Duration.ofDays(3));
        look();
        assertThat(planned()).isEmpty();
    }

    @Test
    void wordsWaitForANumberForSomeDaysBeforeItIsAnAlarm() {
        integration("", "");
        words("WAITING_FOR_NUMBER", null);
        clock.advance(Duration.ofHours(95));
        look();
        assertThat(planned()).isEmpty();
        clock.advance(Duration.ofHours(2));
        look();
        assertThat(planned()).hasSize(1);
    }

    @Test
    void wordsOfWhoIsPausedOrConnectedOtherwiseAreNoAlarm() {
        integration(", paused_at", ", '2026-01-01'");
        words("DUE", null);
        clock.advance(Duration.ofDays(3));
        look();
        scene.sql("update integration set paused_at = null, channel = 'MAIL'");
        look();
        assertThat(planned()).isEmpty();
    }

    /** Words that go through hide no reports that do not. */
    @Test
    void thatWordsArriveSaysNothingAboutReports() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(30));
        integration(", last_sent_at", ", '" + SqlTime.text(clock.instant()) + "'");
        words("DELIVERED", null);
        scene.sql("update update_delivery set delivered_at = '" + SqlTime.text(clock.instant()) + "'");
        look();
        assertThat(planned()).hasSize(1);
    }

    /** @return the row's number; written now */
    private long words(String state, String lastError) {
        long id = scene.update(FORSHAGA, state, lastError);
        // The report itself went long ago.
        scene.sql("update delivery set delivered_at = '2026-01-01' where state = 'DELIVERED'");
        return id;
    }

    @Test
    void zeroHoursAreNever() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofDays(5));
        integration(", alarm_hours", ", 0");
        look();
        assertThat(planned()).isEmpty();
    }

    @Test
    void aServerThatCannotBeAskedIsAnAlarmToo() {
        integration("", "");
        scene.sql("insert into open311_endpoint (authority_code, url, format, attribute_style, extended_statuses,"
                + " closed_means, updates, sends_updates, time_zone, poll_failures, poll_succeeded_at, changed_at, version)"
                + " values ('1763', 'https://x.test', 'XML', 'BRACKETS', false, 'fixed', 'UPDATES', false,"
                + " 'Europe/Stockholm', 7, '" + SqlTime.text(clock.instant().minus(Duration.ofHours(25)))
                + "', '2026-01-01', 0)");
        look();

        assertThat(planned()).singleElement().satisfies(mail -> assertThat(
                        mails.prepare(mail).orElseThrow().values())
                .containsEntry("silent", true)
                .containsEntry("stuck", false));
    }

    private LetterText letter(Notification mail) {
        Map<String, Object> values =
                new HashMap<>(mails.prepare(mail).orElseThrow().values());
        values.put("recipient", mail.recipient());
        String name = mail.kind() == NotificationKind.INTEGRATION_ALARM ? "integration-alarm" : "integration-mended";
        return new LetterTemplates().write(name, mail.language(), values);
    }

    private Notification mailTo(String recipient, NotificationKind kind) {
        return planned().stream()
                .filter(mail -> mail.recipient().equals(recipient) && mail.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasAnAccountIsToldInTheirLanguageAndAMailboxInBoth() {
        em.persist(new Account("eva@forshaga.example", "Eva English", Language.EN, clock.instant()));
        long late = scene.delivery(FORSHAGA, "DUE", Duration.ofHours(30));
        scene.attempt(late, 1, "451 Too busy for asa@resident.test");
        integration(", alarm_email", ", 'eva@forshaga.example'");
        look();

        LetterText hers = letter(mailTo("eva@forshaga.example", NotificationKind.INTEGRATION_ALARM));
        assertThat(hers.subject()).isEqualTo("Forshaga kommun: nothing gets through");
        assertThat(hers.text())
                .startsWith("Nothing gets through to Forshaga kommun\n")
                .contains("One report waits")
                .contains("451 Too busy for …@…")
                .contains("https://fixamingata.test/handlaggning/integration?a=forshaga")
                .doesNotContain("Inget", "{{");
        LetterText ours = letter(mailTo("drift@fixamingata.test", NotificationKind.INTEGRATION_ALARM));
        assertThat(ours.subject()).isEqualTo("Forshaga kommun: inget kommer fram / nothing gets through");
        assertThat(ours.text())
                .startsWith("Inget kommer fram till Forshaga kommun\n")
                .contains("En rapport väntar", "Nothing gets through to Forshaga kommun", "One report waits");
        assertThat(ours.html())
                .contains("<html lang=\"sv\">")
                .containsOnlyOnce("<h1")
                .contains("<div lang=\"en\"");
    }

    @Test
    void theEndSaysHowLongItLastedAndWhatIsLeft() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(30));
        look();
        scene.sql("update notification set state = 'SENT', sent_at = '2026-01-01'");
        clock.advance(Duration.ofHours(3));
        arrived();
        scene.delivery(FORSHAGA, "DUE", Duration.ofMinutes(1));
        look();

        LetterText over = letter(mailTo("drift@fixamingata.test", NotificationKind.INTEGRATION_MENDED));
        assertThat(over.subject()).isEqualTo("Forshaga kommun: larmet är över / the alarm is over");
        assertThat(over.text())
                .contains("En rapport väntar fortfarande.", "One report still waits.")
                .doesNotContain("{{");
    }

    @Test
    void aServerThatIsOnlySilentKeepsNoReports() {
        aServerThatCannotBeAskedIsAnAlarmToo();

        LetterText silent = letter(planned().get(0));
        assertThat(silent.subject()).isEqualTo("Forshaga kommun: svarar inte / does not answer");
        assertThat(silent.text()).doesNotContain("Inget kommer fram", "rapporter väntar");
    }
}

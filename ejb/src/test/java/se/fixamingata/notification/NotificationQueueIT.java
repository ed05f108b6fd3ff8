package se.fixamingata.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.delivery.Deliveries;
import se.fixamingata.delivery.ReportDelivered;
import se.fixamingata.mail.MailParts;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.mail.SmtpStub;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportSubmitted;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.sending.TestTransactions.Killed;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

class NotificationQueueIT extends DatabaseTest {

    private static final AtomicInteger ROUNDS = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("https://fixamingata\\.test/bekrafta/([A-Za-z0-9_-]{43})");
    private static final String TITLE = "Trasig lampa <b>& \"hål\"</b> 🚲\r\nBcc: alla@example.test";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final RecordedEvents<SendingDue> due = new RecordedEvents<>();
    private SmtpStub stub;
    private SendingScene scene;
    private NotificationQueue queue;

    @BeforeEach
    void scene() {
        dataSource();
        server.start();
        stub = new SmtpStub();
        use(server.getSmtp().getPort());
        scene.authorities();
    }

    @AfterEach
    void stop() {
        server.stop();
        stub.close();
    }

    private void use(int port) {
        scene = new SendingScene(clock, port);
        queue = queue(scene.placePicture);
    }

    private NotificationQueue queue(PlacePicture picture) {
        ReportMails mails = new ReportMails();
        mails.em = scene.em;
        mails.reading = scene.reading;
        mails.deliveries = new Deliveries(scene.em);
        mails.links = new SecretLinks(scene.em, clock);
        mails.reporterLinks =
                new ReporterLinks(mails.links, scene.service, clock, Duration.ofDays(365), Duration.ofDays(60));
        mails.service = scene.service;
        mails.confirmationLifetime = Duration.ofDays(30);
        MailWriting writing = new MailWriting(List.of(mails), scene.templates, picture, clock);
        NotificationQueue made =
                new NotificationQueue(scene.transactions, scene.outcomes, clock, scene.mailer, writing);
        made.em = scene.em;
        return made;
    }

    private Notifications notifications() {
        Notifications notifications = new Notifications(new MessageIds(scene.service), due, clock);
        notifications.em = scene.em;
        return notifications;
    }

    private NotificationPlanner planner() {
        NotificationPlanner planner = new NotificationPlanner(notifications());
        planner.em = scene.em;
        return planner;
    }

    private Report submitted(Language language) {
        Report report = scene.submitted("1763", "lighting", TITLE, language);
        scene.transactions.run(() -> planner().submitted(new ReportSubmitted(report.id())));
        return report;
    }

    private void round() {
        while (queue.workOff("round-" + ROUNDS.incrementAndGet(), 10) > 0) {
            // Until nothing is due.
        }
    }

    private List<Notification> rows() {
        return committed(own -> own.createQuery("select n from Notification n order by n.id", Notification.class)
                .getResultList());
    }

    private MailParts mail(int number) {
        MimeMessage message = server.getReceivedMessages()[number];
        return MailParts.of(message);
    }

    private static String token(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName(
            "A submitted report asks its reporter, in their language, with a link whose token is stored as a hash alone")
    void confirmation(Language language) {
        Report report = submitted(language);
        assertThat(due.fired()).hasSize(1);
        round();

        MailParts mail = mail(0);
        assertThat(mail.subject())
                .isEqualTo((language == Language.SV ? "Bekräfta din rapport: " : "Confirm your report: ")
                        + "Trasig lampa <b>& \"hål\"</b> 🚲 Bcc: alla@example.test");
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.header("To")).containsExactly("asa@resident.test");
        assertThat(mail.header("From")).containsExactly("FixaMinGata <noreply@fixamingata.test>");
        assertThat(mail.header("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.header("Content-Language")).containsExactly(language.code());
        assertThat(mail.header("Message-ID")).singleElement().asString().endsWith("@fixamingata.test>");
        assertThat(mail.html())
                .contains("&lt;b&gt;&amp;")
                .doesNotContain("<b>&")
                .contains("lang=\"" + language.code());
        assertThat(mail.structure())
                .isEqualTo("multipart/alternative(text/plain, multipart/related(text/html, image/png))");
        assertThat(mail.html()).contains("cid:karta@fixamingata");

        String token = token(mail.text());
        assertThat(token(mail.html())).isEqualTo(token);
        SecretLink link = committed(own -> new SecretLinks(own, clock)
                .find(SecretToken.parse(token).orElseThrow(), Purpose.CONFIRM_REPORT)
                .orElseThrow());
        assertThat(link.reportId()).isEqualTo(report.id());
        assertThat(link.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(everythingStored()).doesNotContain(token);
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(NotificationState.SENT);
            assertThat(row.sentAt()).isEqualTo(clock.instant());
            assertThat(row.lastError()).isNull();
        });
    }

    private String everythingStored() {
        return committed(own -> own.createNativeQuery(
                                "select concat_ws(' ', n.recipient, n.last_error, n.message_id, hex(l.token_hash),"
                                        + " l.token_hash, l.purpose) from notification n, secret_link l")
                        .getResultList())
                .toString();
    }

    @Test
    @DisplayName("Each attempt carries a fresh link, and all of them work: whichever mail is found first")
    void freshLinks() {
        use(stub.port());
        submitted(Language.SV);
        stub.answering(".", "451 Later");
        round();
        stub.friendly();
        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(stub.messages()).hasSize(2);
        long links = committed(own ->
                own.createQuery("select count(l) from SecretLink l", Long.class).getSingleResult());
        assertThat(links).isEqualTo(2);
    }

    @Test
    @DisplayName("A mail to an address that has been corrected, or about a report confirmed meanwhile, is not sent")
    void obsolete() {
        Report corrected = submitted(Language.SV);
        Report confirmed = submitted(Language.SV);
        scene.transactions.run(() -> {
            scene.em.find(Report.class, corrected.id()).correctEmail("ratt@resident.test");
            scene.em.persist(scene.em.find(Report.class, confirmed.id()).confirm(clock.instant()));
        });
        round();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(rows()).extracting(Notification::state).containsOnly(NotificationState.OBSOLETE);
        assertThat(queue.countByState()).containsEntry("obsolete", 2L).containsEntry("sent", 0L);
    }

    @Test
    @DisplayName("Withdrawn while it was being written: the server gets no final dot")
    void withdrawn() {
        Report report = submitted(Language.SV);
        queue = queue(new PlacePicture(place -> {
            scene.transactions.run(() -> notifications().withdraw(NotificationKind.CONFIRM_REPORT, report.id()));
            return SendingScene.PICTURE;
        }));
        round();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(rows()).extracting(Notification::state).containsExactly(NotificationState.OBSOLETE);
    }

    @Test
    @DisplayName("Published: says what happens next, by where the report stands on its way")
    void received() {
        Report waiting = scene.confirmed("1715", "graffiti", "Klotter på bron", Language.SV);
        Report refused = scene.confirmed("1761", "graffiti", "Klotter på bron", Language.EN);
        Report due = scene.confirmed("1763", "graffiti", "Klotter på bron", Language.SV);
        delivery(waiting, "1715", "WAITING_FOR_ADDRESS");
        delivery(refused, "1761", "NOT_ACCEPTED");
        delivery(due, "1763", "DUE");
        for (Report report : List.of(waiting, refused, due)) {
            scene.transactions.run(() -> planner().confirmed(new ReportConfirmed(report.id())));
        }
        round();

        assertThat(mail(0).subject()).isEqualTo("Din rapport är publicerad: Klotter på bron [#" + waiting.id() + "]");
        for (String said : List.of(mail(0).text(), mail(0).html())) {
            assertThat(said).contains("väntar på kommunens adress").contains("/rapport/" + waiting.id());
        }
        for (String said : List.of(mail(1).text(), mail(1).html())) {
            assertThat(said)
                    .contains("takes no reports from here")
                    .contains("Use the e-service.")
                    .contains("https://hammaro.test/felanmalan")
                    .doesNotContain("is now being sent");
        }
        for (String said : List.of(mail(2).text(), mail(2).html())) {
            assertThat(said).contains("skickas nu till Forshaga kommun");
        }
    }

    @Test
    @DisplayName("What is not public is called so, and its page opens by the reporter's own link")
    void privately() {
        scene.transactions.run(() -> scene.sql("insert into private_category values ('1763', 'other')"));
        for (Language language : Language.values()) {
            Report report = scene.submitted("1763", "other", "Grannens häck", language);
            scene.transactions.run(() -> {
                scene.em.find(Report.class, report.id()).keepPrivate(true);
                planner().submitted(new ReportSubmitted(report.id()));
            });
            round();
            scene.transactions.run(() ->
                    scene.em.persist(scene.em.find(Report.class, report.id()).confirm(clock.instant())));
            delivery(report, "1763", "DUE");
            scene.transactions.run(() -> planner().confirmed(new ReportConfirmed(report.id())));
            round();
        }
        for (int number = 0; number < 4; number++) {
            for (String said : List.of(mail(number).text(), mail(number).html())) {
                String flat = said.replaceAll("\\s+", " ");
                assertThat(flat)
                        .containsPattern("bara du och handläggarna ser den|only you and the caseworkers see it");
                assertThat(flat)
                        .doesNotContain(
                                "synlig för alla", "Alla kan nu se", "verybody can", "publicerad", "is public:");
            }
        }
        assertThat(mail(1).subject()).startsWith("Din rapport är bekräftad: Grannens häck");
        Matcher page = Pattern.compile("https://fixamingata\\.test/rapport/(\\d+)/([A-Za-z0-9_-]{43})")
                .matcher(mail(1).text());
        assertThat(page.find()).isTrue();
        boolean opens = committed(own -> new ReporterLinks(
                        new SecretLinks(own, clock), scene.service, clock, Duration.ZERO, Duration.ZERO)
                .isByLink(page.group(2), Long.parseLong(page.group(1))));
        assertThat(opens).isTrue();
    }

    @Test
    @DisplayName("Trafikverket is no municipality, also while its address is missing")
    void stateWaiting() {
        scene.transactions.run(() -> scene.sql("update authority set kind = 'STATE' where code = '1715'"));
        Report waiting = scene.confirmed("1715", "graffiti", "Klotter på bron", Language.SV);
        delivery(waiting, "1715", "WAITING_FOR_ADDRESS");
        scene.transactions.run(() -> planner().confirmed(new ReportConfirmed(waiting.id())));
        round();

        assertThat(mail(0).text()).contains("väntar på en adress").doesNotContain("kommunens adress");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("Sent: to whom and when")
    void sent(Language language) {
        Report report = scene.confirmed("1763", "graffiti", "Klotter på bron", language);
        delivery(report, "1763", "DELIVERED");
        scene.transactions.run(() -> planner().delivered(new ReportDelivered(report.id(), "1763")));
        round();

        for (String said : List.of(mail(0).text(), mail(0).html())) {
            assertThat(said)
                    .contains("Forshaga kommun")
                    .contains(language == Language.SV ? "23 november 2026 kl. 09:00" : "23 November 2026 at 09:00");
        }
    }

    private void delivery(Report report, String authority, String state) {
        scene.transactions.run(
                () -> scene.sql("insert into delivery (id, report_id, authority_code, channel, state, attempts,"
                        + " created_at, next_attempt_at, delivered_at, message_id, version) values (" + report.id()
                        + ", "
                        + report.id() + ", '" + authority + "', 'MAIL', '" + state + "', 1, '2026-11-23 08:00:00',"
                        + " '2026-11-23 08:00:00', " + (state.equals("DELIVERED") ? "'2026-11-23 08:00:00'" : "null")
                        + ", '<x@y>', 1)"));
    }

    @Test
    @DisplayName(
            "Died after the hand-over: once more after the lease, same Message-ID; twice unknown is parked with the reason")
    void unknown() throws Exception {
        submitted(Language.SV);
        scene.transactions.killBefore(4);
        assertThatThrownBy(this::round).isInstanceOf(Killed.class);
        clock.advance(Duration.ofMinutes(5));
        round();
        clock.advance(Duration.ofMinutes(1));
        scene.transactions.killBefore(4);
        assertThatThrownBy(this::round).isInstanceOf(Killed.class);
        clock.advance(Duration.ofMinutes(5));
        round();
        clock.advance(Duration.ofDays(1));
        round();

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(mail(0).header("Message-ID")).isEqualTo(mail(1).header("Message-ID"));
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(NotificationState.PARKED);
            assertThat(row.lastError()).startsWith("UNKNOWN");
            assertThat(row.unknowns()).isEqualTo(2);
        });
    }

    @Test
    @DisplayName("A recipient who does not exist parks at once; a mail server that is gone for seven days parks then")
    void parked() {
        use(stub.port());
        submitted(Language.SV);
        stub.answering("RCPT", "550 5.1.1 No such user");
        round();
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(NotificationState.PARKED);
            assertThat(row.lastError()).isEqualTo("REFUSED: 550 5.1.1 No such user");
        });

        stub.answering("RCPT", "450 Later");
        submitted(Language.SV);
        Instant start = clock.instant();
        while (rows().get(1).state() == NotificationState.DUE) {
            clock.set(rows().get(1).nextAttemptAt());
            round();
        }
        assertThat(Duration.between(start, clock.instant()))
                .isBetween(Duration.ofDays(7).minusHours(1), Duration.ofDays(7));
    }

    @Test
    @DisplayName("A map that cannot be drawn does not stop the mail")
    void withoutMap() {
        queue = queue(new PlacePicture(place -> {
            throw new IllegalStateException("No fonts");
        }));
        submitted(Language.SV);
        round();

        assertThat(mail(0).structure()).isEqualTo("multipart/alternative(text/plain, text/html)");
        assertThat(mail(0).html()).doesNotContain("cid:");
    }
}

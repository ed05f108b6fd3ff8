package se.fixamingata.delivery;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.integration.Integrations;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.mail.SmtpStub;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.shared.Language;

/** Letters to authorities through a mail server, as one of our servers sends them. */
abstract class LetterScene extends DatabaseTest {

    static final String TITLE = "Trasig lampa";
    static final AtomicInteger ROUNDS = new AtomicInteger();

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    final RecordedEvents<ReportDelivered> delivered = new RecordedEvents<>();
    SmtpStub stub;
    SendingScene scene;
    DeliveryQueue queue;

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

    void use(int smtpPort) {
        scene = new SendingScene(clock, smtpPort);
        queue = queue(scene);
    }

    DeliveryQueue queue(SendingScene on) {
        WorkOrder workOrder = new WorkOrder(on.templates, on.photos, on.placePicture, on.smtp, clock);
        DeliveryQueue made = new DeliveryQueue(
                on.transactions,
                on.outcomes,
                clock,
                new Addressing(on.em, on.authorities),
                on.reading,
                on.answerLinks,
                new Integrations(on.em, clock),
                delivered,
                List.of(new MailChannel(on.mailer, workOrder)));
        made.em = on.em;
        return made;
    }

    DeliveryPlanner planner() {
        DeliveryPlanner planner = new DeliveryPlanner(
                new Addressing(scene.em, scene.authorities),
                new Rerouting(scene.em, clock),
                new MessageIds(scene.service),
                new RecordedEvents<SendingDue>(),
                clock);
        planner.em = scene.em;
        return planner;
    }

    Report confirmed(String authority, String category) {
        Report report = scene.confirmed(authority, category, TITLE, Language.SV);
        scene.transactions.run(() -> planner().plan(new ReportConfirmed(report.id())));
        return report;
    }

    void round() {
        while (queue.workOff("round-" + ROUNDS.incrementAndGet(), 10) > 0) {
            // Until nothing is due.
        }
    }

    DeliveryView view(Report report) {
        return new Deliveries(scene.em).ofReport(report.id()).get(0);
    }

    List<AttemptOutcome> outcomes(Report report) {
        return view(report).attempts().stream().map(AttemptView::outcome).toList();
    }

    List<DeliveryAttempt> log(Report report) {
        return committed(own -> own.createQuery(
                        "select a from DeliveryAttempt a, Delivery d where a.deliveryId = d.id and d.reportId = :r"
                                + " order by a.startedAt, a.id",
                        DeliveryAttempt.class)
                .setParameter("r", report.id())
                .getResultList());
    }

    List<String> arrived() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    Delivery em(Delivery delivery) {
        return scene.em.find(Delivery.class, delivery.id());
    }

    Delivery row(Report report) {
        return committed(own -> own.createNamedQuery("Delivery.ofReport", Delivery.class)
                .setParameter("report", report.id())
                .getSingleResult());
    }

    void handOver(Report report, String from, String to) {
        scene.transactions.run(() -> {
            scene.em.find(Report.class, report.id()).handOver(to, clock.instant());
            scene.em.flush();
            planner().replan(new ReportHandedOver(report.id(), from, to));
        });
    }

    List<String> states(Report report) {
        return new Deliveries(scene.em)
                .ofReport(report.id()).stream()
                        .map(way -> way.authorityCode() + " " + way.state())
                        .toList();
    }
}

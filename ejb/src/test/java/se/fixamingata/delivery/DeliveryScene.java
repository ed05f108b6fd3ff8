package se.fixamingata.delivery;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.integration.Integrations;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.sending.Lease;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.shared.Language;

/** Planning and working off deliveries over channels of the test's choice, for tests in other packages. */
public final class DeliveryScene {

    private static final AtomicInteger ROUNDS = new AtomicInteger();

    private final SendingScene sending;
    private final TestClock clock;
    private final DeliveryQueue queue;

    public DeliveryScene(SendingScene sending, TestClock clock, DeliveryChannel... channels) {
        this.sending = sending;
        this.clock = clock;
        queue = new DeliveryQueue(
                sending.transactions,
                sending.outcomes,
                clock,
                new Addressing(sending.em, sending.authorities),
                sending.reading,
                sending.answerLinks,
                new Integrations(sending.em, clock),
                new RecordedEvents<>(),
                List.of(channels));
        queue.em = sending.em;
    }

    private DeliveryPlanner planner() {
        DeliveryPlanner planner = new DeliveryPlanner(
                new Addressing(sending.em, sending.authorities),
                new Rerouting(sending.em, clock),
                new MessageIds(sending.service),
                new RecordedEvents<>(),
                clock);
        planner.em = sending.em;
        return planner;
    }

    /** A public report on its way. */
    public Report confirmed(String authority, String category, String title) {
        return planned(sending.confirmed(authority, category, title, Language.SV));
    }

    public Report planned(Report report) {
        sending.transactions.run(() -> planner().plan(new ReportConfirmed(report.id())));
        return report;
    }

    /** What waits is told of another way. */
    public void changed(String authority) {
        sending.transactions.run(() -> planner().reroute(new IntegrationChanged(authority)));
    }

    /** Somebody wants it tried again. */
    public void sendAgain(Report report) {
        long id = id(report);
        sending.transactions.run(() -> rescue().sendAgain(id));
    }

    /** Somebody wants everything tried again. */
    public void sendAllAgain(String authority) {
        sending.transactions.run(() -> rescue().sendAllAgain(authority));
    }

    private DeliveryRescue rescue() {
        DeliveryRescue rescue =
                new DeliveryRescue(new Addressing(sending.em, sending.authorities), new RecordedEvents<>(), clock);
        rescue.em = sending.em;
        return rescue;
    }

    /** Somebody else is responsible from now on, while a server of ours is sending it that dies over it. */
    public void handOverWhileBeingSent(Report report, String to) {
        long id = id(report);
        sending.transactions.run(
                () -> sending.em.find(Delivery.class, id).lease(Lease.from("a round", clock.instant())));
        sending.transactions.run(() -> {
            String from = report.authorityCode();
            sending.em.find(Report.class, report.id()).handOver(to, clock.instant());
            sending.em.flush();
            planner().replan(new ReportHandedOver(report.id(), from, to));
        });
    }

    /** Works off what is due, as one server's round does. */
    public void round() {
        round("round-" + ROUNDS.incrementAndGet());
    }

    public void round(String owner) {
        while (queue.workOff(owner, 10) + servers(owner) > 0) {
            // Until nothing is due.
        }
    }

    private int servers(String owner) {
        return queue.dueLanes().stream()
                .mapToInt(authority -> queue.workOff(authority, owner, 10))
                .sum();
    }

    public DeliveryView view(Report report) {
        return new Deliveries(sending.em).ofReport(report.id()).get(0);
    }

    public long id(Report report) {
        return sending.transactions.call(() -> sending.em
                .createNamedQuery("Delivery.ofReport", Delivery.class)
                .setParameter("report", report.id())
                .getResultList()
                .get(0)
                .id());
    }

    /** What the log says they answered, attempt by attempt. */
    public List<String> answers(Report report) {
        return sending.transactions.call(() -> sending
                .em
                .createNamedQuery("DeliveryAttempt.ofDeliveries", DeliveryAttempt.class)
                .setParameter("deliveries", List.of(id(report)))
                .getResultList()
                .stream()
                .map(DeliveryAttempt::answer)
                .toList());
    }
}

package se.fixamingata.open311.client;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import se.fixamingata.TestClock;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Faults;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.Integrations;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.outgoing.GuardedHttp;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.sending.TestTransactions;
import se.fixamingata.settings.SecretBox;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.update.ReportUpdate;

/** Forshaga with a server of its own, and reports that it has; every step a transaction of its own. */
public final class ListeningScene {

    public static final String FORSHAGA = HandlingScene.FORSHAGA;

    public final TestTransactions transactions = new TestTransactions();
    public final EntityManager em = transactions.em();
    public final TestClock clock;
    public final HandlingScene handling;
    public final EndpointKeys keys;
    public final EndpointCalls calls;
    public final Endpoints endpoints = new Endpoints(em);
    public final Integrations integrations;
    public final Faults faults;

    public ListeningScene(TestClock clock) {
        this.clock = clock;
        handling = new HandlingScene(em, clock);
        SecretBox box = new SecretBox(new ServerKeys(em));
        transactions.run(() -> box.lock("open311", "nobody", new byte[0]));
        keys = new EndpointKeys(box, clock);
        calls = new EndpointCalls(
                new GuardedHttp(new OutgoingSettings("127.0.0.0/8,::1")), keys, Duration.ofSeconds(20));
        integrations = new Integrations(em, clock);
        faults = new Faults(em, clock);
        transactions.run(handling::authorities);
    }

    public static EndpointDialect dialect(String url, UpdatesFrom updates) {
        return new EndpointDialect(
                url,
                null,
                WireFormat.XML,
                AttributeStyle.BRACKETS,
                true,
                "fixed",
                updates,
                true,
                ZoneId.of("Europe/Stockholm"),
                null);
    }

    /** Forshaga's server is that one. */
    public void connect(EndpointDialect dialect) {
        transactions.run(() -> {
            em.persist(new Integration(FORSHAGA, ChannelKind.OPEN311, clock.instant()));
            Endpoint endpoint = new Endpoint(FORSHAGA, dialect, clock.instant());
            keys.set(endpoint, StandIn.KEY);
            em.persist(endpoint);
        });
    }

    public Endpoint endpoint() {
        return transactions.call(() -> endpoints.find(FORSHAGA).orElseThrow());
    }

    /** A public report of Forshaga's. */
    public Report report() {
        return transactions.call(() -> handling.report());
    }

    public Report reread(Report report) {
        return transactions.call(() -> em.find(Report.class, report.id()));
    }

    /** Their server has the report, under the number that is given back. */
    public String posted(Report report) {
        WireAnswer answer = calls.post(
                endpoint(),
                "requests",
                WireArguments.none()
                        .add("service_code", "lamp")
                        .add("lat", "59.528580")
                        .add("long", "13.481250")
                        .add("description", "Den blinkar."));
        String number = answer.node().items("request").get(0).text("service_request_id");
        known(report, "NUMBERED", number);
        return number;
    }

    /** What we know of the report there. */
    public void known(Report report, String state, String number) {
        long delivery = report.id() + 1_000_000;
        sql("insert into delivery (id, report_id, authority_code, channel, recipient, state, attempts, created_at,"
                + " next_attempt_at, message_id, version) values (" + delivery + ", " + report.id()
                + ", '1763', 'OPEN311', 'https://x', 'DELIVERED', 1, '2026-11-23 08:00', '2026-11-23 08:00', '<"
                + delivery
                + ">', 1)");
        sql("insert into remote_request (delivery_id, report_id, authority_code, state, service_request_id, created_at,"
                + " version) values (" + delivery + ", " + report.id() + ", '1763', '" + state + "', "
                + (number == null ? "null" : "'" + number + "'") + ", '2026-11-23 08:00', 1)");
    }

    /** A resident's words that their server has, without a number of its own. */
    public void wrote(Report report, String text) {
        transactions.run(() -> {
            ReportUpdate update = ReportUpdate.byResident(
                    report.id(),
                    Actor.RESIDENT,
                    null,
                    "Bo",
                    "bo@example.org",
                    false,
                    Language.SV,
                    text,
                    false,
                    clock.instant());
            update.publish(clock.instant());
            em.persist(update);
            em.flush();
            String now = SqlTime.text(clock.instant());
            em.createNativeQuery(
                            "insert into update_delivery (id, report_id, update_id, authority_code, state, attempts,"
                                    + " created_at, next_attempt_at, handed_over_at, message_id, version) values ("
                                    + update.id() + ", "
                                    + report.id() + ", " + update.id() + ", '1763', 'DELIVERED', 1, '" + now + "', '"
                                    + now + "', '"
                                    + now + "', '<w" + update.id() + "@x>', 1)")
                    .executeUpdate();
        });
    }

    public void sql(String statement) {
        transactions.run(() -> em.createNativeQuery(statement).executeUpdate());
    }

    @SuppressWarnings("unchecked")
    public List<Object> list(String sql) {
        return transactions.call(() -> em.createNativeQuery(sql).getResultList());
    }

    /** What stands on the reports' pages, oldest first. */
    public List<Object> texts() {
        return list("select text from report_update order by id");
    }
}

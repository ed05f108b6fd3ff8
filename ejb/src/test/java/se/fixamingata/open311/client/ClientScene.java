package se.fixamingata.open311.client;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import se.fixamingata.TestClock;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Faults;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.Integrations;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.outgoing.GuardedHttp;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.photo.PhotoLinks;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.settings.SecretBox;
import se.fixamingata.settings.ServerKeys;

/** One server of ours as the client of {@link StandIn}: Forshaga takes its reports there. */
public final class ClientScene {

    public static final String FORSHAGA = "1763";

    public final SendingScene sending;
    public final EndpointKeys keys;
    public final EndpointCalls calls;
    public final Endpoints endpoints;
    public final RemoteRequests requests;
    public final Faults faults;
    public final EndpointRest rest;

    /** How long what may have arrived is left alone. */
    public Duration look = Duration.ofMinutes(1);

    private final TestClock clock;

    public ClientScene(TestClock clock, SendingScene sending) {
        this(clock, sending, Duration.ofSeconds(20));
    }

    /** @param patience with their server */
    public ClientScene(TestClock clock, SendingScene sending, Duration patience) {
        this.clock = clock;
        this.sending = sending;
        SecretBox box = new SecretBox(new ServerKeys(sending.em));
        // The installation's key is made in a transaction, and remembered.
        sending.transactions.run(() -> box.lock("open311", "nobody", new byte[0]));
        keys = new EndpointKeys(box, clock);
        calls = new EndpointCalls(new GuardedHttp(new OutgoingSettings("127.0.0.0/8,::1")), keys, patience);
        endpoints = new Endpoints(sending.em);
        requests = new RemoteRequests(sending.em, clock);
        faults = new Faults(sending.em, clock);
        rest = new EndpointRest(clock);
    }

    /** What most servers understand. */
    public static EndpointDialect usual(String url) {
        return new EndpointDialect(
                url,
                null,
                WireFormat.XML,
                AttributeStyle.BRACKETS,
                false,
                "fixed",
                UpdatesFrom.REQUESTS,
                false,
                ZoneId.of("Europe/Stockholm"),
                null);
    }

    /** Forshaga's reports go there from now on. */
    public void connect(EndpointDialect dialect) {
        sending.transactions.run(() -> {
            sending.em.persist(new Integration(FORSHAGA, ChannelKind.OPEN311, clock.instant()));
            Endpoint endpoint = new Endpoint(FORSHAGA, dialect, clock.instant());
            keys.set(endpoint, StandIn.KEY);
            sending.em.persist(endpoint);
        });
    }

    /** That category is that service of theirs. */
    public void map(String category, String service, String type, String definition) {
        sending.transactions.run(() -> {
            sending.em
                    .createNativeQuery(
                            "insert ignore into open311_service values ('1763', ?1, ?1, '', '', ?2, false, ?3,"
                                    + " '2026-01-01', null)")
                    .setParameter(1, service)
                    .setParameter(2, type)
                    .setParameter(3, definition)
                    .executeUpdate();
            sending.sql("insert into open311_mapping (authority_code, category_code, service_code) values ('1763', '"
                    + category + "', '" + service + "')");
        });
    }

    public Open311Channel channel() {
        Clock now = clock;
        RequestBook book = new RequestBook(endpoints, requests, new ReportAnswers(sending.em), now);
        book.em = sending.em;
        RequestSearch search = new RequestSearch(calls, requests, sending.transactions, now);
        PhotoLinks links = new PhotoLinks(new ServerKeys(sending.em), now);
        // The installation's key is made in a transaction, and remembered.
        sending.transactions.run(() -> links.proof("x", FORSHAGA));
        PhotoAddresses photos = new PhotoAddresses(links, sending.service);
        return new Open311Channel(
                calls,
                book,
                search,
                new SecondLook(look, clock),
                requests,
                rest,
                photos,
                faults,
                sending.transactions,
                sending.outcomes);
    }

    public TokenQueue tokens() {
        TokenQueue queue = new TokenQueue(
                calls,
                endpoints,
                requests,
                rest,
                faults,
                new Integrations(sending.em, clock),
                sending.transactions,
                sending.outcomes,
                clock);
        queue.em = sending.em;
        return queue;
    }
}

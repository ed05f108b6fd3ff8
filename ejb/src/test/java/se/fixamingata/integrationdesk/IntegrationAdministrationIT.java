package se.fixamingata.integrationdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static se.fixamingata.integrationdesk.DeskScene.FORSHAGA;
import static se.fixamingata.integrationdesk.DeskScene.KARLSTAD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.integration.Integrations;
import se.fixamingata.integrationdesk.settings.IntegrationAdministration;
import se.fixamingata.integrationdesk.settings.ServerAdministration;
import se.fixamingata.integrationdesk.settings.ServerForm;
import se.fixamingata.integrationdesk.settings.ServerSettings;
import se.fixamingata.integrationdesk.settings.ServerTrial;
import se.fixamingata.integrationdesk.settings.SettingsResult;
import se.fixamingata.integrationdesk.settings.SettingsTurn;
import se.fixamingata.integrationdesk.settings.TrialCall;
import se.fixamingata.integrationdesk.settings.WayForm;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.client.EndpointCalls;
import se.fixamingata.open311.client.EndpointKeys;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.outgoing.GuardedHttp;
import se.fixamingata.outgoing.OutgoingAnswer;
import se.fixamingata.outgoing.OutgoingRequest;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.settings.SecretBox;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.OneAtATime;

class IntegrationAdministrationIT extends DatabaseTest {

    private static final OutgoingSettings OUTGOING = new OutgoingSettings("127.0.0.0/8,::1");

    private final RecordedEvents<IntegrationChanged> changed = new RecordedEvents<>();
    private DeskScene scene;
    private Caller administrator;
    private EndpointKeys keys;
    private IntegrationAdministration administration;
    private ServerAdministration servers;
    private IntegrationDesk desk;

    @BeforeEach
    void start() {
        scene = new DeskScene(em, clock);
        administrator = scene.administrator();
        keys = new EndpointKeys(new SecretBox(new ServerKeys(em)), clock);
        Endpoints endpoints = new Endpoints(em);
        SettingsTurn turn = new SettingsTurn(new OneAtATime(em), new AuditTrail(em, clock), changed);
        administration = new IntegrationAdministration(em, endpoints, turn, clock);
        servers = new ServerAdministration(endpoints, keys, OUTGOING, turn, clock);
        desk = new IntegrationDesk(
                em, new Integrations(em, clock), endpoints, new OpenDeliveries(em), new OpenFaults(em));
    }

    private static ServerForm server(String url, String key, String seen) {
        return new ServerForm(
                url, "", "XML", "BRACKETS", false, "fixed", "UPDATES", false, "Europe/Stockholm", "", key, false, seen);
    }

    /** As a form that was opened just now. */
    private SettingsResult change(String url, String key) {
        return servers.change(administrator, FORSHAGA, server(url, key, serverSeen()));
    }

    private String serverSeen() {
        return desk.server(administrator, FORSHAGA)
                .map(kept -> kept.form().seen())
                .orElse("");
    }

    private String waySeen() {
        return desk.find(administrator, FORSHAGA).way().seen();
    }

    private SettingsResult way(String channel, String hours, String email) {
        return administration.change(administrator, FORSHAGA, new WayForm(channel, false, hours, email, waySeen()));
    }

    /** What the log says about it: action, from, to. */
    @SuppressWarnings("unchecked")
    private List<String> log(String action) {
        em.flush();
        return em.createNativeQuery("select concat(coalesce(before_value, '-'), ' > ', coalesce(after_value, '-'))"
                        + " from audit_entry where action = '" + action + "' order by id")
                .getResultList();
    }

    @Test
    void pausingAndOpeningIsToldOnceEach() {
        administration.pause(administrator, FORSHAGA);
        administration.pause(administrator, FORSHAGA);
        assertThat(desk.find(administrator, FORSHAGA).pausedAt()).isEqualTo(clock.instant());
        administration.resume(administrator, FORSHAGA);
        administration.resume(administrator, FORSHAGA);
        flushAndClear();

        assertThat(em.find(Integration.class, FORSHAGA).isPaused()).isFalse();
        assertThat(changed.fired()).containsExactly(new IntegrationChanged(FORSHAGA), new IntegrationChanged(FORSHAGA));
        assertThat(scene.audited()).containsExactly("integration.paused", "integration.resumed");
    }

    @Test
    void aServerIsNeededBeforeReportsCanGoThere() {
        assertThat(way("OPEN311", "", "")).isInstanceOf(SettingsResult.Invalid.class);
        assertThat(change("https://x.example/open311/v2/", "hemlig")).isInstanceOf(SettingsResult.Saved.class);
        assertThat(way("OPEN311", "12", "it@forshaga.example")).isInstanceOf(SettingsResult.Saved.class);
        flushAndClear();

        IntegrationView view = desk.find(administrator, FORSHAGA);
        assertThat(view.channel()).isEqualTo(ChannelKind.OPEN311);
        assertThat(view.way().alarmHours()).isEqualTo("12");
        assertThat(view.way().alarmEmail()).isEqualTo("it@forshaga.example");
        assertThat(view.server().url()).isEqualTo("https://x.example/open311/v2");
        assertThat(scene.audited())
                .containsExactly(
                        "integration.key",
                        "integration.server",
                        "integration.way",
                        "integration.alarm",
                        "integration.alarm-address");
    }

    @Test
    void theKeyIsNeverShownAndStaysWhereItIs() {
        change("https://x.example/open311/v2", "hemlig");
        clock.advance(Duration.ofSeconds(1));
        change("https://x.example/v3", "");
        flushAndClear();

        ServerSettings kept = desk.server(administrator, FORSHAGA).orElseThrow();
        assertThat(kept.keyKept()).isTrue();
        assertThat(kept.form().key()).isEmpty();
        assertThat(em.createNativeQuery("select concat_ws('|', detail, before_value, after_value) from audit_entry")
                        .getResultList())
                .allSatisfy(line -> assertThat((String) line).doesNotContain("hemlig"));
        assertThat(change("https://y.example/v3", ""))
                .isInstanceOfSatisfying(SettingsResult.Invalid.class, invalid -> assertThat(invalid.problems())
                        .containsOnlyKeys("key"));
        assertThat(servers.change(
                        administrator,
                        FORSHAGA,
                        new ServerForm(
                                "https://y.example/v3",
                                "",
                                "JSON",
                                "REPEATED",
                                true,
                                "no_action",
                                "NONE",
                                true,
                                "UTC",
                                "",
                                "",
                                true,
                                serverSeen())))
                .isInstanceOf(SettingsResult.Saved.class);
        assertThat(desk.server(administrator, FORSHAGA).orElseThrow().keyKept()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arenden",
                "http://arenden.example/v2",
                "ftp://arenden.example",
                "https://u:p@arenden.example/v2",
                "https://arenden.example/v2?x=1",
                "https://arenden.example/v2#x",
                "https://a b"
            })
    void whatIsNoAddressOfAServerIsRefused(String url) {
        assertThat(change(url, ""))
                .isInstanceOfSatisfying(SettingsResult.Invalid.class, invalid -> assertThat(invalid.problems())
                        .containsOnlyKeys("url"));
        assertThat(desk.server(administrator, FORSHAGA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "721", "1,5", "snart", "99999"})
    void hoursAreAWholeNumber(String hours) {
        assertThat(way("MAIL", hours, "")).isInstanceOf(SettingsResult.Invalid.class);
        assertThat(way("MAIL", "720", "inte en adress")).isInstanceOf(SettingsResult.Invalid.class);
        assertThat(way("FAX", "", "")).isInstanceOf(SettingsResult.Invalid.class);
    }

    @Test
    void aTrialShowsWhatWentOutAndWhatCameBack() {
        ServerTrial trial = new ServerTrial(
                new Endpoints(em), new EndpointCalls(new GuardedHttp(OUTGOING), keys, Duration.ofSeconds(20)), clock);
        assertThat(trial.attempt(administrator, FORSHAGA)).isEmpty();
        try (StandIn theirs = new StandIn(clock)) {
            theirs.book().service("BEL", "Belysning", "realtime");
            change(theirs.url(), StandIn.KEY);

            List<TrialCall> calls = trial.attempt(administrator, FORSHAGA);

            assertThat(calls).extracting(TrialCall::resource).containsExactly("services", "servicerequestupdates");
            assertThat(calls).allMatch(TrialCall::isGood);
            assertThat(calls.get(0).found()).isEqualTo(1);
            assertThat(calls.get(0).status()).isEqualTo(200);
            assertThat(calls.get(0).request()).isEqualTo("GET " + theirs.url() + "/services.xml");
            assertThat(calls.get(0).answer()).contains("<service_code>BEL</service_code>");
            assertThat(calls.get(1).request()).endsWith("&api_key=…");
            assertThat(theirs.calls().get(1).arguments()).containsEntry("api_key", List.of(StandIn.KEY));
            assertThat(calls.toString()).doesNotContain("nyckel");
        }
        assertThat(trial.attempt(administrator, FORSHAGA)).singleElement().satisfies(call -> {
            assertThat(call.isGood()).isFalse();
            assertThat(call.status()).isZero();
            assertThat(call.reason()).isEqualTo("unreachable");
        });
        assertThatThrownBy(() -> trial.attempt(scene.somebody(KARLSTAD, Role.ADMINISTRATOR), FORSHAGA))
                .isInstanceOf(NotPermitted.class);
    }

    /** An authority's server that sends us on to an inner machine gets nothing of it shown. */
    @Test
    void aTrialLeadsToNoInnerNeighbour() {
        ServerTrial trial = new ServerTrial(
                new Endpoints(em), new EndpointCalls(new GuardedHttp(OUTGOING), keys, Duration.ofSeconds(20)), clock);
        try (StandIn theirs = new StandIn(clock);
                StandIn neighbour = new StandIn(clock)) {
            neighbour.book().service("HEMLIG", "Intern tjänst", "realtime");
            change(theirs.url(), StandIn.KEY);
            theirs.redirectingTo(302, neighbour.url() + "/services.xml");

            TrialCall call = trial.attempt(administrator, FORSHAGA).get(0);

            assertThat(call.reason()).isEqualTo("network");
            assertThat(call.request()).contains("302 → " + neighbour.url());
            assertThat(call.answer()).isEmpty();
            assertThat(neighbour.calls()).isEmpty();
        }
    }

    /** What another host says, also one in the open, is shown to nobody: neither its page nor what it says went wrong. */
    @Test
    void aTrialShowsNothingOfAnotherHost() {
        GuardedHttp away = new GuardedHttp(OUTGOING) {
            @Override
            public OutgoingAnswer send(OutgoingRequest request) {
                String said = "<errors><error><code>500</code><description>hemligt</description></error></errors>";
                return request.uri().getHost().equals("deras.example")
                        ? new OutgoingAnswer(302, "", "https://annan.example/x", new byte[0])
                        : new OutgoingAnswer(500, "text/xml", "", said.getBytes(StandardCharsets.UTF_8));
            }
        };
        change("https://deras.example/v2", StandIn.KEY);
        EndpointCalls calls = new EndpointCalls(away, keys, Duration.ofSeconds(20));

        TrialCall call = new ServerTrial(new Endpoints(em), calls, clock)
                .attempt(administrator, FORSHAGA)
                .get(0);

        assertThat(call.status()).isEqualTo(500);
        assertThat(call.reason()).isEqualTo("unavailable");
        assertThat(call.request()).contains("302 → https://annan.example/x");
        assertThat(call.answer()).isEmpty();
        assertThat(calls.get(new Endpoints(em).find(FORSHAGA).orElseThrow(), "services", WireArguments.none())
                        .told())
                .doesNotContain("hemligt");
    }

    @Test
    void theLogTellsWhatItWasAndWhatItIs() {
        change("https://x.example/v2", "hemlig");
        clock.advance(Duration.ofSeconds(1));
        change("https://x.example/v3", "nyare");
        way("OPEN311", "12", "it@forshaga.example");
        way("OPEN311", "", "it@forshaga.example");
        change("https://x.example/v3", "");

        assertThat(log("integration.server"))
                .hasSize(2)
                .last()
                .isEqualTo("server.url: https://x.example/v2 > server.url: https://x.example/v3");
        assertThat(log("integration.key")).containsExactly("- > new", "- > new");
        assertThat(log("integration.way")).containsExactly("MAIL > OPEN311");
        assertThat(log("integration.alarm")).containsExactly("usual > 12", "12 > usual");
        assertThat(log("integration.alarm-address")).containsExactly("- > -");
    }

    @Test
    void theSecondOfTwoAdministratorsIsToldWhatTheFirstHasChanged() {
        String opened = waySeen();
        way("PULL", "12", "");
        int fired = changed.fired().size();

        assertThat(administration.change(
                        administrator, FORSHAGA, new WayForm("MAIL", false, "6", "it@forshaga.example", opened)))
                .isInstanceOfSatisfying(SettingsResult.Conflict.class, conflict -> {
                    assertThat(conflict.now())
                            .containsExactly(
                                    entry("way", "PULL"), entry("alarm.hours", "12"), entry("alarm.email", ""));
                    assertThat(conflict.seen()).isEqualTo(waySeen());
                });
        assertThat(desk.find(administrator, FORSHAGA).channel()).isEqualTo(ChannelKind.PULL);
        assertThat(changed.fired()).hasSize(fired);
    }

    @Test
    void soIsTheSecondWhoSavesAServer() {
        String nothing = serverSeen();
        change("https://x.example/v2", "hemlig");
        String opened = serverSeen();
        assertThat(servers.change(administrator, FORSHAGA, server("https://y.example/v2", "annan", nothing)))
                .isInstanceOfSatisfying(SettingsResult.Conflict.class, conflict -> assertThat(conflict.now())
                        .containsExactly(entry("server.url", "https://x.example/v2"), entry("server.key", "kept")));
        clock.advance(Duration.ofSeconds(1));
        change("https://x.example/v2", "nyare");

        assertThat(servers.change(administrator, FORSHAGA, server("https://x.example/v2", "min", opened)))
                .isEqualTo(new SettingsResult.Conflict(Map.of("server.key", "kept"), serverSeen()));
        assertThat(servers.change(administrator, FORSHAGA, server("https://x.example/v2", "", opened)))
                .isInstanceOf(SettingsResult.Saved.class);
        assertThat(log("integration.key")).hasSize(2);
    }

    @Test
    void savingWhatHoldsAlreadyChangesNothing() {
        change("https://x.example/v2", "hemlig");
        int fired = changed.fired().size();
        clock.advance(Duration.ofSeconds(1));
        String seen = serverSeen();

        assertThat(change("https://x.example/v2/", "")).isInstanceOf(SettingsResult.Saved.class);

        assertThat(serverSeen()).isEqualTo(seen);
        assertThat(log("integration.server")).hasSize(1);
        assertThat(changed.fired()).hasSize(fired);
    }

    @Test
    void nobodyElseChangesAnything() {
        for (Caller other :
                List.of(scene.somebody(FORSHAGA, Role.CASEWORKER), scene.somebody(KARLSTAD, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> administration.pause(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> administration.resume(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> administration.change(other, FORSHAGA, new WayForm("PULL", false, "", "", "")))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> servers.change(other, FORSHAGA, server("https://x.example/v2", "", "")))
                    .isInstanceOf(NotPermitted.class);
        }
        assertThat(changed.fired()).isEmpty();
    }
}

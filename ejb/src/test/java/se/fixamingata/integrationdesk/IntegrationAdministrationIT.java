package se.fixamingata.integrationdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fixamingata.integrationdesk.DeskScene.FORSHAGA;
import static se.fixamingata.integrationdesk.DeskScene.KARLSTAD;

import java.time.Duration;
import java.util.List;
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
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.client.EndpointCalls;
import se.fixamingata.open311.client.EndpointKeys;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.outgoing.GuardedHttp;
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
    private IntegrationDesk desk;

    @BeforeEach
    void start() {
        scene = new DeskScene(em, clock);
        administrator = scene.administrator();
        keys = new EndpointKeys(new SecretBox(new ServerKeys(em)), clock);
        Endpoints endpoints = new Endpoints(em);
        administration = new IntegrationAdministration(
                em, endpoints, keys, OUTGOING, new OneAtATime(em), new AuditTrail(em, clock), changed, clock);
        desk = new IntegrationDesk(
                em, new Integrations(em, clock), endpoints, new OpenDeliveries(em), new OpenFaults(em));
    }

    private static ServerForm server(String url, String key) {
        return new ServerForm(
                url, "", "XML", "BRACKETS", false, "fixed", "UPDATES", false, "Europe/Stockholm", "", key, false);
    }

    private SettingsResult way(String channel, String hours, String email) {
        return administration.change(administrator, FORSHAGA, new WayForm(channel, false, hours, email));
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
        assertThat(administration.change(administrator, FORSHAGA, server("https://x.example/open311/v2/", "hemlig")))
                .isInstanceOf(SettingsResult.Saved.class);
        assertThat(way("OPEN311", "12", "it@forshaga.example")).isInstanceOf(SettingsResult.Saved.class);
        flushAndClear();

        IntegrationView view = desk.find(administrator, FORSHAGA);
        assertThat(view.channel()).isEqualTo(ChannelKind.OPEN311);
        assertThat(view.alarmHours()).isEqualTo(12);
        assertThat(view.alarmEmail()).isEqualTo("it@forshaga.example");
        assertThat(view.server().url()).isEqualTo("https://x.example/open311/v2");
        assertThat(scene.audited())
                .containsExactly("integration.key", "integration.server", "integration.way", "integration.alarm");
    }

    @Test
    void theKeyIsNeverShownAndStaysWhereItIs() {
        administration.change(administrator, FORSHAGA, server("https://x.example/open311/v2", "hemlig"));
        administration.change(administrator, FORSHAGA, server("https://x.example/v3", ""));
        flushAndClear();

        ServerSettings kept = desk.server(administrator, FORSHAGA).orElseThrow();
        assertThat(kept.keyKept()).isTrue();
        assertThat(kept.form().key()).isEmpty();
        assertThat(em.createNativeQuery("select concat_ws('|', detail, before_value, after_value) from audit_entry")
                        .getResultList())
                .allSatisfy(line -> assertThat((String) line).doesNotContain("hemlig"));
        assertThat(administration.change(administrator, FORSHAGA, server("https://y.example/v3", "")))
                .isInstanceOfSatisfying(SettingsResult.Invalid.class, invalid -> assertThat(invalid.problems())
                        .containsOnlyKeys("key"));
        assertThat(administration.change(
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
                                true)))
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
        assertThat(administration.change(administrator, FORSHAGA, server(url, "")))
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
            administration.change(administrator, FORSHAGA, server(theirs.url(), StandIn.KEY));

            List<TrialCall> calls = trial.attempt(administrator, FORSHAGA);

            assertThat(calls).extracting(TrialCall::resource).containsExactly("services", "servicerequestupdates");
            assertThat(calls).allMatch(TrialCall::isGood);
            assertThat(calls.get(0).found()).isEqualTo(1);
            assertThat(calls.get(0).status()).isEqualTo(200);
            assertThat(calls.get(0).request()).isEqualTo("GET " + theirs.url() + "/services.xml");
            assertThat(calls.get(0).answer()).contains("<service_code>BEL</service_code>");
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

    @Test
    void nobodyElseChangesAnything() {
        for (Caller other :
                List.of(scene.somebody(FORSHAGA, Role.CASEWORKER), scene.somebody(KARLSTAD, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> administration.pause(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> administration.resume(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> administration.change(other, FORSHAGA, new WayForm("PULL", false, "", "")))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> administration.change(other, FORSHAGA, server("https://x.example/v2", "")))
                    .isInstanceOf(NotPermitted.class);
        }
        assertThat(changed.fired()).isEmpty();
    }
}

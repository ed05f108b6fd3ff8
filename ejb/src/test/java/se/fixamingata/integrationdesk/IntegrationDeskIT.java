package se.fixamingata.integrationdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.fixamingata.integrationdesk.DeskScene.FORSHAGA;
import static se.fixamingata.integrationdesk.DeskScene.KARLSTAD;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Integrations;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.open311.client.updates.UpdateDeliveryState;
import se.fixamingata.open311.client.updates.UpdateRescue;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.SqlTime;

class IntegrationDeskIT extends DatabaseTest {

    private DeskScene scene;
    private Caller administrator;
    private IntegrationDesk desk;
    private DeliveryDesk doing;
    private CountryIntegrations country;

    @BeforeEach
    void start() {
        scene = new DeskScene(em, clock);
        administrator = scene.administrator();
        OpenFaults faults = new OpenFaults(em);
        desk = new IntegrationDesk(em, new Integrations(em, clock), new Endpoints(em), new OpenDeliveries(em), faults);
        doing = new DeliveryDesk(em, null, faults, new Endpoints(em), new AuditTrail(em, clock), clock);
        country = new CountryIntegrations(
                em,
                new AlarmSettings(
                        24,
                        Optional.empty(),
                        Duration.ofDays(90),
                        new ServiceSettings("https://fixamingata.test", "drift@fixamingata.test", false)));
    }

    @Test
    void anAuthorityThatHasSetNothingTakesLetters() {
        IntegrationView view = desk.find(administrator, FORSHAGA);

        assertThat(view.channel()).isEqualTo(ChannelKind.MAIL);
        assertThat(view.pausedAt()).isNull();
        assertThat(view.lastSent()).isNull();
        assertThat(view.server()).isNull();
        assertThat(view.queue()).isEmpty();
        assertThat(desk.queue(administrator, FORSHAGA)).isEmpty();
        assertThat(desk.faults(administrator, FORSHAGA)).isEmpty();
    }

    @Test
    void whatHasNotArrivedIsCountedByStateWithSinceWhen() {
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(2));
        scene.delivery(FORSHAGA, "DUE", Duration.ofHours(5));
        scene.delivery(FORSHAGA, "BOUNCED", Duration.ofDays(1));
        scene.delivery(FORSHAGA, "DELIVERED", Duration.ofDays(9));
        scene.delivery(FORSHAGA, "HANDLED", Duration.ofDays(9));
        scene.delivery(KARLSTAD, "PARKED", Duration.ofDays(1));

        IntegrationView view = desk.find(administrator, FORSHAGA);

        assertThat(view.queue())
                .containsExactly(
                        new StateCount(DeliveryState.BOUNCED, 1, clock.instant().minus(Duration.ofDays(1))),
                        new StateCount(DeliveryState.DUE, 2, clock.instant().minus(Duration.ofHours(5))));
        assertThat(view.waiting()).isEqualTo(3);
        assertThat(view.stuck()).isEqualTo(1);
    }

    @Test
    void theLastArrivalIsKnownAlsoFromBeforeItWasNoted() {
        long id = scene.delivery(FORSHAGA, "DELIVERED", Duration.ofDays(3));
        scene.sql("update delivery set delivered_at = created_at where id = " + id);

        assertThat(desk.find(administrator, FORSHAGA).lastSent())
                .isEqualTo(clock.instant().minus(Duration.ofDays(3)));
    }

    @Test
    void whatNeedsSomebodyComesFirstWithTheLastAnswer() {
        long due = scene.delivery(FORSHAGA, "DUE", Duration.ofHours(5));
        long parked = scene.delivery(FORSHAGA, "PARKED", Duration.ofHours(1));
        scene.attempt(parked, 2, "550 No such user");
        scene.attempt(parked, 1, "451 Later");

        List<QueuedDelivery> queue = desk.queue(administrator, FORSHAGA);

        assertThat(queue).extracting(QueuedDelivery::id).containsExactly(parked, due);
        assertThat(queue.get(0).lastAnswer()).isEqualTo("550 No such user");
        assertThat(queue.get(0).nextAttempt()).isNull();
        assertThat(queue.get(0).title()).isEqualTo("Trasig lampa");
        assertThat(queue.get(1).lastAnswer()).isNull();
        assertThat(queue.get(1).nextAttempt()).isNotNull();
    }

    @Test
    void theListIsBounded() {
        for (int i = 0; i < OpenDeliveries.MOST + 3; i++) {
            scene.delivery(FORSHAGA, "TO_FETCH", Duration.ofHours(1));
        }
        long parked = scene.delivery(FORSHAGA, "PARKED", Duration.ofHours(1));

        assertThat(desk.queue(administrator, FORSHAGA)).hasSize(OpenDeliveries.MOST);
        assertThat(desk.queue(administrator, FORSHAGA).get(0).id()).isEqualTo(parked);
        assertThat(desk.find(administrator, FORSHAGA).waiting()).isEqualTo(OpenDeliveries.MOST + 4);
    }

    @Test
    void aSilentServerIsAskedAtOnceWhenSomebodyHasMendedIt() {
        scene.sql("insert into integration (authority_code, channel, trusts_mail, changed_at, version)"
                + " values ('1763', 'OPEN311', false, '2026-01-01', 0)");
        scene.sql("insert into open311_endpoint (authority_code, url, format, attribute_style, extended_statuses,"
                + " closed_means, updates, sends_updates, time_zone, poll_failures, next_poll_at, changed_at, version)"
                + " values ('1763', 'https://x.test', 'XML', 'BRACKETS', false, 'fixed', 'UPDATES', false,"
                + " 'Europe/Stockholm', 7, '" + SqlTime.text(clock.instant().plus(Duration.ofHours(1)))
                + "', '2026-01-01', 0)");
        assertThat(desk.find(administrator, FORSHAGA).canTryAgain()).isTrue();
        Endpoints endpoints = new Endpoints(em);

        assertThat(endpoints.askNow(FORSHAGA, clock.instant())).isTrue();
        assertThat(endpoints.askNow(FORSHAGA, clock.instant())).isFalse();
        em.clear();
        assertThat(endpoints.find(FORSHAGA).orElseThrow().nextPollAt()).isEqualTo(clock.instant());
    }

    @Test
    void faultsAreGroupedByWhatWasDoneAndWhy() {
        scene.fault(FORSHAGA, "POLL", "html", null);
        scene.fault(FORSHAGA, "DELIVER", "refused", "report:17");
        scene.fault(FORSHAGA, "DELIVER", "refused", "report:18");
        long last = scene.fault(FORSHAGA, "DELIVER", "refused", "report:17");
        scene.fault(KARLSTAD, "DELIVER", "refused", "report:19");

        List<FaultGroup> groups = desk.faults(administrator, FORSHAGA);

        assertThat(groups).extracting(FaultGroup::reason).containsExactly("refused", "html");
        assertThat(groups.get(0).count()).isEqualTo(3);
        assertThat(groups.get(0).lastId()).isEqualTo(last);
        assertThat(groups.get(0).subjects()).containsExactlyInAnyOrder("report:17", "report:18");
        assertThat(groups.get(0).answer()).isEqualTo("svar " + last);
        assertThat(groups.get(1).subjects()).isEmpty();
    }

    @Test
    void whatIsSeenToIsGoneAndWhatCameLaterIsNot() {
        long seen = scene.fault(FORSHAGA, "DELIVER", "refused", "report:17");
        scene.fault(FORSHAGA, "DELIVER", "refused", "report:18");
        scene.fault(FORSHAGA, "POLL", "refused", null);

        assertThat(doing.faultsHandled(administrator, FORSHAGA, FaultAction.DELIVER, "refused", seen))
                .isEqualTo(1);
        assertThat(doing.faultsHandled(administrator, FORSHAGA, FaultAction.DELIVER, "refused", seen))
                .isZero();

        em.flush();
        assertThat(desk.faults(administrator, FORSHAGA))
                .extracting(FaultGroup::action)
                .containsExactlyInAnyOrder(FaultAction.DELIVER, FaultAction.POLL);
        assertThat(scene.audited()).containsExactly("integration.faults-handled");
    }

    @Test
    void whatWentWrongLongAgoIsForgotten() {
        scene.fault(FORSHAGA, "POLL", "html", null);
        clock.advance(Duration.ofDays(91));
        scene.fault(FORSHAGA, "POLL", "large", null);

        assertThat(new OpenFaults(em).forget(clock.instant().minus(Duration.ofDays(90))))
                .isEqualTo(1);
        assertThat(desk.faults(administrator, FORSHAGA))
                .extracting(FaultGroup::reason)
                .containsExactly("large");
    }

    @Test
    void theOperatorSeesTheWorstFirst() {
        scene.delivery(KARLSTAD, "DUE", Duration.ofHours(5));
        scene.delivery(FORSHAGA, "PARKED", Duration.ofHours(1));
        scene.fault(FORSHAGA, "POLL", "html", null);

        List<CountryRow> rows = rows(CountryFilter.NEEDED, "");

        assertThat(rows).extracting(CountryRow::authorityCode).containsExactly(FORSHAGA, KARLSTAD);
        assertThat(rows.get(0).stuck()).isEqualTo(1);
        assertThat(rows.get(0).faults()).isEqualTo(1);
        assertThat(rows.get(0).lastFault()).isEqualTo(clock.instant());
        assertThat(rows.get(0).alarmHours()).isEqualTo(24);
        assertThat(rows.get(1).waiting()).isEqualTo(1);
        assertThat(rows.get(1).oldest()).isEqualTo(clock.instant().minus(Duration.ofHours(5)));
    }

    private List<CountryRow> rows(CountryFilter filter, String name) {
        return country.list(scene.operator(), filter, name, 0).rows();
    }

    @Test
    void theOperatorFindsAnyAuthorityByAPartOfItsName() {
        assertThat(rows(CountryFilter.ALL, "ckholm"))
                .extracting(CountryRow::authorityCode)
                .containsExactly("0180");
        assertThat(rows(CountryFilter.ALL, "%")).isEmpty();
        assertThat(rows(CountryFilter.NEEDED, "ckholm")).isEmpty();
    }

    @Test
    void theListIsTakenPageByPageAndSaysHowManyThereAre() {
        CountryList all = country.list(scene.operator(), CountryFilter.ALL, "", 0);
        long authorities =
                em.createQuery("select count(a) from Authority a", Long.class).getSingleResult();

        assertThat(all.counts().get(CountryFilter.ALL)).isEqualTo(authorities);
        assertThat(all.counts().get(CountryFilter.NEEDED)).isZero();
        assertThat(country.list(scene.operator(), CountryFilter.ALL, "", 1).rows())
                .hasSize((int) Math.max(0, Math.min(CountryIntegrations.PAGE, authorities - CountryIntegrations.PAGE)));
    }

    @Test
    void whatArrivedBeforeAnybodyNotedItAndASilentServerAreSeenToo() {
        long id = scene.delivery(FORSHAGA, "DELIVERED", Duration.ofDays(3));
        scene.sql("update delivery set delivered_at = created_at where id = " + id);
        scene.sql("insert into integration (authority_code, channel, trusts_mail, alarm_hours, changed_at, version)"
                + " values ('1780', 'OPEN311', false, 0, '2026-01-01', 0)");
        scene.sql("insert into open311_endpoint (authority_code, url, format, attribute_style, extended_statuses,"
                + " closed_means, updates, sends_updates, time_zone, poll_failures, changed_at, version)"
                + " values ('1780', 'https://x.test', 'XML', 'BRACKETS', false, 'fixed', 'UPDATES', false,"
                + " 'Europe/Stockholm', 7, '2026-01-01', 0)");

        assertThat(rows(CountryFilter.ALL, "Forshaga")).singleElement().satisfies(row -> assertThat(row.lastSent())
                .isEqualTo(clock.instant().minus(Duration.ofDays(3))));
        assertThat(rows(CountryFilter.FAULTS, "")).singleElement().satisfies(row -> {
            assertThat(row.authorityCode()).isEqualTo(KARLSTAD);
            assertThat(row.silences()).isEqualTo(7);
            assertThat(row.alarmHours()).isZero();
        });
    }

    @Test
    void anAlarmIsWorseThanAnything() {
        scene.delivery(FORSHAGA, "PARKED", Duration.ofHours(1));
        scene.sql("insert into integration (authority_code, channel, trusts_mail, alarmed_at, changed_at, version)"
                + " values ('1780', 'OPEN311', false, '2026-01-01', '2026-01-01', 0)");

        assertThat(rows(CountryFilter.NEEDED, ""))
                .extracting(CountryRow::authorityCode)
                .containsExactly(KARLSTAD, FORSHAGA);
    }

    @Test
    void residentsWordsThatDidNotArriveAreListedSentAgainAndMarkedAsHandled() {
        RecordedEvents<SendingDue> due = new RecordedEvents<>();
        UpdateDesk updates =
                new UpdateDesk(new OpenUpdates(em), new UpdateRescue(em, due, clock), new AuditTrail(em, clock));
        long waiting = scene.update(FORSHAGA, "DUE", "TEMPORARY_FAILURE: unreachable");
        long refused = scene.update(FORSHAGA, "PARKED", "REFUSED: 400 refused: no such number");
        long theirs = scene.update(KARLSTAD, "PARKED", "REFUSED: 403 refused");
        scene.update(FORSHAGA, "DELIVERED", null);

        assertThat(updates.queue(administrator, FORSHAGA))
                .extracting(QueuedUpdate::id, QueuedUpdate::state, QueuedUpdate::lastError)
                .containsExactly(
                        tuple(refused, UpdateDeliveryState.PARKED, "400 refused: no such number"),
                        tuple(waiting, UpdateDeliveryState.DUE, "unreachable"));
        assertThat(updates.sendAgain(administrator, FORSHAGA, refused)).isTrue();
        assertThat(due.fired()).hasSize(1);
        assertThat(updates.handled(administrator, FORSHAGA, waiting)).isTrue();
        assertThat(updates.handled(administrator, FORSHAGA, waiting)).isFalse();
        em.flush();
        em.clear();
        assertThat(updates.queue(administrator, FORSHAGA))
                .extracting(QueuedUpdate::id, QueuedUpdate::state)
                .containsExactly(tuple(refused, UpdateDeliveryState.DUE));
        assertThat(em.createNativeQuery("select action from audit_entry where action like 'update.%' order by id")
                        .getResultList())
                .containsExactly("update.sent-again", "update.handled");

        assertThatThrownBy(() -> updates.sendAgain(administrator, FORSHAGA, theirs))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> updates.handled(administrator, FORSHAGA, 17)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> updates.queue(administrator, KARLSTAD)).isInstanceOf(NotPermitted.class);
        Caller caseworker = scene.somebody(FORSHAGA, Role.CASEWORKER);
        assertThatThrownBy(() -> updates.queue(caseworker, FORSHAGA)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> updates.sendAgain(caseworker, FORSHAGA, refused))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> updates.handled(caseworker, FORSHAGA, refused)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void onlyItsAdministratorsAndTheOperatorSeeIt() {
        for (Caller other :
                List.of(scene.somebody(FORSHAGA, Role.CASEWORKER), scene.somebody(KARLSTAD, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> desk.find(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> desk.queue(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> desk.faults(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> desk.server(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> doing.faultsHandled(other, FORSHAGA, FaultAction.POLL, "html", 1))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> doing.sendAllAgain(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
        }
        assertThatThrownBy(() -> country.list(administrator, CountryFilter.ALL, "", 0))
                .isInstanceOf(NotPermitted.class);
        assertThat(desk.find(scene.operator(), FORSHAGA)).isNotNull();
    }

    @Test
    void anotherAuthoritysReportIsNobodysBusinessHere() {
        long theirs = scene.delivery(KARLSTAD, "PARKED", Duration.ofHours(1));

        assertThatThrownBy(() -> doing.sendAgain(administrator, FORSHAGA, theirs))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> doing.handled(administrator, FORSHAGA, theirs)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> doing.handled(administrator, FORSHAGA, 1)).isInstanceOf(NotPermitted.class);
        assertThat(scene.state(theirs)).isEqualTo("PARKED");
    }
}

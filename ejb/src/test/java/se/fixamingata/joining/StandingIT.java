package se.fixamingata.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.AuthorityChanged;
import se.fixamingata.municipality.AuthorityState;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;

class StandingIT extends DatabaseTest {

    private static final String FORSHAGA = HandlingScene.FORSHAGA;

    private final RecordedEvents<AddressRegistered> addresses = new RecordedEvents<>();
    private final RecordedEvents<AuthorityChanged> changes = new RecordedEvents<>();
    private HandlingScene scene;
    private Checklists checklists;
    private Standing standing;
    private Caller boss;

    @BeforeEach
    void scene() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        scene.sql("update authority set email = null, state = 'DEFAULT' where code = '1763'");
        scene.sql("delete from authority_category where authority_code = '1763'");
        scene.sql("delete from category_recipient where authority_code = '1763'");
        scene.sql("delete from authority_step where authority_code = '1763'");
        flushAndClear();
        boss = scene.staff(FORSHAGA, Role.ADMINISTRATOR);
        AuditTrail audit = new AuditTrail(em, clock);
        checklists = new Checklists(em, audit, clock);
        standing = new Standing(em, checklists, new OneAtATime(em), audit, addresses, changes, clock);
    }

    private Checklist list() {
        flushAndClear();
        return checklists.find(boss, FORSHAGA);
    }

    private void address() {
        scene.sql("update authority set email = 'kommunen@forshaga.example' where code = '1763'");
        flushAndClear();
    }

    @Test
    void nobodyHasDoneAnythingYet() {
        Checklist fresh = list();
        assertThat(fresh.done()).isZero();
        assertThat(fresh.missing()).contains(ChecklistStep.RECIPIENTS);
        assertThat(fresh.state()).isEqualTo(AuthorityState.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(ChecklistStep.class)
    void whatTheServiceSeesCannotBeTicked(ChecklistStep step) {
        checklists.tick(boss, FORSHAGA, step, true);
        checklists.tick(boss, FORSHAGA, step, true);
        assertThat(list().ticked()).isEqualTo(step.isTicked() ? Set.of(step) : Set.of());
        assertThat(scene.count("select count(*) from audit_entry where action = 'step.ticked'"))
                .isEqualTo(step.isTicked() ? 1 : 0);
        checklists.tick(boss, FORSHAGA, step, false);
        assertThat(list().ticked()).isEmpty();
    }

    @Test
    void recipientsAreSeen() {
        assertThat(list().isDone(ChecklistStep.RECIPIENTS)).isFalse();
        scene.sql("insert into authority_category (authority_code, category_code) values ('1763', 'trees')");
        scene.sql("insert into category_recipient (authority_code, category_code, email)"
                + " values ('1763', 'trees', 'park@forshaga.example')");
        assertThat(list().isDone(ChecklistStep.RECIPIENTS)).isTrue();
        assertThat(list().isDone(ChecklistStep.CATEGORIES)).isTrue();
        scene.sql("insert into authority_category (authority_code, category_code) values ('1763', 'lighting')");
        assertThat(list().isDone(ChecklistStep.RECIPIENTS)).isFalse();
        address();
        assertThat(list().isDone(ChecklistStep.RECIPIENTS)).isTrue();
    }

    @Test
    void aStartWithoutRecipientIsRefusedWithWhatIsMissing() {
        assertThat(standing.goLive(boss, FORSHAGA))
                .isInstanceOfSatisfying(StandingResult.Missing.class, missing -> assertThat(missing.steps())
                        .contains(ChecklistStep.RECIPIENTS));
        assertThat(list().state()).isEqualTo(AuthorityState.DEFAULT);
        assertThat(changes.fired()).isEmpty();
    }

    @Test
    void startingAndGoingBack() {
        address();
        scene.sql("insert into membership (id, account_id, authority_code, role, categories, created_at)"
                + " select next value for inner_number, " + boss.accountId() + ", '1763', 'ADMINISTRATOR', '', now(6)"
                + " where not exists (select 1 from membership where account_id = " + boss.accountId() + ")");
        assertThat(standing.goLive(boss, FORSHAGA)).isEqualTo(new StandingResult.Done());
        assertThat(standing.goLive(boss, FORSHAGA)).isEqualTo(new StandingResult.Done());
        assertThat(list().state()).isEqualTo(AuthorityState.LIVE);
        assertThat(standing.goBack(boss, FORSHAGA)).isEqualTo(new StandingResult.Done());
        assertThat(list().state()).isEqualTo(AuthorityState.DEFAULT);
        assertThat(addresses.fired()).hasSize(2);
        assertThat(scene.list("select concat_ws('|', before_value, after_value) from audit_entry"
                        + " where action = 'authority.standing' order by id"))
                .containsExactly("DEFAULT|LIVE", "LIVE|DEFAULT");
    }

    @Test
    void takingReportsElsewhereNeedsWords() {
        assertThat(standing.refuse(boss, FORSHAGA, new Refusal(" ", "x".repeat(2001), "javascript:alert(1)")))
                .isEqualTo(new StandingResult.Invalid(Map.of(
                        "sv", "joining.refusal.missing",
                        "en", "joining.refusal.long",
                        "url", "joining.refusal.url")));
        assertThat(standing.refuse(boss, FORSHAGA, new Refusal("Ring växeln.", "", "https://forshaga.example/fel")))
                .isEqualTo(new StandingResult.Done());
        flushAndClear();
        Authority authority = em.find(Authority.class, FORSHAGA);
        assertThat(authority.refuses()).isTrue();
        assertThat(authority.refusal(Language.EN)).contains("Ring växeln.");
        assertThat(authority.refusalUrl()).contains("https://forshaga.example/fel");
        standing.goBack(boss, FORSHAGA);
        flushAndClear();
        assertThat(em.find(Authority.class, FORSHAGA).refusal(Language.SV)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"forshaga.se", "ftp://forshaga.se", "https://", "https://a@b.se/", "https://b.se/ ett mellanrum"
            })
    void whatIsNoPageIsRefused(String url) {
        assertThat(new Refusal("Ring.", "", url).problems()).containsEntry("url", "joining.refusal.url");
    }

    @Test
    void onlyAdministratorsDecideAndOnlyTheOperatorSeesAll() {
        for (Caller caller : List.of(
                scene.staff(FORSHAGA, Role.CASEWORKER), scene.staff(HandlingScene.KARLSTAD, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> checklists.find(caller, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> checklists.tick(caller, FORSHAGA, ChecklistStep.MAP, true))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> standing.goLive(caller, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> standing.goBack(caller, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> standing.refuse(caller, FORSHAGA, new Refusal("a", "", "")))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> checklists.all(caller)).isInstanceOf(NotPermitted.class);
        }
        assertThat(checklists.all(scene.operator()))
                .hasSizeGreaterThan(2)
                .extracting(Checklist::code)
                .contains("TRV");
    }
}

package se.fixamingata.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.AuthorityChanged;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.report.Report;
import se.fixamingata.shared.OneAtATime;

class CategoryAdministrationIT extends DatabaseTest {

    private static final String FORSHAGA = HandlingScene.FORSHAGA;

    private final RecordedEvents<AddressRegistered> addresses = new RecordedEvents<>();
    private final RecordedEvents<AuthorityChanged> changes = new RecordedEvents<>();
    private HandlingScene scene;
    private CategoryAdministration administration;
    private Caller boss;

    @BeforeEach
    void scene() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        scene.sql("update authority set email = 'kommunen@forshaga.example', state = 'DEFAULT' where code = '1763'");
        scene.sql("delete from authority_category where authority_code = '1763'");
        scene.sql("delete from private_category where authority_code = '1763'");
        scene.sql("delete from category_recipient where authority_code = '1763'");
        flushAndClear();
        boss = scene.staff(FORSHAGA, Role.ADMINISTRATOR);
        administration = new CategoryAdministration(
                em, new CategoryStore(em), new OneAtATime(em), new AuditTrail(em, clock), addresses, changes, clock);
    }

    private CategoryResult change(String email, UnaryOperator<CategoryChoice> how) {
        CategorySettings now = administration.find(boss, FORSHAGA);
        CategoryResult result = administration.save(
                boss,
                FORSHAGA,
                now.mark(),
                new CategorySettings(email, now.categories().stream().map(how).toList()));
        flushAndClear();
        return result;
    }

    private static UnaryOperator<CategoryChoice> only(String code, CategoryChoice instead) {
        return one -> one.code().equals(code) ? instead : one;
    }

    @Test
    void anAuthorityThatHasChosenNothingTakesTheWholeListButStateRoads() {
        CategorySettings now = administration.find(boss, FORSHAGA);
        assertThat(now.categories()).hasSize(19).allMatch(CategoryChoice::on).noneMatch(CategoryChoice::confidential);
        assertThat(now.categories()).extracting(CategoryChoice::code).doesNotContain("state_road");
        assertThat(now.homeless()).isZero();
        Caller roads = scene.staff("TRV", Role.ADMINISTRATOR);
        assertThat(administration.find(roads, "TRV").categories())
                .extracting(CategoryChoice::code)
                .containsExactly("state_road");
    }

    @Test
    void whatIsSavedHoldsForReportsFromThenOn() {
        Report open = scene.report();
        CategoryResult saved = change("ny@forshaga.example", one -> switch (one.code()) {
            case "lighting" -> new CategoryChoice("lighting", false, false, "");
            case "trees" -> new CategoryChoice("trees", true, true, " park@FORSHAGA.example ");
            default -> one;
        });
        assertThat(saved).isEqualTo(new CategoryResult.Saved());
        Authorities fresh = new Authorities(em);
        assertThat(fresh.chosenCategories(FORSHAGA)).hasSize(18).doesNotContain("lighting");
        assertThat(fresh.recipient(FORSHAGA, "trees")).contains("park@forshaga.example");
        assertThat(fresh.recipient(FORSHAGA, "graffiti")).contains("ny@forshaga.example");
        assertThat(new PrivateCategories(em).of(FORSHAGA)).isEqualTo(Set.of("trees"));
        assertThat(em.find(Report.class, open.id()).categoryCode()).isEqualTo("lighting");
        assertThat(addresses.fired()).containsExactly(new AddressRegistered(FORSHAGA));
        assertThat(changes.fired()).containsExactly(new AuthorityChanged(FORSHAGA));
        assertThat(scene.list("select concat_ws('|', action, subject) from audit_entry where action like 'categor%'"
                        + " or action = 'recipient.changed' order by id"))
                .containsExactlyInAnyOrder(
                        "categories.chosen|authority:1763",
                        "categories.private|authority:1763",
                        "recipient.changed|authority:1763",
                        "recipient.changed|category:trees");
        assertThat(scene.count("select count(*) from audit_entry where after_value like '%@%'"))
                .isZero();
    }

    @Test
    void theSameAgainIsNoChange() {
        assertThat(change("kommunen@forshaga.example", one -> one)).isEqualTo(new CategoryResult.Saved());
        assertThat(changes.fired()).isEmpty();
        assertThat(scene.count("select count(*) from audit_entry where action like 'categor%'"))
                .isZero();
    }

    @Test
    void everythingOnIsTheStandardListAgain() {
        change("", only("lighting", new CategoryChoice("lighting", false, false, "")));
        change("", only("lighting", new CategoryChoice("lighting", true, false, "")));
        assertThat(new Authorities(em).chosenCategories(FORSHAGA)).isEmpty();
        assertThat(administration.find(boss, FORSHAGA).homeless()).isEqualTo(19);
    }

    @Test
    void whatIsWrongIsToldWithItsFieldAndNothingIsSaved() {
        assertThat(change("kommunen", only("trees", new CategoryChoice("trees", true, false, "park@"))))
                .isEqualTo(new CategoryResult.Invalid(Map.of(
                        "email", "administration.email.invalid",
                        "recipient-trees", "administration.email.invalid")));
        assertThat(change("", one -> new CategoryChoice(one.code(), false, false, "")))
                .isEqualTo(new CategoryResult.Invalid(Map.of("categories", "administration.categories.none")));
        assertThat(administration.find(boss, FORSHAGA).email()).isEqualTo("kommunen@forshaga.example");
    }

    @Test
    void whoeverIsLiveHasSomebodyForEveryCategory() {
        scene.sql("update authority set state = 'LIVE' where code = '1763'");
        flushAndClear();
        CategoryResult result = change("", only("trees", new CategoryChoice("trees", true, false, "park@example.org")));
        assertThat(result)
                .isInstanceOfSatisfying(CategoryResult.Invalid.class, invalid -> assertThat(invalid.problems())
                        .hasSize(18)
                        .doesNotContainKey("recipient-trees")
                        .containsEntry("recipient-lighting", "administration.recipient.missing"));
    }

    @Test
    void theSecondOfTwoIsToldAndChangesNothing() {
        CategorySettings seen = administration.find(boss, FORSHAGA);
        change("forst@forshaga.example", one -> one);
        List<CategoryChoice> mine = new ArrayList<>(seen.categories());
        mine.set(0, new CategoryChoice(mine.get(0).code(), false, false, ""));
        assertThat(administration.save(boss, FORSHAGA, seen.mark(), new CategorySettings(seen.email(), mine)))
                .isEqualTo(new CategoryResult.Conflict());
        assertThat(administration.find(boss, FORSHAGA).email()).isEqualTo("forst@forshaga.example");
    }

    @Test
    void aForeignCategoryOnTheFormIsNoneOfIts() {
        CategorySettings now = administration.find(boss, FORSHAGA);
        List<CategoryChoice> more = new ArrayList<>(now.categories());
        more.add(new CategoryChoice("state_road", true, true, "vagen@example.org"));
        administration.save(boss, FORSHAGA, now.mark(), new CategorySettings(now.email(), more));
        assertThat(scene.count("select count(*) from category_recipient where category_code = 'state_road'"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"READER", "CASEWORKER"})
    void onlyAdministratorsDecide(Role role) {
        Caller other = scene.staff(FORSHAGA, role);
        Caller foreign = scene.staff(HandlingScene.KARLSTAD, Role.ADMINISTRATOR);
        for (Caller caller : List.of(other, foreign)) {
            assertThatThrownBy(() -> administration.find(caller, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() ->
                            administration.save(caller, FORSHAGA, "", new CategorySettings("a@example.org", List.of())))
                    .isInstanceOf(NotPermitted.class);
        }
    }
}

package se.fixamingata.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Role;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.Language;
import se.fixamingata.signin.session.SignInRules;
import se.fixamingata.signin.session.SignedIn;
import se.fixamingata.signin.session.Way;

/** Who needs a second factor. */
class SignInRulesIT extends DatabaseTest {

    private Door door;
    private SignInRules rules;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        door = new Door(em, clock);
        rules = new SignInRules(em, true);
    }

    private static SignedIn signedIn(boolean operator, Way way, boolean hasTotp, String... authorities) {
        List<Membership> places = List.of(authorities).stream()
                .map(code -> new Membership(code, Role.READER, Set.of()))
                .toList();
        return new SignedIn(
                new Caller(1, 1, "Olga", "olga@example.org", Language.SV, operator, places), way, false, hasTotp);
    }

    @Test
    void operatorsDoUnlessTheServiceIsSetUpOtherwise() {
        assertThat(rules.mustSetUpSecondFactor(signedIn(true, Way.PASSWORD, false)))
                .isTrue();
        assertThat(rules.mustSetUpSecondFactor(signedIn(true, Way.LINK, false))).isTrue();
        assertThat(rules.mustSetUpSecondFactor(signedIn(true, Way.PASSWORD, true)))
                .isFalse();
        assertThat(rules.mustSetUpSecondFactor(signedIn(false, Way.PASSWORD, false)))
                .isFalse();
        assertThat(new SignInRules(em, false).mustSetUpSecondFactor(signedIn(true, Way.PASSWORD, false)))
                .isFalse();
    }

    @Test
    void anOperatorIsThroughOnceTheAppIsThere() {
        Account olga = door.resident("olga@example.org");
        olga.becomeOperator();
        em.flush();
        var done = door.enter("olga@example.org", Door.VISITOR);
        SignedIn before = door.find(done.tokens()).orElseThrow();
        assertThat(rules.mustSetUpSecondFactor(before)).isTrue();
        assertThat(before.caller().asResident().isStaff()).isFalse();
        assertThatThrownBy(() -> Permissions.requireOperator(before.caller().asResident()))
                .isInstanceOf(NotPermitted.class);
        door.security.prepareTotp(before.caller());
        byte[] secret = door.secondFactor.secret(em.find(Account.class, olga.id()));
        var enabled = (SecurityResult.Done)
                door.security.enableTotp(before.caller(), door.codes.code(secret, clock.instant()));
        em.flush();
        em.clear();
        SignedIn after = door.sessions.find(enabled.session().orElseThrow()).orElseThrow();
        assertThat(after.caller().operator()).isTrue();
        assertThat(rules.mustSetUpSecondFactor(after)).isFalse();
    }

    @Test
    void soDoesTheStaffOfAuthoritiesThatDemandIt() {
        em.createNativeQuery("insert into authority_sign_in (authority_code, totp_required, oidc_enabled, changed_at,"
                        + " version) values ('1780', true, false, utc_timestamp(6), 1)")
                .executeUpdate();
        assertThat(rules.mustSetUpSecondFactor(signedIn(false, Way.PASSWORD, false, "1763")))
                .isFalse();
        assertThat(rules.mustSetUpSecondFactor(signedIn(false, Way.PASSWORD, false, "1763", "1780")))
                .isTrue();
        assertThat(rules.mustSetUpSecondFactor(signedIn(false, Way.OIDC, false, "1780")))
                .isFalse();
        assertThat(rules.mustSetUpSecondFactor(signedIn(false, Way.PASSWORD, true, "1780")))
                .isFalse();
    }
}

package se.fixamingata.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.signin.BarredDoor;

/** Who is let in, kept out and made an operator. */
class AccountDeskIT extends OperatorTest {

    private static final long ANNA = 902;

    private BarredDoor door;
    private AccountDesk desk;

    @BeforeEach
    void aDesk() {
        door = new BarredDoor(em, clock);
        desk = new AccountDesk(em, door.accounts(), door.removal(), new OneAtATime(em), audit, clock);
        account(ANNA, "anna@example.org");
    }

    private AccountView anna() {
        flushAndClear();
        return desk.view(operator, ANNA).orElseThrow();
    }

    @Test
    void foundByAddressAndShownWithoutSecrets() {
        assertThat(desk.find(operator, " anna@example.org ")).contains(ANNA);
        assertThat(desk.find(operator, "bo@example.org")).isEmpty();
        assertThat(desk.find(operator, "anna")).isEmpty();
        assertThat(anna()).satisfies(view -> {
            assertThat(view.operator()).isFalse();
            assertThat(view.isShut()).isFalse();
            assertThat(view.places()).isEmpty();
        });
        assertThat(desk.operators(operator)).extracting(AccountView::id).containsExactly(900L);
        assertThat(plan("select * from account where operator = true order by id limit 100"))
                .singleElement()
                .asString()
                .contains("ix_account_operator");
    }

    @Test
    void whoIsShutOutIsSignedOutAndNoWayLeadsIn() {
        door.signIn(ANNA);
        assertThat(anna().sessions()).isEqualTo(1);
        assertThat(desk.bar(operator, ANNA)).isEmpty();
        assertThat(desk.bar(operator, ANNA)).isEmpty();
        assertThat(anna().sessions()).isZero();
        assertThat(anna().isBarred()).isTrue();
        assertThat(door.getsIn(ANNA)).isFalse();
        assertThat(desk.open(operator, ANNA)).isEmpty();
        assertThat(anna().isShut()).isFalse();
        assertThat(door.getsIn(ANNA)).isTrue();
        assertThat(trail()).contains("account.barred account:902", "account.opened-again account:902");
    }

    @Test
    void wrongPasswordsNoLongerKeepSomebodyOut() {
        run("update account set locked_until = '2099-01-01', failed_attempts = 3 where id = 902");
        assertThat(anna().locked()).isTrue();
        desk.open(operator, ANNA);
        assertThat(anna().isShut()).isFalse();
    }

    @Test
    void aLostSecondFactorIsTakenAwayAndItsOwnerTold() {
        run("update account set totp_secret = 'x', totp_enabled_at = '2026-01-01' where id = 902");
        assertThat(desk.removeSecondFactor(operator, ANNA)).isEmpty();
        assertThat(desk.removeSecondFactor(operator, ANNA)).isEmpty();
        assertThat(anna().secondFactor()).isFalse();
        assertThat(read("select concat(kind, ' ', recipient) from notification"))
                .isEqualTo(List.of("SECURITY_CHANGED anna@example.org"));
        assertThat(trail()).containsOnlyOnce("second-factor.removed account:902");
    }

    @Test
    void thereIsAlwaysAnOperatorWhoCanSignIn() {
        assertThat(desk.dismissOperator(operator, 900)).isEqualTo("anvandare.last-operator");
        assertThat(desk.makeOperator(operator, ANNA)).isEmpty();
        assertThat(anna().operator()).isTrue();
        desk.bar(operator, ANNA);
        assertThat(desk.dismissOperator(operator, 900))
                .as("the other one is shut out")
                .isEqualTo("anvandare.last-operator");
        desk.open(operator, ANNA);
        assertThat(desk.dismissOperator(operator, 900)).isEmpty();
        assertThat(desk.bar(operator, ANNA)).as("the last one").isEqualTo("anvandare.last-operator");
        assertThat(desk.dismissOperator(operator, ANNA)).isEqualTo("anvandare.last-operator");
        assertThat(trail()).contains("account.operator account:902", "account.operator account:900");
    }

    @Test
    void nobodyDoesItToThemselvesAndNobodyElseAtAll() {
        assertThat(desk.bar(operator, 900)).isEqualTo("anvandare.own");
        assertThat(desk.open(operator, 900)).isEqualTo("anvandare.own");
        assertThat(desk.removeSecondFactor(operator, 900)).isEqualTo("anvandare.own");
        assertThat(desk.makeOperator(operator, 900)).isEqualTo("anvandare.own");
        assertThatThrownBy(() -> desk.bar(operator, 4711)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.find(resident, "anna@example.org")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.view(resident, ANNA)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.operators(resident)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.bar(resident, ANNA)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.makeOperator(resident, ANNA)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.dismissOperator(resident, 900)).isInstanceOf(NotPermitted.class);
    }
}

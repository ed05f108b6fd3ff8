package se.fixamingata.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.blocking.BlockedAddresses;

/** Addresses that may not be used for a time. */
class BlockDeskIT extends OperatorTest {

    private BlockDesk desk;
    private BlockedAddresses blocked;

    @BeforeEach
    void aDesk() {
        desk = new BlockDesk(em, new Accounts(em), audit, clock);
        blocked = new BlockedAddresses(em, clock);
    }

    @Test
    void blockedUntilItIsOverHoweverItIsWritten() {
        assertThat(desk.block(operator, " Troll@example.org ", "Dnr 17", 30)).isEmpty();
        assertThat(blocked.contains("troll@EXAMPLE.org")).isTrue();
        assertThat(blocked.contains("anna@example.org")).isFalse();
        assertThat(desk.list(operator)).singleElement().satisfies(line -> assertThat(line.reason())
                .isEqualTo("Dnr 17"));
        clock.advance(Duration.ofDays(30));
        assertThat(blocked.contains("troll@example.org")).isFalse();
        assertThat(desk.list(operator)).isEmpty();
        desk.block(operator, "annan@example.org", "Dnr 18", 30);
        assertThat(read("select count(*) from blocked_address"))
                .as("what is over is forgotten")
                .asString()
                .isEqualTo("[1]");
    }

    @Test
    void blockedAgainIsOneBlockAndLiftedIsNone() {
        desk.block(operator, "troll@example.org", "Dnr 17", 30);
        desk.block(operator, "troll@example.org", "Dnr 18", 365);
        assertThat(desk.list(operator)).hasSize(1);
        long id = desk.list(operator).get(0).id();
        assertThat(desk.list(operator).get(0).until()).isEqualTo(clock.instant().plus(Duration.ofDays(365)));
        assertThat(desk.lift(operator, id)).isTrue();
        assertThat(desk.lift(operator, id)).isFalse();
        assertThat(blocked.contains("troll@example.org")).isFalse();
        assertThat(trail())
                .containsExactly(
                        "address.blocked address:" + id,
                        "address.blocked address:" + id,
                        "address.lifted address:" + id);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(desk.block(operator, "troll", "Dnr 17", 30)).isEqualTo("person.email-wrong");
        assertThat(desk.block(operator, "troll@example.org", " ", 30)).isEqualTo("sparrade.reason-missing");
        assertThat(desk.block(operator, "troll@example.org", "x".repeat(201), 30))
                .isEqualTo("sparrade.reason-missing");
        assertThat(desk.block(operator, "troll@example.org", "Dnr 17", 31)).isEqualTo("sparrade.days-missing");
        assertThat(desk.block(operator, "olga@example.org", "Dnr 17", 30)).isEqualTo("sparrade.staff");
        assertThat(desk.list(operator)).isEmpty();
    }

    @Test
    void theQuestionIsAskedAlongTheIndex() {
        assertThat(plan(
                        "select 1 from blocked_address where hash = ?1 and until_at > '2026-11-24'",
                        BlockedAddresses.hash("a@b.se")))
                .noneMatch(line -> line.contains(" ALL "));
    }

    @Test
    void onlyForOperators() {
        assertThatThrownBy(() -> desk.list(resident)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.block(resident, "a@example.org", "x", 30)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.lift(resident, 1)).isInstanceOf(NotPermitted.class);
    }
}

package se.fixamingata.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.staff.StaffScene.FORSHAGA;
import static se.fixamingata.staff.StaffScene.STOCKHOLM;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.Language;
import se.fixamingata.signin.Invitation;
import se.fixamingata.signin.InvitationState;

/** Inviting several people at once. */
class InvitingIT extends DatabaseTest {

    private StaffScene scene;
    private Caller adam;

    @BeforeEach
    void begin() {
        TestMunicipalities.seed(em, clock);
        scene = new StaffScene(em, clock);
        adam = scene.caller(scene.person("Adam", FORSHAGA, Role.ADMINISTRATOR));
        scene.person("Hanna", FORSHAGA, Role.CASEWORKER);
    }

    private InvitingResult invite(String typed) {
        InvitingResult result =
                scene.inviting.invite(adam, FORSHAGA, typed, Role.CASEWORKER, Set.of("park"), Language.EN);
        em.flush();
        return result;
    }

    private List<Invitation> open() {
        return scene.inviting.open(adam, FORSHAGA);
    }

    @Test
    void takesAddressesHoweverTheyAreKeptApart() {
        assertThat(invite("a@example.org, b@example.org;c@example.org\nd@example.org  A@Example.org"))
                .isEqualTo(new InvitingResult.Sent(
                        List.of("a@example.org", "b@example.org", "c@example.org", "d@example.org"), List.of()));
        assertThat(invite("Eva Ek <eva@example.org>, \"Ek, Åke\" <ake@example.org>; ove@example.org"))
                .isInstanceOf(InvitingResult.Refused.class);
        assertThat(invite("Eva Ek <eva@example.org>; Åke Ek <ake@example.org>; ove@example.org"))
                .isEqualTo(new InvitingResult.Sent(
                        List.of("eva@example.org", "ake@example.org", "ove@example.org"), List.of()));
        assertThat(open()).hasSize(7).allSatisfy(one -> {
            assertThat(one.role()).isEqualTo(Role.CASEWORKER);
            assertThat(one.categories()).containsExactly("park");
            assertThat(one.language()).isEqualTo(Language.EN);
        });
        assertThat(scene.count("notification where kind = 'INVITATION'")).isEqualTo(7);
    }

    @Test
    void invitesNobodyWhenOneIsWrong() {
        assertThat(invite("a@example.org, bertil, c@"))
                .isEqualTo(new InvitingResult.Refused("staff.invite.wrong", List.of("bertil", "c@")));
        assertThat(invite(" , ; ")).isEqualTo(new InvitingResult.Refused("staff.invite.missing", List.of()));
        assertThat(invite(null)).isEqualTo(new InvitingResult.Refused("staff.invite.missing", List.of()));
        assertThat(invite(many(51))).isEqualTo(new InvitingResult.Refused("staff.invite.many", List.of()));
        assertThat(scene.inviting.invite(adam, FORSHAGA, "a@example.org", Role.READER, Set.of("trolleri"), Language.SV))
                .isEqualTo(new InvitingResult.Refused("staff.category.unknown", List.of()));
        assertThat(scene.count("invitation")).isZero();
        assertThat(scene.count("notification")).isZero();
    }

    private static String many(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "p" + i + "@example.org")
                .collect(Collectors.joining(" "));
    }

    @Test
    void doesNotInviteWhoIsThere() {
        assertThat(invite("hanna@example.org ny@example.org"))
                .isEqualTo(new InvitingResult.Sent(List.of("ny@example.org"), List.of("hanna@example.org")));
    }

    @Test
    void sendsAgainAndWithdraws() {
        invite("ny@example.org");
        Invitation first = open().get(0);
        clock.advance(Duration.ofDays(15));
        assertThat(open().get(0).state(clock.instant())).isEqualTo(InvitationState.EXPIRED);
        assertThat(scene.inviting.sendAgain(adam, FORSHAGA, first.id())).isTrue();
        assertThat(open()).singleElement().satisfies(one -> {
            assertThat(one.id()).isNotEqualTo(first.id());
            assertThat(one.state(clock.instant())).isEqualTo(InvitationState.WAITING);
            assertThat(one.categories()).containsExactly("park");
        });
        long second = open().get(0).id();
        assertThat(scene.inviting.withdraw(adam, FORSHAGA, second)).isTrue();
        assertThat(open()).isEmpty();
        assertThat(scene.inviting.withdraw(adam, FORSHAGA, second)).isFalse();
        assertThat(scene.inviting.sendAgain(adam, FORSHAGA, second)).isFalse();
    }

    @Test
    void withdrawsWhatHasRunOut() {
        invite("ny@example.org");
        clock.advance(Duration.ofDays(15));
        assertThat(scene.inviting.withdraw(adam, FORSHAGA, open().get(0).id())).isTrue();
        assertThat(open()).isEmpty();
    }

    @Test
    void touchesNoInvitationOfAnotherAuthority() {
        Caller stina = scene.caller(scene.person("Stina", STOCKHOLM, Role.ADMINISTRATOR));
        scene.inviting.invite(stina, STOCKHOLM, "ny@example.org", Role.READER, Set.of(), Language.SV);
        em.flush();
        long theirs = scene.inviting.open(stina, STOCKHOLM).get(0).id();
        assertThat(scene.inviting.withdraw(adam, FORSHAGA, theirs)).isFalse();
        assertThat(scene.inviting.sendAgain(adam, FORSHAGA, theirs)).isFalse();
        assertThat(scene.inviting.open(stina, STOCKHOLM)).hasSize(1);
    }

    @Test
    void hasALimitForWhatWaits() {
        for (int i = 0; i < 3; i++) {
            String prefix = "x" + i;
            invite(many(50).replace("p", prefix));
        }
        assertThat(invite("en-till@example.org"))
                .isEqualTo(new InvitingResult.Refused("staff.invite.waiting", List.of()));
    }
}

package se.fixamingata.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.shared.Language;
import se.fixamingata.signin.session.SessionTokens;

/** Who may invite whom, and what the link in the mail does. */
class InvitationsIT extends DatabaseTest {

    private Door door;
    private Caller adam;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        door = new Door(em, clock);
        door.staff("adam@example.org", "1763", Role.ADMINISTRATOR);
        adam = door.caller("adam@example.org");
    }

    private long invite(String email, Role role, String... categories) {
        InviteResult result = door.invitations.invite(adam, email, "1763", role, Set.of(categories), Language.SV);
        em.flush();
        return ((InviteResult.Invited) result).invitationId();
    }

    private String link(long invitation) {
        String token = door.links
                .issue(Purpose.INVITATION, null, invitation, Duration.ofDays(14))
                .text();
        flushAndClear();
        return token;
    }

    @Test
    void opensAnAccountWithItsPlace() {
        String link = link(invite("Ny.Kollega@Example.org", Role.CASEWORKER, "lighting"));
        assertThat(door.joining.look(link))
                .isEqualTo(new InvitationView(
                        InvitationState.WAITING, "Ny.Kollega@example.org", "1763", Role.CASEWORKER, false));
        assertThat(door.count("account where email like 'ny%'")).isZero();

        JoinResult result = door.joining.accept(link, "Nils Ny", "en mening om lyktor", Door.VISITOR);
        assertThat(result).isInstanceOf(JoinResult.Opened.class);
        SessionTokens tokens = ((JoinResult.Opened) result).done().tokens();
        assertThat(door.find(tokens)).get().satisfies(who -> {
            assertThat(who.caller().name()).isEqualTo("Nils Ny");
            assertThat(who.caller().memberships())
                    .containsExactly(new Membership("1763", Role.CASEWORKER, Set.of("lighting")));
        });
        assertThat(door.joining.accept(link, "Nils Ny", "en mening om lyktor", Door.VISITOR))
                .isEqualTo(new JoinResult.Over(InvitationState.USED));
        assertThat(door.count("audit_entry where action = 'invitation.accepted' and authority_code = '1763'"))
                .isEqualTo(1);
    }

    @Test
    void anAccountThatIsThereJoinsButIsNotSignedIn() {
        door.resident("boel@example.org");
        String link = link(invite("boel@example.org", Role.READER));
        assertThat(door.joining.look(link).known()).isTrue();
        long sessions = door.count("account_session");
        assertThat(door.joining.accept(link, null, null, Door.VISITOR))
                .isEqualTo(new JoinResult.Joined("boel@example.org"));
        assertThat(door.count("account_session")).isEqualTo(sessions);
        assertThat(door.caller("boel@example.org").memberships())
                .containsExactly(new Membership("1763", Role.READER, Set.of()));
    }

    @Test
    void saysWhatHasToBeMended() {
        String link = link(invite("ny@example.org", Role.READER));
        JoinResult result = door.joining.accept(link, " ", "password1234", Door.VISITOR);
        assertThat(((JoinResult.Invalid) result).problems())
                .extracting(problem -> problem.field() + " " + problem.key())
                .containsExactly("name report.name.short", "password password.common");
        assertThat(door.joining.look(link).state()).isEqualTo(InvitationState.WAITING);
    }

    @Test
    void tellsWithdrawnExpiredAndReplacedApart() {
        long first = invite("ny@example.org", Role.READER);
        String old = link(first);
        String newer = link(invite("ny@example.org", Role.CASEWORKER));
        assertThat(door.joining.look(old).state()).isEqualTo(InvitationState.WITHDRAWN);
        door.invitations.withdraw(adam, invite("annan@example.org", Role.READER));
        assertThat(door.count("invitation where withdrawn_at is not null")).isEqualTo(2);
        clock.advance(Duration.ofDays(14));
        assertThat(door.joining.look(newer).state()).isEqualTo(InvitationState.EXPIRED);
        assertThat(door.joining.accept(newer, "Nils Ny", "en mening om lyktor", Door.VISITOR))
                .isEqualTo(new JoinResult.Over(InvitationState.EXPIRED));
        assertThat(door.joining.look("x").state()).isEqualTo(InvitationState.UNKNOWN);
    }

    @Test
    void onlyAdministratorsInviteAndOnlyToTheirOwn() {
        door.staff("hanna@example.org", "1763", Role.CASEWORKER);
        Caller hanna = door.caller("hanna@example.org");
        assertThatThrownBy(() ->
                        door.invitations.invite(hanna, "x@example.org", "1763", Role.READER, Set.of(), Language.SV))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() ->
                        door.invitations.invite(adam, "x@example.org", "1780", Role.READER, Set.of(), Language.SV))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> door.invitations.invite(adam, "x@example.org", null, null, Set.of(), Language.SV))
                .isInstanceOf(NotPermitted.class);
        long invitation = invite("x@example.org", Role.READER);
        assertThatThrownBy(() -> door.invitations.withdraw(hanna, invitation)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> door.invitations.withdraw(adam, 4711)).isInstanceOf(NotPermitted.class);
        assertThat(door.invitations.invite(adam, "hanna@example.org", "1763", Role.READER, Set.of(), Language.SV))
                .isInstanceOf(InviteResult.AlreadyThere.class);
        assertThat(door.invitations.invite(adam, "ingen adress", "1763", Role.READER, Set.of(), Language.SV))
                .isInstanceOf(InviteResult.InvalidAddress.class);
    }

    @Test
    void operatorsInviteOperators() {
        Account olga = door.resident("olga@example.org");
        olga.becomeOperator();
        em.flush();
        Caller operator = door.caller("olga@example.org");
        InviteResult.Invited invited = (InviteResult.Invited)
                door.invitations.invite(operator, "oskar@example.org", null, null, Set.of(), Language.EN);
        em.flush();
        door.joining.accept(link(invited.invitationId()), "Oskar", "en mening om lyktor", Door.VISITOR);
        assertThat(door.accounts.find("oskar@example.org")).get().matches(Account::isOperator);
    }

    /** Nobody with a place is invited there, so a place that is there was given, or changed, after the mail was sent. */
    @Test
    void anOlderInvitationLeavesANewerPlaceAsItIs() {
        String old = link(invite("boel@example.org", Role.READER, "lighting"));
        door.staff("boel@example.org", "1763", Role.ADMINISTRATOR);
        assertThat(door.joining.accept(old, null, null, Door.VISITOR))
                .isEqualTo(new JoinResult.Kept("boel@example.org"));
        assertThat(door.caller("boel@example.org").memberships())
                .containsExactly(new Membership("1763", Role.ADMINISTRATOR, Set.of()));
        assertThat(door.joining.look(old).state()).isEqualTo(InvitationState.USED);
        assertThat(door.count("audit_entry where action = 'invitation.accepted'"))
                .isZero();
        assertThat(door.count("audit_entry where action = 'invitation.outlived' and authority_code = '1763'"))
                .isEqualTo(1);
    }

    @Test
    void aCrowdIsAnsweredAndTheInvitationWaits() {
        String link = link(invite("ny@example.org", Role.READER));
        assertThat(Door.crowded(em, clock).joining.accept(link, "Nils Ny", "en mening om lyktor", Door.VISITOR))
                .isEqualTo(new JoinResult.Busy());
        assertThat(door.joining.look(link).state()).isEqualTo(InvitationState.WAITING);
        assertThat(door.count("account where email = 'ny@example.org'")).isZero();
    }
}

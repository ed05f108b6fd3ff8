package se.fixamingata.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.session.SessionTokens;
import se.fixamingata.signin.session.Sessions;
import se.fixamingata.signin.session.Visitor;

/** How long a browser is known, and what happens when somebody else comes with its token. */
class SessionsIT extends DatabaseTest {

    private static final String ANNA = "anna@example.org";

    private Door door;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        door = new Door(em, clock);
        door.staff(ANNA, "1763", Role.CASEWORKER);
    }

    @Test
    void onlyHashesAreStored() {
        SessionTokens tokens = door.enter(ANNA, Door.REMEMBERED).tokens();
        assertThat(door.count(
                        "account_session where token_hash = ?1",
                        tokens.session().hash()))
                .isEqualTo(1);
        assertThat(door.count(
                        "account_session where remember_hash = ?1",
                        tokens.remember().orElseThrow().hash()))
                .isEqualTo(1);
    }

    @Test
    void endsWhenItWasNotUsedForTwoHours() {
        SessionTokens tokens = door.enter(ANNA, Door.VISITOR).tokens();
        clock.advance(Duration.ofMinutes(119));
        assertThat(door.find(tokens)).isPresent();
        clock.advance(Duration.ofMinutes(119));
        assertThat(door.find(tokens)).isPresent();
        clock.advance(Duration.ofHours(2));
        assertThat(door.find(tokens)).isEmpty();
    }

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        SessionTokens tokens = door.enter(ANNA, Door.VISITOR).tokens();
        for (int i = 0; i < 11; i++) {
            clock.advance(Duration.ofHours(1));
            assertThat(door.find(tokens)).isPresent();
        }
        clock.advance(Duration.ofHours(1));
        assertThat(door.find(tokens)).isEmpty();
    }

    @Test
    void itsUseIsWrittenOnceAMinute() {
        SessionTokens tokens = door.enter(ANNA, Door.VISITOR).tokens();
        Instant begun = clock.instant();
        clock.advance(Duration.ofSeconds(59));
        door.find(tokens);
        assertThat(seen()).isEqualTo(begun);
        clock.advance(Duration.ofSeconds(1));
        door.find(tokens);
        assertThat(seen()).isEqualTo(clock.instant());
        assertThat(em.find(Account.class, account()).lastSeenAt()).isEqualTo(clock.instant());
    }

    @Test
    void rightsAreReadAnew() {
        SessionTokens tokens = door.enter(ANNA, Door.VISITOR).tokens();
        assertThat(door.find(tokens).orElseThrow().caller().isStaff()).isTrue();
        em.createNativeQuery("delete from membership").executeUpdate();
        assertThat(door.find(tokens).orElseThrow().caller().isStaff()).isFalse();
    }

    @Test
    void aRememberedBrowserGetsANewSession() {
        SessionTokens first = door.enter(ANNA, Door.REMEMBERED).tokens();
        clock.advance(Duration.ofDays(3));
        assertThat(door.find(first)).isEmpty();

        SessionTokens second = renewed(first);
        assertThat(door.find(second)).isPresent();
        assertThat(second.session()).isNotEqualTo(first.session());
        assertThat(second.remember()).isNotEqualTo(first.remember());
        assertThat(door.count("account_session")).isEqualTo(1);
    }

    @Test
    void parallelRequestsOfOneBrowserAreNoTheft() {
        SessionTokens first = door.enter(ANNA, Door.REMEMBERED).tokens();
        clock.advance(Duration.ofDays(3));
        SessionTokens second = renewed(first);
        clock.advance(Duration.ofSeconds(60));
        assertThat(renew(first)).isInstanceOf(Sessions.Remembered.Parallel.class);
        assertThat(door.find(second)).isPresent();
    }

    @Test
    void anOldTokenIsAThiefsAndEndsTheSession() {
        SessionTokens first = door.enter(ANNA, Door.REMEMBERED).tokens();
        clock.advance(Duration.ofDays(3));
        SessionTokens second = renewed(first);
        clock.advance(Duration.ofSeconds(61));
        assertThat(renew(first)).isEqualTo(new Sessions.Remembered.Nothing());
        assertThat(door.find(second)).as("whoever has the newer one is out too").isEmpty();
        assertThat(renew(second)).isEqualTo(new Sessions.Remembered.Nothing());
        assertThat(door.count("audit_entry where action = 'session.stolen'")).isEqualTo(1);
    }

    @Test
    void nobodyIsRememberedForLongerThanThirtyDays() {
        SessionTokens tokens = door.enter(ANNA, Door.REMEMBERED).tokens();
        for (int day = 0; day < 29; day++) {
            clock.advance(Duration.ofDays(1));
            tokens = renewed(tokens);
        }
        clock.advance(Duration.ofDays(1));
        assertThat(renew(tokens)).isEqualTo(new Sessions.Remembered.Nothing());
        assertThat(door.sessions.renew(SecretToken.random(), "Firefox")).isEqualTo(new Sessions.Remembered.Nothing());
    }

    @Test
    void signingOutEndsTheRememberingToo() {
        SessionTokens tokens = door.enter(ANNA, Door.REMEMBERED).tokens();
        door.sessions.end(tokens.session());
        em.flush();
        assertThat(door.find(tokens)).isEmpty();
        assertThat(renew(tokens)).isEqualTo(new Sessions.Remembered.Nothing());
    }

    @Test
    void everybodySeesAndEndsTheirOwnAlone() {
        door.resident("bo@example.org");
        SessionTokens bos = door.enter("bo@example.org", Door.VISITOR).tokens();
        SessionTokens old =
                door.enter(ANNA, new Visitor("Safari, iPhone", true)).tokens();
        Caller anna = door.caller(ANNA);
        SecurityView view = door.security.view(anna);
        assertThat(view.sessions()).hasSize(2);
        assertThat(view.sessions()).filteredOn(SecurityView.Session::current).hasSize(1);

        long bosId = door.find(bos).orElseThrow().caller().sessionId();
        door.desk.end(anna, bosId);
        assertThat(door.find(bos)).isPresent();
        door.desk.end(anna, door.find(old).orElseThrow().caller().sessionId());
        assertThat(door.find(old)).isEmpty();

        door.desk.endAll(anna);
        assertThat(door.count("account_session where account_id = ?1", anna.accountId()))
                .isZero();
        assertThat(door.find(bos)).isPresent();
    }

    private SessionTokens renewed(SessionTokens tokens) {
        return ((Sessions.Remembered.Renewed) renew(tokens)).tokens();
    }

    private Sessions.Remembered renew(SessionTokens tokens) {
        Sessions.Remembered result = door.sessions.renew(tokens.remember().orElseThrow(), "Firefox, Windows");
        flushAndClear();
        return result;
    }

    private Instant seen() {
        em.clear();
        return em.createQuery("select s.lastSeenAt from AccountSession s", Instant.class)
                .getSingleResult();
    }

    private long account() {
        return door.accounts.find(ANNA).orElseThrow().id();
    }
}

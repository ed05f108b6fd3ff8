package se.fixamingata.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.signin.session.SessionTokens;
import se.fixamingata.signin.session.SignedIn;
import se.fixamingata.signin.session.Way;

/** Passwords and codes: who gets in, who is locked out, and that a code works once. */
class SignInOutcomeIT extends DatabaseTest {

    private static final String ANNA = "anna@example.org";

    private Door door;
    private Account anna;

    @BeforeEach
    void open() {
        door = new Door(em, clock);
        anna = door.resident(ANNA);
    }

    private SignInResult wrong() {
        return door.signIn.withPassword(ANNA, "något helt annat", Door.VISITOR);
    }

    @Test
    void theRightPasswordGetsIn() {
        SignInResult.Done done = door.enter(" Anna@EXAMPLE.org ", Door.VISITOR);
        assertThat(door.find(done.tokens())).get().satisfies(who -> {
            assertThat(who.caller().accountId()).isEqualTo(anna.id());
            assertThat(who.secondFactor()).isFalse();
        });
        assertThat(done.tokens().remember()).isEmpty();
        assertThat(door.count("audit_entry where action = 'session.started'")).isEqualTo(1);
    }

    @Test
    void aCrowdIsNoWrongPassword() {
        SignIn crowded = Door.crowded(em, clock).signIn;
        for (int i = 0; i < 6; i++) {
            assertThat(crowded.withPassword(ANNA, Door.PASSWORD, Door.VISITOR)).isEqualTo(new SignInResult.Busy());
            assertThat(crowded.withPassword("nobody@example.org", "x", Door.VISITOR))
                    .isEqualTo(new SignInResult.Busy());
        }
        assertThat(door.signIn.withPassword(ANNA, Door.PASSWORD, Door.VISITOR))
                .as("not locked by that")
                .isInstanceOf(SignInResult.Done.class);
    }

    @Test
    void everySignInHasATokenOfItsOwn() {
        assertThat(door.enter(ANNA, Door.VISITOR).tokens().session())
                .isNotEqualTo(door.enter(ANNA, Door.VISITOR).tokens().session());
    }

    @Test
    void nobodyLearnsWhyNot() {
        SignInResult refused = new SignInResult.Refused();
        assertThat(wrong()).isEqualTo(refused);
        assertThat(door.signIn.withPassword("ingen@example.org", Door.PASSWORD, Door.VISITOR))
                .isEqualTo(refused);
        assertThat(door.signIn.withPassword("inte en adress", null, Door.VISITOR))
                .isEqualTo(refused);
        assertThat(door.signIn.withPassword(ANNA, "x".repeat(10_000), Door.VISITOR))
                .isEqualTo(refused);
    }

    @Test
    void anAccountWithoutAPasswordIsNotEnteredByOne() {
        anna.setPasswordHash(null);
        em.flush();
        assertThat(door.signIn.withPassword(ANNA, "", Door.VISITOR)).isEqualTo(new SignInResult.Refused());
    }

    @Test
    void fiveFailuresLockForAQuarterOfAnHour() {
        for (int i = 0; i < 4; i++) {
            wrong();
        }
        assertThat(door.enter(ANNA, Door.VISITOR)).isNotNull();
        for (int i = 0; i < 5; i++) {
            wrong();
        }
        assertThat(door.signIn.withPassword(ANNA, Door.PASSWORD, Door.VISITOR)).isEqualTo(new SignInResult.Refused());
        assertThat(door.count("audit_entry where action = 'account.locked'")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(14));
        assertThat(wrong()).isEqualTo(new SignInResult.Refused());
        clock.advance(Duration.ofMinutes(1));
        assertThat(door.enter(ANNA, Door.VISITOR)).isNotNull();
    }

    @Test
    void aCrowdThatGuessesIsLockedOutLikeOne() {
        commit(own -> new Door(own, clock).resident("bo@example.org"));
        List<CompletableFuture<SignInResult>> guesses = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> committed(own -> new Door(own, clock)
                        .signIn.withPassword("bo@example.org", "gissning nummer " + i, Door.VISITOR))))
                .toList();
        assertThat(guesses).allSatisfy(guess -> assertThat(guess.join()).isEqualTo(new SignInResult.Refused()));
        SignInResult afterwards = committed(
                own -> new Door(own, clock).signIn.withPassword("bo@example.org", Door.PASSWORD, Door.VISITOR));
        assertThat(afterwards).isEqualTo(new SignInResult.Refused());
    }

    @Test
    void theSecondFactorIsAskedForAndGetsANewToken() {
        byte[] secret = door.protect(door.caller(ANNA));
        clock.advance(Duration.ofMinutes(1));
        SignInResult half = door.signIn.withPassword(ANNA, Door.PASSWORD, Door.REMEMBERED);
        em.flush();
        assertThat(half).isInstanceOf(SignInResult.CodeNeeded.class);
        var step = ((SignInResult.CodeNeeded) half).step();
        assertThat(door.sessions.find(step)).as("half a sign-in is no session").isEmpty();

        assertThat(door.signIn.withCode(step, "000000", "Firefox")).isEqualTo(new SignInResult.Refused());
        SignInResult whole = door.signIn.withCode(step, door.codes.code(secret, clock.instant()), "Firefox");
        assertThat(whole).isInstanceOf(SignInResult.Done.class);
        SessionTokens tokens = ((SignInResult.Done) whole).tokens();
        assertThat(tokens.session()).isNotEqualTo(step);
        assertThat(tokens.remember()).isPresent();
        assertThat(door.find(tokens)).get().matches(SignedIn::secondFactor);
        assertThat(door.signIn.withCode(step, "000000", "Firefox")).isEqualTo(new SignInResult.Expired());
    }

    @Test
    void aCodeWorksOnce() {
        byte[] secret = door.protect(door.caller(ANNA));
        // The code that turned it on has been used.
        assertThat(code(door.codes.code(secret, clock.instant()))).isEqualTo(new SignInResult.Refused());
        clock.advance(Duration.ofSeconds(30));
        String code = door.codes.code(secret, clock.instant());
        assertThat(code(code)).isInstanceOf(SignInResult.Done.class);
        assertThat(code(code)).isEqualTo(new SignInResult.Refused());
        // Nor one from before it that nobody has used.
        clock.advance(Duration.ofSeconds(60));
        assertThat(code(door.codes.code(secret, clock.instant()))).isInstanceOf(SignInResult.Done.class);
        assertThat(code(door.codes.code(secret, clock.instant().minusSeconds(30))))
                .isEqualTo(new SignInResult.Refused());
    }

    @Test
    void theSameCodeAtTheSameMomentWorksOnce() {
        byte[] secret = committed(own -> {
            Door there = new Door(own, clock);
            there.resident("cia@example.org");
            return there.protect(there.caller("cia@example.org"));
        });
        clock.advance(Duration.ofMinutes(1));
        String code = door.codes.code(secret, clock.instant());
        List<CompletableFuture<SignInResult>> both = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    var step = committed(own -> ((SignInResult.CodeNeeded) new Door(own, clock)
                                    .signIn.withPassword("cia@example.org", Door.PASSWORD, Door.VISITOR))
                            .step());
                    return committed(own -> new Door(own, clock).signIn.withCode(step, code, "Firefox"));
                }))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).filter(SignInResult.Done.class::isInstance))
                .hasSize(1);
    }

    @Test
    void wrongCodesLockToo() {
        byte[] secret = door.protect(door.caller(ANNA));
        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            code("12345" + i);
        }
        assertThat(door.signIn.withPassword(ANNA, Door.PASSWORD, Door.VISITOR)).isEqualTo(new SignInResult.Refused());
        assertThat(em.find(Account.class, anna.id()).isLocked(clock.instant())).isTrue();
        assertThat(secret).hasSize(20);
    }

    @Test
    void halfASignInIsForgottenAfterTenMinutes() {
        byte[] secret = door.protect(door.caller(ANNA));
        clock.advance(Duration.ofMinutes(1));
        var half = (SignInResult.CodeNeeded) door.signIn.withPassword(ANNA, Door.PASSWORD, Door.VISITOR);
        em.flush();
        clock.advance(Duration.ofMinutes(10));
        assertThat(door.signIn.withCode(half.step(), door.codes.code(secret, clock.instant()), "Firefox"))
                .isEqualTo(new SignInResult.Expired());
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() {
        Caller caller = door.caller(ANNA);
        door.security.prepareTotp(caller);
        byte[] secret = door.secondFactor.secret(anna);
        var done = (SecurityResult.Done) door.security.enableTotp(caller, door.codes.code(secret, clock.instant()));
        em.flush();
        assertThat(done.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        String code = done.recoveryCodes().get(3);
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        assertThat(door.count("recovery_code where code_hash = ?1", code.getBytes()))
                .isZero();

        assertThat(code(" " + code.toLowerCase().replace('-', ' '))).isInstanceOf(SignInResult.Done.class);
        assertThat(code(code)).isEqualTo(new SignInResult.Refused());
        assertThat(door.security.view(caller).codesLeft()).isEqualTo(9);
        assertThat(door.count("audit_entry where action = 'recovery-code.used'"))
                .isEqualTo(1);
    }

    @Test
    void theEmployersOwnSignInBringsItsOwnSecondFactor() {
        door.protect(door.caller(ANNA));
        assertThat(door.signIn.completeFor(anna.id(), Way.OIDC, Door.VISITOR)).isInstanceOf(SignInResult.Done.class);
        assertThat(door.signIn.completeFor(anna.id(), Way.LINK, Door.VISITOR))
                .isInstanceOf(SignInResult.CodeNeeded.class);
    }

    private SignInResult code(String code) {
        var half = (SignInResult.CodeNeeded) door.signIn.withPassword(ANNA, Door.PASSWORD, Door.VISITOR);
        em.flush();
        SignInResult result = door.signIn.withCode(half.step(), code, "Firefox");
        em.flush();
        return result;
    }
}

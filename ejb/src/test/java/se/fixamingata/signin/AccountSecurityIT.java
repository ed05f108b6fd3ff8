package se.fixamingata.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.notification.Notification;
import se.fixamingata.shared.Language;
import se.fixamingata.signin.session.SessionTokens;
import se.fixamingata.signin.session.Way;

/** Changing how one's own account is protected. */
class AccountSecurityIT extends DatabaseTest {

    private static final String ANNA = "anna@example.org";
    private static final String NEW = "en annan mening om gator";

    private Door door;
    private Account account;

    @BeforeEach
    void open() {
        door = new Door(em, clock);
        account = door.resident(ANNA);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
        SessionTokens other = door.enter(ANNA, Door.REMEMBERED).tokens();
        SessionTokens mine = door.enter(ANNA, Door.VISITOR).tokens();
        Caller anna = door.find(mine).orElseThrow().caller();

        assertThat(door.security.setPassword(anna, "fel", NEW))
                .isEqualTo(new SecurityResult.Invalid("current", "security.wrong-password"));
        assertThat(door.security.setPassword(anna, Door.PASSWORD, "kort"))
                .isEqualTo(new SecurityResult.Invalid("password", "password.short"));
        assertThat(door.security.setPassword(anna, Door.PASSWORD, "Qwertyuiop123"))
                .isEqualTo(new SecurityResult.Invalid("password", "password.common"));
        var done = (SecurityResult.Done) door.security.setPassword(anna, Door.PASSWORD, NEW);

        assertThat(door.find(other)).isEmpty();
        assertThat(door.find(mine)).as("a new token for the browser").isEmpty();
        assertThat(door.sessions.find(done.session().orElseThrow())).isPresent();
        assertThat(door.signIn.withPassword(ANNA, NEW, Door.VISITOR)).isInstanceOf(SignInResult.Done.class);
    }

    @Test
    void guessesAtTheOpenBrowserLockToo() {
        Caller anna = door.caller(ANNA);
        for (int i = 0; i < 4; i++) {
            door.security.setPassword(anna, "fel", NEW);
        }
        assertThat(door.security.setPassword(anna, "fel", NEW))
                .isEqualTo(new SecurityResult.Invalid("current", "security.locked"));
        assertThat(door.security.setPassword(anna, Door.PASSWORD, NEW))
                .isEqualTo(new SecurityResult.Invalid("current", "security.locked"));
    }

    /** An employer who vouches for somebody must not be able to become them. */
    @Test
    void whomTheEmployerVouchesForSetsNoPasswordAndNoCode() {
        TestMunicipalities.seed(em, clock);
        account.setPasswordHash(null);
        em.flush();
        var done = (SignInResult.Done) door.signIn.completeThroughEmployer(account.id(), "1763", Door.VISITOR);
        Caller anna = door.find(done.tokens()).orElseThrow().caller();
        assertThat(door.security.setPassword(anna, null, NEW))
                .isEqualTo(new SecurityResult.Invalid("password", "security.employer"));
        assertThat(door.security.prepareTotp(anna)).isEqualTo(new SecurityResult.Invalid("code", "security.employer"));
        assertThat(stored().totpSecret()).as("nothing was prepared").isNull();
        assertThat(door.security.enableTotp(anna, "123456"))
                .isEqualTo(new SecurityResult.Invalid("code", "security.employer"));
        door.security.prepareTotp(new Caller(account.id(), 0, "Anna", ANNA, Language.SV, false, List.of()));
        assertThat(stored().totpSecret()).as("prepared by the person").isNotNull();
        assertThat(door.security.preparedTotp(anna))
                .as("told to the person alone")
                .isEmpty();
        assertThat(door.security.disableTotp(anna, Door.PASSWORD))
                .isEqualTo(new SecurityResult.Invalid("proof", "security.employer"));
        assertThat(door.security.renewRecoveryCodes(anna, Door.PASSWORD))
                .isEqualTo(new SecurityResult.Invalid("renew", "security.employer"));
        assertThat(door.security.view(anna).hasPassword()).isFalse();
    }

    private Account stored() {
        flushAndClear();
        return em.find(Account.class, account.id());
    }

    @Test
    void whoHasNoPasswordSetsOne() {
        account.setPasswordHash(null);
        em.flush();
        var done = (SignInResult.Done) door.signIn.completeFor(account.id(), Way.LINK, Door.VISITOR);
        Caller anna = door.find(done.tokens()).orElseThrow().caller();
        assertThat(door.security.view(anna).hasPassword()).isFalse();
        assertThat(door.security.setPassword(anna, null, NEW)).isInstanceOf(SecurityResult.Done.class);
        assertThat(door.security.view(anna).hasPassword()).isTrue();
    }

    @Test
    void theSecondFactorIsOnWhenTheAppHasShownThatItKnows() {
        Caller anna = door.caller(ANNA);
        assertThat(door.security.preparedTotp(anna)).isEmpty();
        door.security.prepareTotp(anna);
        TotpSetup setup = door.security.preparedTotp(anna).orElseThrow();
        assertThat(setup.uri())
                .startsWith("otpauth://totp/FixaMinGata%3Aanna%40example.org?secret=")
                .endsWith("&issuer=FixaMinGata");
        assertThat(setup.secret()).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
        assertThat(door.security.enableTotp(anna, "123"))
                .isEqualTo(new SecurityResult.Invalid("code", "security.wrong-code"));
        assertThat(door.security.view(anna).hasTotp()).isFalse();

        byte[] secret = door.secondFactor.secret(account);
        assertThat(account.totpSecret()).as("locked away").isNotEqualTo(secret).hasSizeGreaterThan(20);
        var done = (SecurityResult.Done) door.security.enableTotp(anna, door.codes.code(secret, clock.instant()));
        assertThat(done.recoveryCodes()).hasSize(10);
        assertThat(door.security.view(anna).hasTotp()).isTrue();
        assertThat(door.security.preparedTotp(anna)).as("told no more").isEmpty();
        door.security.prepareTotp(anna);
        assertThat(door.secondFactor.secret(account)).isEqualTo(secret);
    }

    @Test
    void itIsTurnedOffByPasswordOrCode() {
        Caller anna = door.caller(ANNA);
        byte[] secret = door.protect(anna);
        clock.advance(Duration.ofMinutes(1));
        assertThat(door.security.disableTotp(anna, "fel"))
                .isEqualTo(new SecurityResult.Invalid("proof", "security.wrong-proof"));
        List<String> codes = ((SecurityResult.Done)
                        door.security.renewRecoveryCodes(anna, door.codes.code(secret, clock.instant())))
                .recoveryCodes();
        em.flush();
        assertThat(door.security.disableTotp(anna, codes.get(0))).isInstanceOf(SecurityResult.Done.class);
        assertThat(door.security.view(anna).codesLeft()).isZero();
        assertThat(door.enter(ANNA, Door.VISITOR)).isNotNull();
        door.protect(anna);
        assertThat(door.security.disableTotp(anna, Door.PASSWORD)).isInstanceOf(SecurityResult.Done.class);
    }

    @Test
    void anothersAccountCannotOpenTheSecret() {
        door.protect(door.caller(ANNA));
        Account bo = door.resident("bo@example.org");
        bo.prepareTotp(account.totpSecret());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> door.secondFactor.secret(bo))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Nothing is changed or counted when too many wait for a hash, and nobody gets an error for it. */
    @Test
    void aCrowdIsAnswered() {
        Caller anna = door.caller(ANNA);
        door.protect(anna);
        AccountSecurity crowded = Door.crowded(em, clock).security;
        assertThat(List.of(
                        crowded.setPassword(anna, Door.PASSWORD, NEW),
                        crowded.disableTotp(anna, Door.PASSWORD),
                        crowded.renewRecoveryCodes(anna, Door.PASSWORD)))
                .containsOnly(new SecurityResult.Busy());
        account.setPasswordHash(null);
        em.flush();
        assertThat(crowded.setPassword(anna, null, NEW)).isEqualTo(new SecurityResult.Busy());
        assertThat(door.count("account where failed_attempts > 0")).isZero();
    }

    /** Between comparing and deciding there is no lock: what was compared with must still be the password then. */
    @Test
    void aPasswordThatWasChangedMeanwhileIsNoProof() {
        Caller anna = door.caller(ANNA);
        Proofs.Shown shown = door.proofs.show(anna, Door.PASSWORD).orElseThrow();
        assertThat(door.security.setPassword(anna, Door.PASSWORD, NEW)).isInstanceOf(SecurityResult.Done.class);
        assertThat(door.proofs.password(anna, shown)).isEqualTo(Proofs.Verdict.WRONG);
    }

    @Test
    void theHolderIsToldOfEveryChange() {
        account.setPasswordHash(null);
        em.flush();
        var first = (SignInResult.Done) door.signIn.completeFor(account.id(), Way.LINK, Door.VISITOR);
        Caller anna = door.find(first.tokens()).orElseThrow().caller();
        door.security.setPassword(anna, null, "kort");
        assertThat(told()).as("nothing happened").isEmpty();

        door.security.setPassword(anna, null, Door.PASSWORD);
        door.security.setPassword(anna, Door.PASSWORD, NEW);
        door.protect(anna);
        door.security.renewRecoveryCodes(anna, NEW);
        door.security.renewRecoveryCodes(anna, "fel");
        door.security.disableTotp(anna, NEW);
        em.flush();

        assertThat(told())
                .asList()
                .containsExactly(
                        "anna@example.org 1",
                        "anna@example.org 2",
                        "anna@example.org 3",
                        "anna@example.org 5",
                        "anna@example.org 4");
    }

    private List<?> told() {
        return em.createNativeQuery("select concat(recipient, ' ', subject_id) from notification"
                        + " where kind = 'SECURITY_CHANGED' order by id")
                .getResultList();
    }

    @ParameterizedTest
    @EnumSource(SecurityChange.class)
    void theMailSaysWhatHasHappenedAndWhatToDo(SecurityChange change) {
        door.notices.tell(account, change);
        em.flush();
        Notification row = em.createQuery("select n from Notification n", Notification.class)
                .getSingleResult();
        Map<String, Object> values =
                new HashMap<>(door.notices.prepare(row).orElseThrow().values());
        values.put("recipient", ANNA);
        values.put("map", "");
        for (Language language : Language.values()) {
            LetterText letter = new LetterTemplates().write("security-changed", language, values);
            assertThat(letter.subject()).isNotBlank().doesNotContain("{");
            assertThat(letter.text())
                    .contains(letter.subject(), "https://fixa.example/konto/sakerhet", "info@fixa.example", ANNA);
            assertThat(letter.html()).contains(letter.subject(), "https://fixa.example/logga-in");
        }
        em.remove(account);
        em.flush();
        assertThat(door.notices.prepare(row)).as("the account is gone").isEmpty();
    }
}

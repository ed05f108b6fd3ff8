package se.fixamingata.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.outgoing.GuardedHttp;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.settings.SecretBox;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.signin.EmployersDoor;
import se.fixamingata.signin.SignInResult;
import se.fixamingata.signin.session.SignedIn;
import se.fixamingata.signin.session.Way;

/** Whom a provider signs in, and everything that it does not. The provider is a real one, and so is its network. */
class OidcSignInIT extends DatabaseTest {

    private static final String FORSHAGA = "1763";
    private static final String STOCKHOLM = "0180";

    private final TestProvider provider = new TestProvider();
    private EmployersDoor door;
    private OidcSignIn oidc;
    private SecretBox box;
    private Account hanna;

    @AfterEach
    void stopProvider() {
        provider.close();
    }

    @BeforeEach
    void begin() {
        TestMunicipalities.seed(em, clock);
        box = new SecretBox(new ServerKeys(em));
        door = new EmployersDoor(em, clock);
        oidc = patientFor(Duration.ofSeconds(20));
        hanna = account("hanna@forshaga.example", FORSHAGA);
        use(FORSHAGA, provider.issuer("forshaga"));
    }

    private OidcSignIn patientFor(Duration within) {
        OutgoingSettings outgoing = new OutgoingSettings("127.0.0.0/8,::1");
        ProviderCalls calls = new ProviderCalls(new GuardedHttp(outgoing), within);
        Discovery discovery = new Discovery(calls, outgoing);
        return new OidcSignIn(
                new Providers(em, box),
                discovery,
                new CodeExchange(calls, discovery),
                new Attempts(box, clock),
                new Accounts(em),
                door.signIn,
                new ServiceSettings("https://fixa.example", "info@fixa.example", false),
                clock);
    }

    private Account account(String email, String... authorities) {
        Account account = new Account(email, "Hanna", Language.SV, clock.instant());
        em.persist(account);
        for (String authority : authorities) {
            em.persist(new StaffMember(account.id(), authority, Role.CASEWORKER, Set.of(), clock.instant()));
        }
        em.flush();
        return account;
    }

    private void use(String authority, String issuer) {
        AuthoritySignIn row = em.find(AuthoritySignIn.class, authority);
        if (row == null) {
            row = new AuthoritySignIn(authority, clock.instant());
            em.persist(row);
        }
        byte[] secret = box.lock(Providers.SECRET, authority, "s3cret".getBytes());
        row.useProvider(issuer, "fixamingata", secret, true, clock.instant());
        em.flush();
    }

    private OidcStart.Go begin(String authority, String target) {
        return (OidcStart.Go) oidc.begin(authority, target);
    }

    private static Map<String, Object> verified(String email) {
        return Map.of("email", email, "email_verified", true);
    }

    private OidcProblem problem(OidcResult result) {
        em.flush();
        assertThat(em.createNativeQuery("select 1 from account_session").getResultList())
                .isEmpty();
        return ((OidcResult.Refused) result).problem();
    }

    /** The whole way of somebody for whom the provider says that. */
    private OidcResult comeWith(Map<String, Object> claims) {
        return comeWith(claims, 600);
    }

    private OidcResult comeWith(Map<String, Object> claims, long seconds) {
        OidcStart.Go go = begin(FORSHAGA, null);
        provider.says("forshaga", claims, seconds);
        return oidc.finish(go.attempt(), provider.visit(go.provider()), "Firefox, Windows");
    }

    private SignedIn signedIn(OidcResult result) {
        SignInResult.Done done = (SignInResult.Done) ((OidcResult.Welcome) result).result();
        flushAndClear();
        return door.sessions.find(done.tokens().session()).orElseThrow();
    }

    @Test
    void signsInWhomTheEmployerVouchesFor() {
        OidcStart.Go go = begin(FORSHAGA, "/handlaggning/rapport/7?a=forshaga");
        Map<String, String> asked = TestProvider.parameters(go.provider());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "fixamingata")
                .containsEntry("redirect_uri", "https://fixa.example/logga-in/oidc/svar")
                .containsEntry("scope", "openid email")
                .containsEntry("code_challenge_method", "S256");
        assertThat(asked.get("state")).hasSize(43);
        assertThat(asked.get("nonce")).hasSize(43).isNotEqualTo(asked.get("state"));
        assertThat(go.attempt()).doesNotContain(asked.get("state"));

        provider.says("forshaga", verified("hanna@forshaga.example"));
        OidcResult result = oidc.finish(go.attempt(), provider.visit(go.provider()), "Firefox, Windows");
        assertThat(((OidcResult.Welcome) result).target()).isEqualTo("/handlaggning/rapport/7?a=forshaga");
        SignedIn who = signedIn(result);
        assertThat(who.caller().accountId()).isEqualTo(hanna.id());
        assertThat(who.way()).isEqualTo(Way.OIDC);
        assertThat(em.createNativeQuery(
                                "select after_value, authority_code from audit_entry where action = 'session.started'")
                        .getSingleResult())
                .isEqualTo(new Object[] {"oidc", FORSHAGA});
    }

    @Test
    void asksForNoCodeOfItsOwn() {
        hanna.prepareTotp(new byte[] {1});
        hanna.enableTotp(clock.instant());
        assertThat(signedIn(comeWith(verified("hanna@forshaga.example"))).hasTotp())
                .isTrue();
    }

    /** An employer vouches for its own staff, not for what they do elsewhere. */
    @Test
    void seesThatAuthorityAndNothingElse() {
        hanna.becomeOperator();
        em.persist(new StaffMember(hanna.id(), STOCKHOLM, Role.ADMINISTRATOR, Set.of(), clock.instant()));
        Caller caller = signedIn(comeWith(verified("hanna@forshaga.example"))).caller();
        assertThat(caller.operator()).isFalse();
        assertThat(caller.memberships()).containsExactly(new Membership(FORSHAGA, Role.CASEWORKER, Set.of()));
    }

    @Test
    void signsInNobodyWithoutAPlaceThere() {
        account("stina@stockholm.example", STOCKHOLM);
        account("boel@example.org");
        account("olga@example.org").becomeOperator();
        for (String email :
                new String[] {"stina@stockholm.example", "boel@example.org", "olga@example.org", "ingen@example.org"}) {
            assertThat(problem(comeWith(verified(email)))).as(email).isEqualTo(OidcProblem.NO_PLACE);
        }
    }

    @Test
    void believesInVerifiedAddressesOnly() {
        String email = "hanna@forshaga.example";
        assertThat(problem(comeWith(Map.of("email", email)))).isEqualTo(OidcProblem.EMAIL);
        assertThat(problem(comeWith(Map.of("email", email, "email_verified", false))))
                .isEqualTo(OidcProblem.EMAIL);
        assertThat(problem(comeWith(Map.of("email", email, "email_verified", "false"))))
                .isEqualTo(OidcProblem.EMAIL);
        assertThat(problem(comeWith(Map.of("email", "hanna", "email_verified", true))))
                .isEqualTo(OidcProblem.EMAIL);
        assertThat(problem(comeWith(Map.of("email", 17, "email_verified", true))))
                .isEqualTo(OidcProblem.EMAIL);
        assertThat(signedIn(comeWith(Map.of("email", email, "email_verified", "true"))))
                .isNotNull();
    }

    @Test
    void believesNoTokenThatIsNotForUs() {
        Map<String, Object> another = new HashMap<>(verified("hanna@forshaga.example"));
        another.put("aud", "another-client");
        assertThat(problem(comeWith(another))).as("audience").isEqualTo(OidcProblem.PROVIDER);
        another = new HashMap<>(verified("hanna@forshaga.example"));
        another.put("iss", provider.issuer("stockholm"));
        assertThat(problem(comeWith(another))).as("issuer").isEqualTo(OidcProblem.PROVIDER);
        another = new HashMap<>(verified("hanna@forshaga.example"));
        another.put("nonce", "another-attempts");
        assertThat(problem(comeWith(another))).as("nonce").isEqualTo(OidcProblem.PROVIDER);
        assertThat(problem(comeWith(verified("hanna@forshaga.example"), -300)))
                .as("expired")
                .isEqualTo(OidcProblem.PROVIDER);
    }

    @Test
    void takesACodeForOneAttemptOnly() {
        OidcStart.Go mine = begin(FORSHAGA, null);
        OidcStart.Go theirs = begin(FORSHAGA, null);
        ProviderAnswer answer = provider.visit(theirs.provider());
        assertThat(problem(oidc.finish(mine.attempt(), answer, "")))
                .as("another's answer")
                .isEqualTo(OidcProblem.FOREIGN);
        String state = TestProvider.parameters(mine.provider()).get("state");
        OidcResult swapped = oidc.finish(mine.attempt(), new ProviderAnswer(state, answer.code(), null, null), "");
        assertThat(problem(swapped))
                .as("another's code: PKCE or nonce")
                .isIn(OidcProblem.PROVIDER, OidcProblem.EXPIRED);
        assertThat(problem(oidc.finish(mine.attempt(), new ProviderAnswer(null, "x", null, null), "")))
                .isEqualTo(OidcProblem.FOREIGN);
        assertThat(problem(
                        oidc.finish(mine.attempt(), new ProviderAnswer(state, "x", null, "https://evil.example"), "")))
                .isEqualTo(OidcProblem.FOREIGN);
        assertThat(problem(oidc.finish(mine.attempt(), new ProviderAnswer(state, " ", null, null), "")))
                .isEqualTo(OidcProblem.PROVIDER);
    }

    @Test
    void takesAnAnswerOnce() {
        OidcStart.Go go = begin(FORSHAGA, null);
        provider.says("forshaga", verified("hanna@forshaga.example"));
        ProviderAnswer answer = provider.visit(go.provider());
        assertThat(oidc.finish(go.attempt(), answer, "")).isInstanceOf(OidcResult.Welcome.class);
        assertThat(oidc.finish(go.attempt(), answer, "")).isInstanceOf(OidcResult.Refused.class);
    }

    @Test
    void forgetsAttemptsAfterTenMinutes() {
        OidcStart.Go go = begin(FORSHAGA, null);
        provider.says("forshaga", verified("hanna@forshaga.example"));
        ProviderAnswer answer = provider.visit(go.provider());
        clock.advance(Duration.ofMinutes(11));
        assertThat(oidc.finish(go.attempt(), answer, "")).isEqualTo(new OidcResult.Refused(OidcProblem.EXPIRED, null));
        for (String sealed : new String[] {null, "", "x", "A".repeat(200), "A".repeat(5000), "åäö"}) {
            assertThat(problem(oidc.finish(sealed, answer, ""))).as(sealed).isEqualTo(OidcProblem.EXPIRED);
        }
        String changed = go.attempt().substring(0, go.attempt().length() - 2) + "AA";
        assertThat(problem(oidc.finish(changed, answer, ""))).isEqualTo(OidcProblem.EXPIRED);
    }

    @Test
    void saysWhatTheProviderSaid() {
        OidcStart.Go go = begin(FORSHAGA, null);
        String state = TestProvider.parameters(go.provider()).get("state");
        assertThat(problem(oidc.finish(go.attempt(), new ProviderAnswer(state, null, "access_denied", null), "")))
                .isEqualTo(OidcProblem.DENIED);
        assertThat(problem(oidc.finish(go.attempt(), new ProviderAnswer(state, null, "<script>", null), "")))
                .isEqualTo(OidcProblem.PROVIDER);
    }

    @Test
    void isOffWhenNobodyHasTurnedItOn() {
        assertThat(oidc.begin(STOCKHOLM, null)).isEqualTo(new OidcStart.Refused(OidcProblem.OFF));
        assertThat(oidc.begin("finns-inte", null)).isEqualTo(new OidcStart.Refused(OidcProblem.OFF));
        OidcStart.Go go = begin(FORSHAGA, null);
        ProviderAnswer answer = provider.visit(go.provider());
        em.createNativeQuery("update authority_sign_in set oidc_enabled = false")
                .executeUpdate();
        flushAndClear();
        assertThat(problem(oidc.finish(go.attempt(), answer, ""))).isEqualTo(OidcProblem.OFF);
    }

    @Test
    void comesToTermsWithAnythingThatAProviderIs() throws IOException {
        try (OddProvider odd = new OddProvider()) {
            use(FORSHAGA, odd.issuer);
            String document = "/.well-known/openid-configuration";
            assertThat(oidc.begin(FORSHAGA, null)).isEqualTo(new OidcStart.Refused(OidcProblem.PROVIDER));
            for (String nonsense : new String[] {
                "500",
                "302",
                "null",
                "[]",
                "{}",
                "<html>",
                "{\"issuer\":\"https://other.example\"}",
                "{\"a\":".repeat(20_000)
            }) {
                odd.answers(document, nonsense);
                assertThat(oidc.begin(FORSHAGA, null))
                        .as(nonsense.substring(0, Math.min(20, nonsense.length())))
                        .isEqualTo(new OidcStart.Refused(OidcProblem.PROVIDER));
            }
            odd.answers(document, " ".repeat(ProviderCalls.MOST + 1));
            assertThat(oidc.begin(FORSHAGA, null)).isEqualTo(new OidcStart.Refused(OidcProblem.UNREACHABLE));
            odd.answers(document, "silence");
            assertThat(patientFor(Duration.ofMillis(500)).begin(FORSHAGA, null))
                    .isEqualTo(new OidcStart.Refused(OidcProblem.UNREACHABLE));
            odd.isFoundAt("javascript:alert(1)", odd.issuer + "/token", odd.issuer + "/keys");
            assertThat(oidc.begin(FORSHAGA, null)).isEqualTo(new OidcStart.Refused(OidcProblem.PROVIDER));
            odd.isFoundAt(odd.issuer + "/in", "http://10.0.0.1/token", odd.issuer + "/keys");
            assertThat(oidc.begin(FORSHAGA, null)).isEqualTo(new OidcStart.Refused(OidcProblem.PROVIDER));
        }
        assertThat(oidc.begin(FORSHAGA, null)).as("gone").isEqualTo(new OidcStart.Refused(OidcProblem.UNREACHABLE));
    }

    private OidcResult comeBackTo(OddProvider odd, String tokenAnswer) {
        odd.answers("/token", tokenAnswer);
        OidcStart.Go go = begin(FORSHAGA, null);
        String state = TestProvider.parameters(go.provider()).get("state");
        return oidc.finish(go.attempt(), new ProviderAnswer(state, "code", null, null), "");
    }

    @Test
    void comesToTermsWithAnythingThatAProviderSaysLater() throws IOException {
        try (OddProvider odd = new OddProvider()) {
            use(FORSHAGA, odd.issuer);
            odd.isFoundAt(odd.issuer + "/in", odd.issuer + "/token", odd.issuer + "/keys");
            for (String nonsense : new String[] {"500", "302", "null", "{}", "<html>", "{\"access_token\":1}"}) {
                assertThat(problem(comeBackTo(odd, nonsense))).as(nonsense).isEqualTo(OidcProblem.PROVIDER);
            }
            OidcSignIn patient = oidc;
            oidc = patientFor(Duration.ofMillis(800));
            assertThat(problem(comeBackTo(odd, "silence"))).isEqualTo(OidcProblem.UNREACHABLE);
            oidc = patient;
            assertThat(problem(comeBackTo(odd, " ".repeat(ProviderCalls.MOST + 1))))
                    .isEqualTo(OidcProblem.UNREACHABLE);
            String unsigned = "eyJhbGciOiJub25lIn0.eyJlbWFpbCI6Imhhbm5hQGZvcnNoYWdhLmV4YW1wbGUifQ.";
            assertThat(problem(comeBackTo(odd, tokens(unsigned)))).isEqualTo(OidcProblem.PROVIDER);
        }
    }

    private static String tokens(String idToken) {
        return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}";
    }

    /** A token that the odd provider gives out. */
    private OidcResult comeWith(OddProvider odd, RSAKey key, Map<String, Object> claims) {
        odd.isFoundAt(odd.issuer + "/in", odd.issuer + "/token", odd.issuer + "/keys");
        OidcStart.Go go = begin(FORSHAGA, null);
        Map<String, String> asked = TestProvider.parameters(go.provider());
        Map<String, Object> all = new HashMap<>(claims);
        all.put("nonce", asked.get("nonce"));
        odd.answers("/token", odd.token(all, key));
        return oidc.finish(go.attempt(), new ProviderAnswer(asked.get("state"), "code", null, null), "");
    }

    @Test
    void believesTheProvidersOwnKeysOnly() throws IOException {
        RSAKey theirs = OddProvider.key();
        try (OddProvider odd = new OddProvider()) {
            use(FORSHAGA, odd.issuer);
            odd.shows(theirs);
            Map<String, Object> claims = verified("hanna@forshaga.example");
            assertThat(problem(comeWith(odd, OddProvider.key(), claims))).isEqualTo(OidcProblem.PROVIDER);
            odd.answers("/keys", "500");
            assertThat(signedIn(comeWith(odd, theirs, claims)))
                    .as("its keys are remembered")
                    .isNotNull();
        }
    }

    @Test
    void asksForTheAddressWhenTheTokenDoesNotTell() throws IOException {
        RSAKey key = OddProvider.key();
        try (OddProvider odd = new OddProvider()) {
            use(FORSHAGA, odd.issuer);
            odd.shows(key);
            assertThat(problem(comeWith(odd, key, Map.of()))).isEqualTo(OidcProblem.PROVIDER);
            odd.answers("/me", "{\"sub\":\"person-2\",\"email\":\"hanna@forshaga.example\",\"email_verified\":true}");
            assertThat(problem(comeWith(odd, key, Map.of())))
                    .as("somebody else")
                    .isEqualTo(OidcProblem.PROVIDER);
            odd.answers("/me", "{\"sub\":\"person-1\",\"email\":\"hanna@forshaga.example\"}");
            assertThat(problem(comeWith(odd, key, Map.of()))).isEqualTo(OidcProblem.EMAIL);
            odd.answers("/me", "{\"sub\":\"person-1\",\"email\":\"hanna@forshaga.example\",\"email_verified\":true}");
            assertThat(signedIn(comeWith(odd, key, Map.of()))).isNotNull();
        }
    }

    @Test
    void triesAProvider() throws IOException {
        Caller adam = new Caller(
                hanna.id(),
                1,
                "Adam",
                "a@example.org",
                Language.SV,
                false,
                List.of(new Membership(FORSHAGA, Role.ADMINISTRATOR, Set.of())));
        OutgoingSettings outgoing = new OutgoingSettings("127.0.0.0/8,::1");
        ProviderCalls calls = new ProviderCalls(new GuardedHttp(outgoing), Duration.ofMillis(800));
        ProviderTrial trial = new ProviderTrial(new Providers(em, box), new Discovery(calls, outgoing));
        TrialResult.Found found = (TrialResult.Found) trial.attempt(adam, FORSHAGA);
        assertThat(found.issuer()).isEqualTo(provider.issuer("forshaga"));
        assertThat(found.signInHost()).isEqualTo("localhost");
        assertThat(found.keys()).isEqualTo(1);

        try (OddProvider odd = new OddProvider()) {
            use(FORSHAGA, odd.issuer);
            assertThat(trial.attempt(adam, FORSHAGA)).isEqualTo(new TrialResult.Failed("provider-trial.status"));
            odd.answers("/.well-known/openid-configuration", "<html>");
            assertThat(trial.attempt(adam, FORSHAGA)).isEqualTo(new TrialResult.Failed("provider-trial.unreadable"));
            odd.answers("/.well-known/openid-configuration", "silence");
            assertThat(trial.attempt(adam, FORSHAGA)).isEqualTo(new TrialResult.Failed("provider-trial.slow"));
            odd.isFoundAt(odd.issuer + "/in", odd.issuer + "/token", odd.issuer + "/keys");
            assertThat(trial.attempt(adam, FORSHAGA)).isEqualTo(new TrialResult.Failed("provider-trial.keys"));
            odd.answers("/keys", "{\"keys\":[]}");
            assertThat(trial.attempt(adam, FORSHAGA)).isEqualTo(new TrialResult.Failed("provider-trial.keys"));
        }
        use(FORSHAGA, "https://10.0.0.1/realms/x");
        assertThat(trial.attempt(adam, FORSHAGA)).isEqualTo(new TrialResult.Failed("provider-trial.network"));
        em.createNativeQuery("delete from authority_sign_in").executeUpdate();
        em.clear();
        assertThat(trial.attempt(adam, FORSHAGA)).isEqualTo(new TrialResult.Failed("provider-trial.none"));
    }
}

package se.fixamingata.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.settings.SecretBox;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;

/** Who decides how an authority's staff signs in, and what becomes of a client's secret. */
class SignInAdministrationIT extends DatabaseTest {

    private static final ProviderForm KEYCLOAK =
            new ProviderForm("https://login.forshaga.example/realms/kommun", "fixamingata", "s3cret-Ord", true);

    private SignInAdministration administration;
    private Providers providers;
    private Caller adam;

    @BeforeEach
    void begin() {
        TestMunicipalities.seed(em, clock);
        SecretBox box = new SecretBox(new ServerKeys(em));
        administration = new SignInAdministration(
                em, box, new OutgoingSettings(""), new OneAtATime(em), new AuditTrail(em, clock), clock);
        providers = new Providers(em, box);
        adam = caller("adam", "1763", Role.ADMINISTRATOR);
    }

    private Caller caller(String name, String authority, Role role) {
        Account account = new Account(name + "@example.org", name, Language.SV, clock.instant());
        em.persist(account);
        em.flush();
        return new Caller(
                account.id(),
                1,
                name,
                account.email(),
                Language.SV,
                false,
                role == null ? List.of() : List.of(new Membership(authority, role, Set.of())));
    }

    private long count(String from) {
        em.flush();
        return ((Number) em.createNativeQuery("select count(*) from " + from).getSingleResult()).longValue();
    }

    private ProviderResult change(String issuer, String client, String secret, boolean enabled) {
        ProviderResult result =
                administration.changeProvider(adam, "1763", new ProviderForm(issuer, client, secret, enabled));
        flushAndClear();
        return result;
    }

    @Test
    void whomTheFormerProviderLetInIsOutWhenItIsTakenAway() {
        change(KEYCLOAK.issuer(), KEYCLOAK.clientId(), KEYCLOAK.clientSecret(), true);
        session("OIDC", "'1763'", 1);
        session("OIDC", "'0180'", 2);
        session("PASSWORD", "null", 3);
        change(KEYCLOAK.issuer(), KEYCLOAK.clientId(), "", true);
        assertThat(count("account_session")).as("nothing was changed").isEqualTo(3);
        change(KEYCLOAK.issuer(), KEYCLOAK.clientId(), "", false);
        assertThat(count("account_session where authority_code = '1763'")).isZero();
        assertThat(count("account_session")).isEqualTo(2);
    }

    private void session(String way, String authority, int number) {
        em.createNativeQuery("insert into account_session (id, account_id, token_hash, browser, way, second_factor,"
                        + " authority_code, created_at, last_seen_at, expires_at) values (" + number + ", "
                        + adam.accountId() + ", unhex(sha2('" + number + "', 256)), 'Firefox', '" + way + "', false, "
                        + authority + ", utc_timestamp(6), utc_timestamp(6), utc_timestamp(6))")
                .executeUpdate();
    }

    @Test
    void isTheAdministratorsBusinessAndNobodyElses() {
        Map<String, Consumer<Caller>> methods = new LinkedHashMap<>();
        methods.put("find", caller -> administration.find(caller, "1763"));
        methods.put("demand", caller -> administration.requireSecondFactor(caller, "1763", true));
        methods.put("provider", caller -> administration.changeProvider(caller, "1763", KEYCLOAK));
        methods.put("trial", caller -> new ProviderTrial(providers, null).attempt(caller, "1763"));
        for (Caller stranger : List.of(
                caller("hanna", "1763", Role.CASEWORKER),
                caller("lena", "1763", Role.READER),
                caller("boel", null, null),
                caller("stina", "0180", Role.ADMINISTRATOR))) {
            methods.forEach((name, method) -> assertThatThrownBy(() -> method.accept(stranger))
                    .as(name + " by " + stranger.name())
                    .isInstanceOf(NotPermitted.class));
        }
        assertThat(count("authority_sign_in")).isZero();
        assertThat(count("audit_entry")).isZero();
    }

    @Test
    void demandsASecondFactor() {
        assertThat(administration.find(adam, "1763")).isEqualTo(SignInRulesView.NONE);
        administration.requireSecondFactor(adam, "1763", true);
        administration.requireSecondFactor(adam, "1763", true);
        assertThat(administration.find(adam, "1763").secondFactorRequired()).isTrue();
        assertThat(count("audit_entry where action = 'sign-in.second-factor' and before_value = 'off'"
                        + " and after_value = 'on' and authority_code = '1763'"))
                .isEqualTo(1);
    }

    @Test
    void locksTheSecretAway() {
        assertThat(administration.changeProvider(adam, "1763", KEYCLOAK)).isEqualTo(new ProviderResult.Saved());
        flushAndClear();
        assertThat(administration.find(adam, "1763"))
                .isEqualTo(new SignInRulesView(false, true, KEYCLOAK.issuer(), "fixamingata", true, clock.instant()));
        assertThat(providers.find("1763").orElseThrow().clientSecret()).isEqualTo("s3cret-Ord");
        assertThat(count("authority_sign_in where instr(oidc_client_secret, 's3cret') > 0"))
                .isZero();
        assertThat(count("audit_entry where concat_ws(' ', detail, before_value, after_value) like '%s3cret%'"))
                .isZero();
        assertThat(KEYCLOAK.toString() + providers.find("1763")).doesNotContain("s3cret");
        em.createNativeQuery("insert into authority_sign_in select '0180', totp_required, oidc_enabled, oidc_issuer,"
                        + " oidc_client_id, oidc_client_secret, changed_at, version from authority_sign_in")
                .executeUpdate();
        assertThatThrownBy(() -> providers.find("0180"))
                .as("copied to another authority it does not open")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesAKeptSecretToNoOtherProvider() {
        administration.changeProvider(adam, "1763", KEYCLOAK);
        flushAndClear();
        assertThat(change(KEYCLOAK.issuer(), "fixamingata", "", false)).isEqualTo(new ProviderResult.Saved());
        assertThat(providers.find("1763")).as("off").isEmpty();
        assertThat(providers.registered("1763").orElseThrow().clientSecret()).isEqualTo("s3cret-Ord");
        assertThat(change("https://evil.example/", "fixamingata", "", true))
                .isEqualTo(new ProviderResult.Invalid(Map.of("clientSecret", "sign-in-rules.secret.missing")));
        assertThat(change(KEYCLOAK.issuer(), "another", "", true))
                .isEqualTo(new ProviderResult.Invalid(Map.of("clientSecret", "sign-in-rules.secret.missing")));
        assertThat(providers.registered("1763").orElseThrow().issuer()).isEqualTo(KEYCLOAK.issuer());
        assertThat(change("", "", "", false)).isEqualTo(new ProviderResult.Saved());
        assertThat(count("authority_sign_in where oidc_client_secret is not null or oidc_issuer is not null"))
                .isZero();
    }

    @Test
    void refusesWhatCannotBeAProvider() {
        for (String issuer : new String[] {
            "http://login.example/",
            "login.example",
            "https://login.example/?x=1",
            "https://login.example/#x",
            "https://user:pw@login.example/",
            "javascript:alert(1)",
            "https://",
            "http://localhost:8080/x",
            "https://login.example/" + "x".repeat(300),
            "https://login.example/ å"
        }) {
            assertThat(change(issuer, "client", "secret", true))
                    .as(issuer)
                    .isEqualTo(new ProviderResult.Invalid(Map.of("issuer", "sign-in-rules.issuer.invalid")));
        }
        assertThat(change("https://login.example/", "", "", true))
                .isEqualTo(new ProviderResult.Invalid(Map.of(
                        "clientId", "sign-in-rules.client.missing", "clientSecret", "sign-in-rules.secret.missing")));
        assertThat(change("", "", "", true))
                .isEqualTo(new ProviderResult.Invalid(Map.of("issuer", "sign-in-rules.issuer.missing")));
        assertThat(change("https://login.example/", "x".repeat(201), "y".repeat(401), true))
                .isEqualTo(new ProviderResult.Invalid(Map.of(
                        "clientId", "sign-in-rules.client.invalid", "clientSecret", "sign-in-rules.secret.invalid")));
        assertThat(count("authority_sign_in where oidc_issuer is not null")).isZero();
    }
}

package se.fixamingata.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;

class ApiKeysIT extends DatabaseTest {

    private static final ApiKeyFields SYSTEM =
            new ApiKeyFields(" Ärendesystemet ", Set.of(Scope.READ_PRIVATE, Scope.POST_UPDATES), true);

    private long account;
    private Caller administrator;
    private ApiKeys keys;
    private ApiKeyAdministration administration;

    @BeforeEach
    void start() {
        TestMunicipalities.seed(em, clock);
        Account ann = new Account("ann@forshaga.example", "Ann Ek", Language.SV, clock.instant());
        em.persist(ann);
        em.flush();
        account = ann.id();
        administrator = somebody("1763", Role.ADMINISTRATOR);
        keys = new ApiKeys(em, clock);
        administration = new ApiKeyAdministration(em, new OneAtATime(em), new AuditTrail(em, clock), clock);
    }

    private Caller somebody(String authority, Role role) {
        return new Caller(
                account,
                1,
                "Ann Ek",
                "ann@forshaga.example",
                Language.SV,
                false,
                List.of(new Membership(authority, role, Set.of())));
    }

    private ApiKeyResult.Made make(ApiKeyFields fields) {
        return (ApiKeyResult.Made) administration.make(administrator, "1763", fields);
    }

    @Test
    void aKeyOpensWhatItsMakerSaid() {
        ApiKeyResult.Made made = make(SYSTEM);
        flushAndClear();

        assertThat(keys.authenticate(made.key()))
                .contains(new ApiClient(
                        made.id(), "1763", "Ärendesystemet", Set.of(Scope.READ_PRIVATE, Scope.POST_UPDATES), true));
        assertThat(keys.authenticate(made.key()).orElseThrow().may(Scope.POST_REQUESTS))
                .isFalse();
    }

    @Test
    void theKeyItselfIsKeptNowhere() {
        ApiKeyResult.Made made = make(SYSTEM);
        flushAndClear();
        String secret = made.key().substring(made.key().length() - 30);

        assertThat(made.toString()).doesNotContain(secret);
        assertThat(em.createNativeQuery(
                                "select concat_ws('|', k.name, k.prefix, hex(k.key_hash), k.scopes) from api_key k"
                                        + " union select concat_ws('|', detail, before_value, after_value) from audit_entry")
                        .getResultList())
                .allSatisfy(row -> assertThat((String) row).doesNotContain(secret));
        assertThat(administration.good(administrator, "1763")).singleElement().satisfies(key -> assertThat(made.key())
                .startsWith(key.prefix()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "fmg_", "fmg_x", "nyckel' or 1=1", "fmg_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void anythingElseIsNoKey(String text) {
        make(SYSTEM);
        assertThat(keys.authenticate(text)).isEmpty();
    }

    @Test
    void aRevokedKeyOpensNothingAtOnce() {
        ApiKeyResult.Made made = make(SYSTEM);
        ApiClient client = keys.authenticate(made.key()).orElseThrow();
        assertThat(keys.isStillGood(client)).isTrue();

        administration.revoke(administrator, made.id());
        administration.revoke(administrator, made.id());
        flushAndClear();

        assertThat(keys.authenticate(made.key())).isEmpty();
        assertThat(keys.isStillGood(client)).isFalse();
        assertThat(administration.good(administrator, "1763")).isEmpty();
        assertThat(administration.revoked(administrator, "1763"))
                .extracting(ApiKeyView::revokedAt)
                .containsExactly(clock.instant());
        assertThat(em.createNativeQuery("select action from audit_entry where subject = ?1 order by id")
                        .setParameter(1, "apikey:" + made.id())
                        .getResultList())
                .asList()
                .containsExactly("apikey.made", "apikey.revoked");
    }

    @Test
    void theLastUseIsNotedOnceAMinute() {
        ApiKeyResult.Made made = make(SYSTEM);
        Instant first = clock.instant();
        flushAndClear();
        keys.authenticate(made.key());
        clock.advance(Duration.ofSeconds(59));
        flushAndClear();
        keys.authenticate(made.key());
        assertThat(lastUsed()).isEqualTo(first);

        clock.advance(Duration.ofSeconds(2));
        flushAndClear();
        keys.authenticate(made.key());
        assertThat(lastUsed()).isEqualTo(first.plusSeconds(61));
    }

    private Instant lastUsed() {
        flushAndClear();
        return administration.good(administrator, "1763").get(0).lastUsedAt();
    }

    @Test
    void onlyTheAuthoritysAdministratorHasAnythingToDoWithThem() {
        long id = make(SYSTEM).id();
        for (Caller one : List.of(
                somebody("1763", Role.CASEWORKER),
                somebody("1763", Role.READER),
                somebody("1780", Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> administration.good(one, "1763")).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> administration.revoked(one, "1763")).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> administration.make(one, "1763", SYSTEM)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> administration.revoke(one, id)).isInstanceOf(NotPermitted.class);
        }
        assertThatThrownBy(() -> administration.revoke(administrator, 1)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void twoKeysAreNotCalledTheSame() {
        make(SYSTEM);
        assertThat(administration.make(administrator, "1763", new ApiKeyFields("ärendeSYSTEMET", Set.of(), false)))
                .isEqualTo(new ApiKeyResult.Invalid("apikey.name.taken"));
    }

    @Test
    void aNameIsNeededAndFitsIn() {
        assertThat(administration.make(administrator, "1763", new ApiKeyFields("\u200b ", Set.of(), false)))
                .isEqualTo(new ApiKeyResult.Invalid("apikey.name.missing"));
        assertThat(administration.make(administrator, "1763", new ApiKeyFields("x".repeat(81), Set.of(), false)))
                .isEqualTo(new ApiKeyResult.Invalid("apikey.name.long"));
    }

    @Test
    void thereIsAnEndToThem() {
        for (int i = 0; i < ApiKeyAdministration.MOST; i++) {
            make(new ApiKeyFields("System " + i, Set.of(), false));
        }
        assertThat(administration.make(administrator, "1763", SYSTEM))
                .isEqualTo(new ApiKeyResult.Invalid("apikey.name.many"));
    }
}

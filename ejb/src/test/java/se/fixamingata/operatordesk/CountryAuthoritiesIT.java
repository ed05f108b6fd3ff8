package se.fixamingata.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.municipality.AddressRegistration;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.AuthoritiesImported;

/** The list of all authorities, and where the reports of one of them go. */
class CountryAuthoritiesIT extends OperatorTest {

    private final RecordedEvents<AddressRegistered> registered = new RecordedEvents<>();
    private final RecordedEvents<AuthoritiesImported> remembered = new RecordedEvents<>();
    private CountryAuthorities reading;
    private AuthorityAddress addresses;

    @BeforeEach
    void aDesk() {
        reading = new CountryAuthorities(em);
        addresses = new AuthorityAddress(
                new Authorities(em), new AddressRegistration(em, registered, remembered, clock), audit);
    }

    private AuthorityPage list(AuthorityFilter filter, AuthoritySort sort, String name) {
        em.flush();
        return reading.list(operator, filter, sort, name, 0);
    }

    @Test
    void everyAuthorityWithWhatItHas() {
        report(1, "1763", "REPORTED");
        report(2, "1763", "FIXED");
        report(3, "1763", "PLANNED");
        delivery(11, 1, "1763", "WAITING_FOR_ADDRESS");
        delivery(12, 3, "1763", "DELIVERED");
        account(902, "hanna@example.org");
        run("update account set last_seen_at = '2026-11-01 10:00:00' where id = 902");
        run("insert into membership (id, account_id, authority_code, role, categories, created_at)"
                + " values (1, 902, '1763', 'ADMINISTRATOR', '', '2026-01-01')");

        AuthorityPage all = list(AuthorityFilter.ALL, AuthoritySort.WAITING, "");
        assertThat(all.counts().get(AuthorityFilter.ALL))
                .isEqualTo(((Number) read("select count(*) from authority").get(0)).longValue());
        assertThat(all.counts()).containsEntry(AuthorityFilter.WAITING, 1L);
        assertThat(all.rows().get(0)).satisfies(row -> {
            assertThat(row.slug()).isEqualTo("forshaga");
            assertThat(row.county()).isEqualTo("Värmlands län");
            assertThat(row.open()).isEqualTo(2);
            assertThat(row.waiting()).isEqualTo(1);
            assertThat(row.staff()).isEqualTo(1);
            assertThat(row.seenAt()).isEqualTo("2026-11-01T10:00:00Z");
            assertThat(row.email()).isNull();
        });
        for (AuthoritySort sort : AuthoritySort.values()) {
            assertThat(list(AuthorityFilter.WAITING, sort, "").rows())
                    .extracting(AuthorityRow::code)
                    .containsExactly("1763");
        }
        assertThat(list(AuthorityFilter.UNSTAFFED, AuthoritySort.NAME, "forsh").rows())
                .isEmpty();
        assertThat(list(AuthorityFilter.ALL, AuthoritySort.NAME, "FORSH").rows())
                .hasSize(1);
        assertThat(list(AuthorityFilter.ALL, AuthoritySort.NAME, "%").rows())
                .as("no pattern")
                .isEmpty();
        assertThat(reading.find(operator, "forshaga")).contains(all.rows().get(0));
        assertThat(reading.find(operator, "finns-inte")).isEmpty();
    }

    @Test
    void reportsAreCountedFromTheirIndexAlone() {
        assertThat(plan(CountryAuthorities.select(AuthorityFilter.ALL, AuthoritySort.NAME, 0), ""))
                .filteredOn(line -> line.startsWith("r ") || line.startsWith("d "))
                .hasSize(2)
                .allMatch(line -> !line.contains(" ALL ") && line.contains("Using index"));
    }

    @Test
    void anAddressReleasesWhatWaitsAndIsAudited() {
        int version = reading.find(operator, "forshaga").orElseThrow().version();
        assertThat(addresses.register(operator, "1763", "ingen adress", version))
                .isEqualTo("person.email-wrong");
        assertThat(addresses.register(operator, "1763", "gata@forshaga.example", version + 1))
                .isEqualTo("kommuner.conflict");
        assertThat(registered.fired()).isEmpty();

        assertThat(addresses.register(operator, "1763", " gata@forshaga.example ", version))
                .isEmpty();
        assertThat(reading.find(operator, "forshaga").orElseThrow().email()).isEqualTo("gata@forshaga.example");
        assertThat(registered.fired()).containsExactly(new AddressRegistered("1763"));
        assertThat(remembered.fired()).hasSize(1);
        assertThat(trail()).last().isEqualTo("authority.address authority:1763");
        assertThat(addresses.register(operator, "1763", "annan@forshaga.example", version))
                .as("from a form that was opened before")
                .isEqualTo("kommuner.conflict");
    }

    @Test
    void onlyForOperators() {
        assertThatThrownBy(() -> reading.list(resident, AuthorityFilter.ALL, AuthoritySort.NAME, "", 0))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> reading.find(resident, "forshaga")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> addresses.register(resident, "1763", "a@example.org", 1))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> addresses.register(operator, "9999", "a@example.org", 1))
                .isInstanceOf(NotPermitted.class);
    }
}

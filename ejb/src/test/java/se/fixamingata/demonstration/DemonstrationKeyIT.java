package se.fixamingata.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.ApiKeys;
import se.fixamingata.apikey.ReadyKeys;
import se.fixamingata.apikey.Scope;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.Integrations;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.OneAtATime;

class DemonstrationKeyIT extends DatabaseTest {

    private void load() {
        new DemonstrationKey(em, new ReadyKeys(em, new OneAtATime(em), clock), new Integrations(em, clock), clock)
                .load();
        flushAndClear();
    }

    @Test
    void stockholmFetchesWithTheKeyThatIsPrinted() throws Exception {
        TestMunicipalities.seed(em, clock);
        load();
        load();
        assertThat(new ApiKeys(em, clock).authenticate(DemonstrationKey.KEY)).hasValueSatisfying(client -> {
            assertThat(client.authorityCode()).isEqualTo("0180");
            assertThat(client.scopes()).containsExactlyInAnyOrder(Scope.values());
        });
        assertThat(new Integrations(em, clock).channel("0180")).isEqualTo(ChannelKind.PULL);
        for (String file : new String[] {"../payara-config/demo.sh", "../README.md"}) {
            assertThat(Files.readString(Path.of(file))).as(file).contains(DemonstrationKey.KEY);
        }
    }

    @Test
    void whatSomebodyHasChangedStays() {
        TestMunicipalities.seed(em, clock);
        em.persist(new Integration("0180", ChannelKind.MAIL, clock.instant()));
        load();
        ApiClient client =
                new ApiKeys(em, clock).authenticate(DemonstrationKey.KEY).orElseThrow();
        em.createNativeQuery("update api_key set revoked_at = utc_timestamp(6) where id = ?1")
                .setParameter(1, client.keyId())
                .executeUpdate();
        load();
        assertThat(new Integrations(em, clock).channel("0180")).isEqualTo(ChannelKind.MAIL);
        assertThat(new ApiKeys(em, clock).authenticate(DemonstrationKey.KEY)).isEmpty();
    }
}

package se.fixamingata.open311.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.integration.Fault;
import se.fixamingata.integration.Faults;
import se.fixamingata.municipality.TestMunicipalities;

/** What an authority's own system asks for and does not get stands on its desk. */
class ClientFaultsIT extends DatabaseTest {

    private final ApiClient client = new ApiClient(7, "1763", "Ärendesystemet", Set.of(), false);
    private ClientFaults faults;

    @BeforeEach
    void start() {
        TestMunicipalities.seed(em, clock);
        faults = new ClientFaults(new Faults(em, clock), new LatelyNoted(clock));
    }

    private List<Fault> noted() {
        em.flush();
        return em.createQuery("select f from Fault f order by f.id", Fault.class)
                .getResultList();
    }

    @Test
    @DisplayName(
            "A refused call is noted with what we answered, once an hour for a thousand of a kind, without numbers and keys")
    void once() {
        for (int i = 0; i < 1000; i++) {
            faults.note(
                    client,
                    "GET",
                    "/open311/v2/forshaga/requests/" + i + ".json",
                    Refusal.bad("start_date: asa@resident.test is no time"));
        }
        faults.note(client, "POST", "/open311/v2/requests.xml", Refusal.forbidden("it lacks POST_REQUESTS"));

        assertThat(noted()).hasSize(2).first().satisfies(fault -> {
            assertThat(fault.authorityCode()).isEqualTo("1763");
            assertThat(fault.subject()).isEqualTo("400 GET requests");
            assertThat(fault.request()).contains("Ärendesystemet");
            assertThat(fault.answer()).startsWith("400 start_date").doesNotContain("asa@");
        });
        assertThat(noted().get(1).subject()).isEqualTo("403 POST requests");
    }

    @Test
    @DisplayName("A client that does not hear costs the database nothing within the hour: it is not even asked")
    void deaf() {
        EntityManager none = (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    throw new AssertionError(method.getName());
                });
        LatelyNoted lately = new LatelyNoted(clock);
        Refusal tooMany = new Refusal(429, List.of("Too many requests"));
        new ClientFaults(new Faults(em, clock), lately).note(client, "GET", "/open311/v2/requests.json", tooMany);
        ClientFaults deaf = new ClientFaults(new Faults(none, clock), lately);
        clock.advance(Duration.ofMinutes(59));
        for (int i = 0; i < 1000; i++) {
            deaf.note(client, "GET", "/open311/v2/forshaga/requests/" + i + ".json", tooMany);
        }
        assertThat(noted()).hasSize(1);
        faults.note(new ApiClient(8, "1780", "Systemet", Set.of(), false), "GET", "/open311/v2/requests.json", tooMany);
        assertThat(noted()).hasSize(2);
        clock.advance(Duration.ofMinutes(2));
        new ClientFaults(new Faults(em, clock), lately).note(client, "GET", "/open311/v2/requests.json", tooMany);
        assertThat(noted()).hasSize(3);
    }

    @Test
    @DisplayName("Who looks in vain makes no mistake; who posts to what there is not does; our own trouble is ours")
    void mistakes() {
        faults.note(client, "GET", "/open311/v2/requests/17.json", Refusal.unknown("There is no such request"));
        faults.note(client, "GET", "/open311/v2/requests.json", new Refusal(503, List.of("Try again soon")));
        assertThat(noted()).isEmpty();
        faults.note(
                client, "POST", "/open311/v2/servicerequestupdates.json", Refusal.unknown("There is no such number"));
        faults.note(client, "GET", "/open311/v2/requests.json", new Refusal(429, List.of("Too many requests")));
        assertThat(noted())
                .extracting(Fault::subject)
                .containsExactly("404 POST servicerequestupdates", "429 GET requests");
    }
}

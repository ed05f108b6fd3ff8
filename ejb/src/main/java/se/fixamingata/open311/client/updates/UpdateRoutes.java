package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integrations;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.Endpoints;

/** Whether a report's authority takes residents' words in its own system, and under which number. */
@ApplicationScoped
class UpdateRoutes {

    /** How the report itself went there last. */
    private static final String LAST =
            """
            select d.channel, q.state, q.service_request_id, d.state
              from delivery d left join remote_request q on q.delivery_id = d.id
             where d.report_id = ?1 and d.authority_code = ?2 order by d.id desc limit 1""";

    /** A report that goes there no more gets no number there; nor does one that they have posted themselves. */
    private static final Set<String> ENDED = Set.of("HANDLED", "STOPPED", "NOT_ACCEPTED", "DELIVERED");

    @Inject
    EntityManager em;

    @Inject
    Integrations integrations;

    @Inject
    Endpoints endpoints;

    /** For the container. */
    UpdateRoutes() {}

    /** For tests. */
    UpdateRoutes(EntityManager em, Integrations integrations, Endpoints endpoints) {
        this.em = em;
        this.integrations = integrations;
        this.endpoints = endpoints;
    }

    /** Which way words go today. */
    enum Way {
        /** To their server, at once. */
        SERVER,
        /** To their server, once the report has a number there. */
        LATER,
        /** Not to their server. */
        LETTER
    }

    /** @param number what the report is called there; null unless the way is {@link Way#SERVER} */
    record Route(Way way, String number, Endpoint endpoint) {}

    Route of(long reportId, String authorityCode) {
        Endpoint endpoint = endpoints.find(authorityCode).orElse(null);
        boolean takes = endpoint != null
                && endpoint.dialect().sendsUpdates()
                && integrations.channel(authorityCode) == ChannelKind.OPEN311;
        List<?> last = takes
                ? em.createNativeQuery(LAST)
                        .setParameter(1, reportId)
                        .setParameter(2, authorityCode)
                        .getResultList()
                : List.of();
        if (last.isEmpty()) {
            return new Route(Way.LETTER, null, endpoint);
        }
        Object[] row = (Object[]) last.get(0);
        String state = (String) row[1];
        if ("NUMBERED".equals(state)) {
            return new Route(Way.SERVER, (String) row[2], endpoint);
        }
        boolean coming =
                state == null ? "OPEN311".equals(row[0]) && !ENDED.contains((String) row[3]) : "TOKEN".equals(state);
        return new Route(coming ? Way.LATER : Way.LETTER, null, endpoint);
    }
}

package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;

/** Where an authority's reports go today. Always read fresh: an address mended a second ago counts. */
@ApplicationScoped
class Addressing {

    /** A category that is no service of theirs has no way to their server. */
    private static final String SERVER =
            """
            select e.url from open311_endpoint e
              join open311_mapping m on m.authority_code = e.authority_code and m.category_code = ?2
             where e.authority_code = ?1""";

    @Inject
    EntityManager em;

    @Inject
    Authorities authorities;

    /** For the container. */
    Addressing() {}

    /** For tests. */
    Addressing(EntityManager em, Authorities authorities) {
        this.em = em;
        this.authorities = authorities;
    }

    /** Whether it takes reports elsewhere. */
    boolean isRefusing(String authorityCode) {
        return em.find(Authority.class, authorityCode).refuses();
    }

    /** The way for that category. */
    Route route(String authorityCode, String categoryCode) {
        Optional<Integration> integration = Optional.ofNullable(em.find(Integration.class, authorityCode));
        ChannelKind channel = integration.map(Integration::channel).orElse(ChannelKind.MAIL);
        Optional<String> recipient =
                switch (channel) {
                    case MAIL -> authorities.recipient(authorityCode, categoryCode);
                    case OPEN311 -> server(authorityCode, categoryCode);
                    case PULL -> Optional.empty();
                };
        return new Route(
                channel, recipient, integration.map(Integration::isPaused).orElse(false));
    }

    private Optional<String> server(String authorityCode, String categoryCode) {
        List<?> found = em.createNativeQuery(SERVER)
                .setParameter(1, authorityCode)
                .setParameter(2, categoryCode)
                .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }
}

package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;

/** Where an authority's reports go today. Always read fresh: an address mended a second ago counts. */
@ApplicationScoped
class Addressing {

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

    /** The address for that category; empty when none is registered. */
    Optional<String> recipient(String authorityCode, String categoryCode) {
        return authorities.recipient(authorityCode, categoryCode);
    }
}

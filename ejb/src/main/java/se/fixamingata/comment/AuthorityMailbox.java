package se.fixamingata.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.report.Report;

/** Where comments on a report go besides the page: the same address that gets the report's category (R13). */
@ApplicationScoped
class AuthorityMailbox {

    @Inject
    EntityManager em;

    @Inject
    Authorities authorities;

    /** For the container. */
    AuthorityMailbox() {}

    /** For tests. */
    AuthorityMailbox(EntityManager em, Authorities authorities) {
        this.em = em;
        this.authorities = authorities;
    }

    /** Whether the authority takes reports elsewhere: then nothing is sent. */
    boolean isRefusing(Report report) {
        return em.find(Authority.class, report.authorityCode()).refuses();
    }

    /** Whether its system fetches reports, and with them what is written about them: a letter would say it twice. */
    boolean isFetching(Report report) {
        Integration integration = em.find(Integration.class, report.authorityCode());
        return integration != null && integration.channel() == ChannelKind.PULL;
    }

    /** As it is today; empty when the authority has no address registered, or takes reports elsewhere. */
    Optional<String> of(Report report) {
        return isRefusing(report)
                ? Optional.empty()
                : authorities.recipient(report.authorityCode(), report.categoryCode());
    }
}

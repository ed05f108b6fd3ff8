package se.fixamingata.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import se.fixamingata.shared.SqlTime;

/** The authorities' ways, always read fresh: a way closed a second ago is closed. */
@ApplicationScoped
public class Integrations {

    /** So often at most the moment of the last traffic is written, so that a busy system's row is no bottleneck. */
    private static final Duration NOTED = Duration.ofSeconds(30);

    private static final String TRAFFIC =
            """
            insert into integration (authority_code, channel, trusts_mail, %1$s, changed_at, version)
            values (?1, 'MAIL', false, ?2, ?2, 0)
            on duplicate key update %1$s = if(%1$s is null or %1$s < ?3, ?2, %1$s)""";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public Integrations() {}

    /** For tests. */
    public Integrations(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** Empty for an authority that takes letters and has set nothing. */
    public Optional<Integration> find(String authorityCode) {
        return Optional.ofNullable(em.find(Integration.class, authorityCode));
    }

    public ChannelKind channel(String authorityCode) {
        return find(authorityCode).map(Integration::channel).orElse(ChannelKind.MAIL);
    }

    public boolean isPaused(String authorityCode) {
        return find(authorityCode).map(Integration::isPaused).orElse(false);
    }

    /** Something went through to the authority. Needs a transaction. */
    public void sent(String authorityCode) {
        traffic("last_sent_at", authorityCode);
    }

    /** Something came from the authority. Needs a transaction. */
    public void received(String authorityCode) {
        traffic("last_received_at", authorityCode);
    }

    private void traffic(String column, String authorityCode) {
        em.createNativeQuery(TRAFFIC.formatted(column))
                .setParameter(1, authorityCode)
                .setParameter(2, SqlTime.text(clock.instant()))
                .setParameter(3, SqlTime.text(clock.instant().minus(NOTED)))
                .executeUpdate();
    }
}

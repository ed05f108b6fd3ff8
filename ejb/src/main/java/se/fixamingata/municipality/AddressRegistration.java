package se.fixamingata.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.SqlTime;

/**
 * Gives one authority its central address, as {@code authorities.csv} does for all of them; what waits for it is told of it. Who may, and
 * the audit trail, are the caller's. A file that is changed later says again what holds.
 */
@ApplicationScoped
public class AddressRegistration {

    @Inject
    EntityManager em;

    @Inject
    Event<AddressRegistered> registered;

    @Inject
    Event<AuthoritiesImported> remembered;

    @Inject
    Clock clock;

    /** For the container. */
    public AddressRegistration() {}

    /** For tests. */
    public AddressRegistration(
            EntityManager em, Event<AddressRegistered> registered, Event<AuthoritiesImported> remembered, Clock clock) {
        this.em = em;
        this.registered = registered;
        this.remembered = remembered;
        this.clock = clock;
    }

    /**
     * Needs a transaction.
     *
     * @param version of the authority that the caller has seen
     * @return whether it is so now; false when somebody else has changed the authority since
     */
    public boolean register(String authorityCode, EmailAddress address, int version) {
        em.flush();
        int changed = em.createNativeQuery("update authority set email = ?1, changed_at = ?2,"
                        + " managed_at = coalesce(managed_at, ?2), version = version + 1"
                        + " where code = ?3 and version = ?4")
                .setParameter(1, address.text())
                .setParameter(2, SqlTime.text(clock.instant()))
                .setParameter(3, authorityCode)
                .setParameter(4, version)
                .executeUpdate();
        if (changed == 0) {
            return false;
        }
        registered.fire(new AddressRegistered(authorityCode));
        remembered.fire(new AuthoritiesImported(1));
        return true;
    }
}

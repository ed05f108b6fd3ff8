package se.fixamingata.signin.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;

/** Signing one's own browsers out. */
@Stateless
@PermitAll
public class SessionDesk {

    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public SessionDesk() {}

    /** For tests. */
    public SessionDesk(EntityManager em, AuditTrail audit) {
        this.em = em;
        this.audit = audit;
    }

    /** One of them; somebody else's stays. */
    public void end(Caller caller, long sessionId) {
        end(caller, em.createNamedQuery("AccountSession.end").setParameter("id", sessionId));
    }

    /** All of them, this one too. */
    public void endAll(Caller caller) {
        end(caller, em.createNamedQuery("AccountSession.endAll"));
    }

    private void end(Caller caller, Query query) {
        int ended = query.setParameter("account", caller.accountId()).executeUpdate();
        if (ended > 0) {
            audit.record(
                    caller.accountId(),
                    null,
                    "session.ended",
                    "account:" + caller.accountId(),
                    null,
                    String.valueOf(ended));
        }
    }
}

package se.fixamingata.apikey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.OneAtATime;

/** Making and revoking an authority's keys: its administrator's business. */
@Stateless
public class ApiKeyAdministration {

    /** Good keys of one authority. */
    public static final int MOST = 50;

    /** Revoked ones that are shown, the latest first. */
    public static final int SHOWN_REVOKED = 50;

    @Inject
    EntityManager em;

    @Inject
    OneAtATime turns;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public ApiKeyAdministration() {}

    /** For tests. */
    public ApiKeyAdministration(EntityManager em, OneAtATime turns, AuditTrail audit, Clock clock) {
        this.em = em;
        this.turns = turns;
        this.audit = audit;
        this.clock = clock;
    }

    /** The good ones, the oldest first. */
    public List<ApiKeyView> good(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return list("ApiKey.good", authorityCode, MOST);
    }

    /** The revoked ones, the latest first. */
    public List<ApiKeyView> revoked(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return list("ApiKey.revoked", authorityCode, SHOWN_REVOKED);
    }

    private List<ApiKeyView> list(String query, String authorityCode, int most) {
        return em.createNamedQuery(query, ApiKey.class)
                .setParameter("authority", authorityCode)
                .setMaxResults(most)
                .getResultStream()
                .map(ApiKey::view)
                .toList();
    }

    /** A new key, which is told here and never again. */
    public ApiKeyResult make(Caller caller, String authorityCode, ApiKeyFields fields) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        if (fields.problem().isPresent()) {
            return fields.problem().get();
        }
        turns.enter("apikeys:" + authorityCode);
        List<ApiKeyView> good = list("ApiKey.good", authorityCode, MOST);
        if (good.size() >= MOST) {
            return new ApiKeyResult.Invalid("apikey.name.many");
        }
        if (good.stream().anyMatch(one -> one.name().equalsIgnoreCase(fields.name()))) {
            return new ApiKeyResult.Invalid("apikey.name.taken");
        }
        ApiSecret secret = ApiSecret.random();
        ApiKey key = new ApiKey(authorityCode, fields, secret, caller.accountId(), clock.instant());
        em.persist(key);
        em.flush();
        audit.record(caller.accountId(), authorityCode, "apikey.made", "apikey:" + key.id(), null, key.toString());
        return new ApiKeyResult.Made(key.id(), secret.text());
    }

    /**
     * The key opens nothing from now on; revoking it twice changes nothing.
     *
     * @throws NotPermitted also when there is no such key
     */
    public void revoke(Caller caller, long id) {
        ApiKey key = em.find(ApiKey.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (key == null) {
            throw new NotPermitted();
        }
        Permissions.require(caller, Right.ADMINISTER, key.authorityCode());
        if (!key.isRevoked()) {
            key.revoke(caller.accountId(), clock.instant());
            audit.record(
                    caller.accountId(), key.authorityCode(), "apikey.revoked", "apikey:" + id, key.toString(), null);
        }
    }
}

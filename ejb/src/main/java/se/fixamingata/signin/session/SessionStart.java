package se.fixamingata.signin.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.SecretToken;

/** Begins sessions: every sign-in gets a token that nobody has seen before. */
@ApplicationScoped
public class SessionStart {

    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    /** For the container. */
    public SessionStart() {}

    /** For tests. */
    public SessionStart(EntityManager em, AuditTrail audit, SessionSettings settings, Clock clock) {
        this.em = em;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Needs the transaction in which the proof was accepted. */
    public SessionTokens start(Account account, Way way, boolean secondFactor, Visitor visitor) {
        return start(account, way, secondFactor, visitor, null);
    }

    /** @param authorityCode the only authority that the session is to see; null for all of the account's */
    public SessionTokens start(Account account, Way way, boolean secondFactor, Visitor visitor, String authorityCode) {
        Instant now = clock.instant();
        SecretToken token = SecretToken.random();
        AccountSession session = new AccountSession(account.id(), way, secondFactor, visitor.browser(), token, now);
        session.lastsUntil(now.plus(settings.longest()));
        session.onlyAt(authorityCode);
        Optional<SecretToken> remember = visitor.remember() ? Optional.of(SecretToken.random()) : Optional.empty();
        remember.ifPresent(secret -> session.remember(secret, now.plus(settings.remembered())));
        em.persist(session);
        account.succeed(now);
        audit.record(account.id(), authorityCode, "session.started", "account:" + account.id(), null, way.code());
        return new SessionTokens(token, remember);
    }
}

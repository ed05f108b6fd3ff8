package se.fixamingata.signin.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.SecretToken;

/** Who is signed in, asked with every request of somebody who has a session. */
@Stateless
@PermitAll
public class Sessions {

    /** How exactly it is known when a session was used last: more often is not written. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    /** So long several requests may come with the remembering token that one of them has used. */
    private static final Duration PARALLEL = Duration.ofSeconds(60);

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail audit;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    /** For the container. */
    public Sessions() {}

    /** For tests. */
    public Sessions(EntityManager em, Accounts accounts, AuditTrail audit, SessionSettings settings, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who holds that token now, with rights read anew; empty when the session is over. */
    public Optional<SignedIn> find(SecretToken token) {
        List<?> found = em.createNamedQuery("AccountSession.byToken")
                .setParameter("hash", token.hash())
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = (Object[]) found.get(0);
        AccountSession session = (AccountSession) row[0];
        Instant now = clock.instant();
        if (!session.isLive(now, settings.idle())) {
            return Optional.empty();
        }
        if (!session.lastSeenAt().plus(SEEN_STEP).isAfter(now)) {
            em.createNamedQuery("AccountSession.seen")
                    .setParameter("id", session.id())
                    .setParameter("now", now)
                    .executeUpdate();
            em.createNamedQuery("Account.seen")
                    .setParameter("id", session.accountId())
                    .setParameter("now", now)
                    .executeUpdate();
        }
        return Optional.of(signedIn(session, (Account) row[1]));
    }

    /** What a remembering token gives. */
    public sealed interface Remembered {

        /** A new session. The browser gets both tokens anew. */
        record Renewed(SignedIn who, SessionTokens tokens) implements Remembered {}

        /** Another request of this browser renewed it a moment ago; its tokens are on their way. */
        record Parallel(SignedIn who) implements Remembered {}

        /** Worth nothing: unknown, over, or used once before, in which case the session is gone. */
        record Nothing() implements Remembered {}
    }

    /** Uses a remembering token. Its row is locked, so that of several at once one renews. */
    public Remembered renew(SecretToken remember, String browser) {
        List<Long> known = em.createNamedQuery("AccountSession.byRemember", Long.class)
                .setParameter("hash", remember.hash())
                .getResultList();
        AccountSession session =
                known.isEmpty() ? null : em.find(AccountSession.class, known.get(0), LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (session == null || !session.isRemembered(now)) {
            return new Remembered.Nothing();
        }
        Account account = accounts.find(session.accountId()).orElseThrow();
        if (session.isRememberedBy(remember)) {
            SessionTokens tokens = new SessionTokens(SecretToken.random(), Optional.of(SecretToken.random()));
            session.rotate(tokens.session(), tokens.remember().orElseThrow(), browser, now);
            session.lastsUntil(now.plus(settings.longest()));
            return new Remembered.Renewed(signedIn(session, account), tokens);
        }
        if (session.rotatedWithin(PARALLEL, now)) {
            return new Remembered.Parallel(signedIn(session, account));
        }
        em.remove(session);
        audit.record("system", "session.stolen", "account:" + account.id(), "an old remembering token was used");
        return new Remembered.Nothing();
    }

    /** Signs this browser out. Unknown tokens are no mistake: the session may have ended by itself. */
    public void end(SecretToken token) {
        List<?> found = em.createNamedQuery("AccountSession.byToken")
                .setParameter("hash", token.hash())
                .getResultList();
        found.stream().map(row -> (AccountSession) ((Object[]) row)[0]).forEach(session -> {
            em.remove(session);
            audit.record(session.accountId(), null, "session.ended", "account:" + session.accountId(), null, null);
        });
    }

    private SignedIn signedIn(AccountSession session, Account account) {
        return new SignedIn(
                accounts.caller(account, session.id(), session.authorityCode()),
                session.way(),
                session.hasSecondFactor(),
                account.hasTotp());
    }
}

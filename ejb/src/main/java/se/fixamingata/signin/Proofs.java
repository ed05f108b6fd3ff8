package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.audit.AuditTrail;

/**
 * Asks somebody who is signed in to prove it once more, before what cannot be undone. Every failure counts as one at the door does:
 * whoever sits down at somebody else's open browser gets no more guesses there.
 */
@ApplicationScoped
public class Proofs {

    @Inject
    EntityManager em;

    @Inject
    Passwords passwords;

    @Inject
    SessionSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Proofs() {}

    /** For tests. */
    Proofs(EntityManager em, Passwords passwords, SessionSettings settings, AuditTrail audit, Clock clock) {
        this.em = em;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** Too many wrong ones, right or not. */
        LOCKED
    }

    /** Whether that is the caller's password. Needs a transaction. */
    public Verdict password(Caller caller, String typed) {
        Account account = lock(caller);
        return check(account, () -> isPassword(account, typed));
    }

    /** The caller's account, which nobody else changes until the transaction ends. */
    Account lock(Caller caller) {
        Account account = em.find(Account.class, caller.accountId());
        if (account == null) {
            throw new NotPermitted();
        }
        // What this transaction changed already must not be read over.
        em.flush();
        em.refresh(account, LockModeType.PESSIMISTIC_WRITE);
        return account;
    }

    boolean isPassword(Account account, String typed) {
        return account.passwordHash() != null && passwords.isRight(typed, account.passwordHash());
    }

    /** @param account locked by {@link #lock} */
    Verdict check(Account account, BooleanSupplier proof) {
        Instant now = clock.instant();
        if (account.isLocked(now)) {
            return Verdict.LOCKED;
        }
        if (proof.getAsBoolean()) {
            return Verdict.RIGHT;
        }
        account.fail(settings.failures(), now.plus(settings.lock()));
        if (!account.isLocked(now)) {
            return Verdict.WRONG;
        }
        audit.record("system", "account.locked", "account:" + account.id(), null);
        return Verdict.LOCKED;
    }
}

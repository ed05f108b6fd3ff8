package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.signin.session.SessionSettings;

/**
 * Asks somebody who is signed in to prove it once more, before what cannot be undone. Every failure counts as one at the door does:
 * whoever sits down at somebody else's open browser gets no more guesses there. A password is compared first ({@link #show}), and what
 * follows from it is decided in the transaction.
 */
@ApplicationScoped
public class Proofs {

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

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
    Proofs(
            EntityManager em,
            Accounts accounts,
            Passwords passwords,
            SessionSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.accounts = accounts;
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

    /**
     * A password as it was compared with the account's, which may have changed since. Good for one transaction that follows at once.
     */
    public static final class Shown {

        private final String hash;
        private final boolean right;

        Shown(String hash, boolean right) {
            this.hash = hash;
            this.right = right;
        }

        /** Whether there was one to compare with. */
        boolean hadPassword() {
            return hash != null;
        }

        /** Whether it was right then. */
        boolean wasRight() {
            return right;
        }

        /** Whether it was right, and the account still has the password that it was compared with. */
        boolean isPasswordOf(Account account) {
            return right && hash.equals(account.passwordHash());
        }
    }

    /**
     * Compares with the caller's password. Outside any transaction: the slow hash must hold no connection to the database.
     *
     * @param typed as typed; null counts as nothing typed
     * @return empty when too many passwords are being compared at this moment
     */
    public Optional<Shown> show(Caller caller, String typed) {
        String hash =
                accounts.find(caller.accountId()).orElseThrow(NotPermitted::new).passwordHash();
        try {
            return Optional.of(new Shown(hash, hash != null && passwords.isRight(typed == null ? "" : typed, hash)));
        } catch (Passwords.Crowded crowded) {
            return Optional.empty();
        }
    }

    /** Whether that was the caller's password. Needs a transaction. */
    public Verdict password(Caller caller, Shown shown) {
        Account account = lock(caller);
        return check(account, () -> shown.isPasswordOf(account));
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

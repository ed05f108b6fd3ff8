package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.session.SessionSettings;
import se.fixamingata.signin.session.SessionStart;
import se.fixamingata.signin.session.Visitor;
import se.fixamingata.signin.session.Way;

/** What follows from a proof, under the account's lock: a session, the question for the code, or a failure that is counted. */
@Stateless
@PermitAll
public class SignInOutcome {

    private static final Duration STEP_LIFETIME = Duration.ofMinutes(10);

    @Inject
    EntityManager em;

    @Inject
    SessionStart sessions;

    @Inject
    SecondFactor secondFactor;

    @Inject
    AuditTrail audit;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    /** For the container. */
    public SignInOutcome() {}

    /** For tests. */
    SignInOutcome(
            EntityManager em,
            SessionStart sessions,
            SecondFactor secondFactor,
            AuditTrail audit,
            SessionSettings settings,
            Clock clock) {
        this.em = em;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param hash what the password was compared with; if it was changed meanwhile, the comparison is worth nothing */
    public SignInResult afterPassword(long accountId, String hash, boolean right, Visitor visitor) {
        Account account = lock(accountId);
        if (account == null || account.isLocked(clock.instant())) {
            return new SignInResult.Refused();
        }
        if (!right || !hash.equals(account.passwordHash())) {
            fail(account);
            return new SignInResult.Refused();
        }
        return accept(account, Way.PASSWORD, visitor);
    }

    public SignInResult afterCode(SecretToken token, String code, String browser) {
        Optional<SignInStep> found = em.createNamedQuery("SignInStep.find", SignInStep.class)
                .setParameter("hash", token.hash())
                .getResultStream()
                .findFirst();
        Instant now = clock.instant();
        if (found.isEmpty() || found.get().isOver(now)) {
            return new SignInResult.Expired();
        }
        SignInStep step = found.get();
        Account account = lock(step.accountId());
        if (account == null || account.isLocked(now)) {
            return new SignInResult.Refused();
        }
        if (!secondFactor.accept(account, code)) {
            fail(account);
            return new SignInResult.Refused();
        }
        em.remove(step);
        return new SignInResult.Done(
                account.id(), sessions.start(account, step.way(), true, new Visitor(browser, step.remember())));
    }

    public SignInResult complete(long accountId, Way way, Visitor visitor) {
        Account account = lock(accountId);
        return account == null || account.isBarred() ? new SignInResult.Refused() : accept(account, way, visitor);
    }

    public SignInResult completeThroughEmployer(long accountId, String authorityCode, Visitor visitor) {
        Account account = lock(accountId);
        return account == null || account.isBarred()
                ? new SignInResult.Refused()
                : new SignInResult.Done(account.id(), sessions.start(account, Way.OIDC, false, visitor, authorityCode));
    }

    private SignInResult accept(Account account, Way way, Visitor visitor) {
        if (account.hasTotp() && way.asksForCode()) {
            Instant now = clock.instant();
            SecretToken token = SecretToken.random();
            em.persist(new SignInStep(token, account.id(), way, visitor.remember(), now, now.plus(STEP_LIFETIME)));
            return new SignInResult.CodeNeeded(token);
        }
        return new SignInResult.Done(account.id(), sessions.start(account, way, false, visitor));
    }

    private void fail(Account account) {
        Instant now = clock.instant();
        account.fail(settings.failures(), now.plus(settings.lock()));
        if (account.isLocked(now)) {
            audit.record("system", "account.locked", "account:" + account.id(), null);
        }
    }

    private Account lock(long accountId) {
        Account account = em.find(Account.class, accountId);
        if (account != null) {
            em.refresh(account, LockModeType.PESSIMISTIC_WRITE);
        }
        return account;
    }
}

package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.session.AccountSession;

/**
 * What {@link AccountSecurity} decides under the account's lock: changed with everything that follows from it, the word to its holder
 * among it, or not at all.
 */
@Stateless
@PermitAll
public class SecurityChanges {

    @Inject
    EntityManager em;

    @Inject
    Proofs proofs;

    @Inject
    SecondFactor secondFactor;

    @Inject
    RecoveryCodes recovery;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public SecurityChanges() {}

    /** For tests. */
    SecurityChanges(
            EntityManager em,
            Proofs proofs,
            SecondFactor secondFactor,
            RecoveryCodes recovery,
            SecurityNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.proofs = proofs;
        this.secondFactor = secondFactor;
        this.recovery = recovery;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param problem key of what is wrong with the new password; empty when it may be used
     * @param hash of the new password; null when there is a problem, or the current one was wrong
     */
    public SecurityResult setPassword(Caller caller, Proofs.Shown current, Optional<String> problem, String hash) {
        Account account = proofs.lock(caller);
        boolean first = account.passwordHash() == null;
        Optional<SecurityResult> refusal = first
                ? Optional.empty()
                : refusal(account, "current", "security.wrong-password", () -> current.isPasswordOf(account));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (problem.isPresent()) {
            return new SecurityResult.Invalid("password", problem.get());
        }
        account.setPasswordHash(Objects.requireNonNull(hash));
        endOthers(caller);
        notices.tell(account, first ? SecurityChange.PASSWORD_SET : SecurityChange.PASSWORD_CHANGED);
        return done(account, "password.changed", List.of(), Optional.of(renew(caller, false)));
    }

    public SecurityResult prepareTotp(Caller caller) {
        Account account = proofs.lock(caller);
        if (!account.hasTotp()) {
            secondFactor.prepare(account);
        }
        return new SecurityResult.Done(Optional.empty(), List.of());
    }

    public SecurityResult enableTotp(Caller caller, String code) {
        Account account = proofs.lock(caller);
        if (account.hasTotp() || account.totpSecret() == null) {
            return new SecurityResult.Invalid("code", "security.totp-again");
        }
        // Not counted: whoever may ask here sees the secret anyway.
        if (!secondFactor.acceptApp(account, code)) {
            return new SecurityResult.Invalid("code", "security.wrong-code");
        }
        account.enableTotp(clock.instant());
        endOthers(caller);
        List<String> codes = recovery.issue(account.id());
        notices.tell(account, SecurityChange.SECOND_FACTOR_ADDED);
        return done(account, "second-factor.enabled", codes, Optional.of(renew(caller, true)));
    }

    /** @param shown what was typed, compared with the password: it may be that instead of a code */
    public SecurityResult disableTotp(Caller caller, String typed, Proofs.Shown shown) {
        Account account = proofs.lock(caller);
        Optional<SecurityResult> refusal =
                refusal(account, "proof", "security.wrong-proof", () -> isProof(account, typed, shown));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean had = account.hasTotp();
        account.disableTotp();
        recovery.delete(account.id());
        if (had) {
            notices.tell(account, SecurityChange.SECOND_FACTOR_REMOVED);
        }
        return done(account, "second-factor.disabled", List.of(), Optional.empty());
    }

    /** @param shown as with {@link #disableTotp} */
    public SecurityResult renewRecoveryCodes(Caller caller, String typed, Proofs.Shown shown) {
        Account account = proofs.lock(caller);
        return refusal(account, "renew", "security.wrong-proof", () -> isProof(account, typed, shown))
                .orElseGet(() -> {
                    notices.tell(account, SecurityChange.RECOVERY_CODES_RENEWED);
                    return done(account, "recovery-codes.renewed", recovery.issue(account.id()), Optional.empty());
                });
    }

    private Optional<SecurityResult> refusal(Account account, String field, String key, BooleanSupplier proof) {
        return switch (proofs.check(account, proof)) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(new SecurityResult.Invalid(field, key));
            case LOCKED -> Optional.of(new SecurityResult.Invalid(field, "security.locked"));
        };
    }

    private boolean isProof(Account account, String typed, Proofs.Shown shown) {
        return secondFactor.accept(account, typed) || shown.isPasswordOf(account);
    }

    private SecurityResult done(Account account, String action, List<String> codes, Optional<SecretToken> session) {
        audit.record(account.id(), null, action, "account:" + account.id(), null, null);
        return new SecurityResult.Done(session, codes);
    }

    private SecretToken renew(Caller caller, boolean secondFactorShown) {
        SecretToken token = SecretToken.random();
        AccountSession session = em.find(AccountSession.class, caller.sessionId());
        if (session != null) {
            session.renew(token, secondFactorShown);
        }
        return token;
    }

    private void endOthers(Caller caller) {
        em.createNamedQuery("AccountSession.endOthers")
                .setParameter("account", caller.accountId())
                .setParameter("kept", caller.sessionId())
                .executeUpdate();
    }
}

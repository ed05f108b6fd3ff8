package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.SecretToken;

/** Password and second factor of one's own account. */
@Stateless
@PermitAll
public class AccountSecurity {

    private static final String ISSUER = "FixaMinGata";
    private static final String EMPLOYER = "security.employer";

    @Inject
    EntityManager em;

    @Inject
    Passwords passwords;

    @Inject
    PasswordRules rules;

    @Inject
    Proofs proofs;

    @Inject
    SecondFactor secondFactor;

    @Inject
    RecoveryCodes recovery;

    @Inject
    SessionSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public AccountSecurity() {}

    /** For tests. */
    AccountSecurity(
            EntityManager em,
            Passwords passwords,
            PasswordRules rules,
            Proofs proofs,
            SecondFactor secondFactor,
            RecoveryCodes recovery,
            SessionSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.passwords = passwords;
        this.rules = rules;
        this.proofs = proofs;
        this.secondFactor = secondFactor;
        this.recovery = recovery;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    public SecurityView view(Caller caller) {
        Account account = em.find(Account.class, caller.accountId());
        Instant now = clock.instant();
        List<SecurityView.Session> sessions = em.createNamedQuery("AccountSession.ofAccount", AccountSession.class)
                .setParameter("account", caller.accountId())
                .setMaxResults(100)
                .getResultStream()
                .filter(one -> one.isLive(now, settings.idle()) || one.isRemembered(now))
                .map(one -> new SecurityView.Session(
                        one.id(),
                        one.browser(),
                        one.way(),
                        one.createdAt(),
                        one.lastSeenAt(),
                        one.id() == caller.sessionId(),
                        one.isRemembered(now)))
                .toList();
        return new SecurityView(
                account.passwordHash() != null, account.hasTotp(), recovery.left(account.id()), sessions);
    }

    /**
     * Sets or changes the password; every other browser is signed out.
     *
     * @param current as typed; not asked for when the account has none
     * @param password as typed
     */
    public SecurityResult setPassword(Caller caller, String current, String password) {
        Account account = proofs.lock(caller);
        if (isEmployers(caller)) {
            return new SecurityResult.Invalid("password", EMPLOYER);
        }
        Optional<SecurityResult> refusal = account.passwordHash() == null
                ? Optional.empty()
                : refusal(
                        account, "current", "security.wrong-password", () -> proofs.isPassword(account, text(current)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<String> problem = rules.problem(password, account.email(), account.name());
        if (problem.isPresent()) {
            return new SecurityResult.Invalid("password", problem.get());
        }
        account.setPasswordHash(passwords.hash(password));
        endOthers(caller);
        return done(account, "password.changed", List.of(), Optional.of(renew(caller, false)));
    }

    /** Makes a new secret for an app, in force only after {@link #enableTotp}. One that is in force stays. */
    public void prepareTotp(Caller caller) {
        Account account = proofs.lock(caller);
        if (!account.hasTotp()) {
            secondFactor.prepare(account);
        }
    }

    /** What the app is to be told; empty when nothing was prepared, or it is in force and told no more. */
    public Optional<TotpSetup> preparedTotp(Caller caller) {
        Account account = em.find(Account.class, caller.accountId());
        return account.hasTotp() || account.totpSecret() == null ? Optional.empty() : Optional.of(setup(account));
    }

    /** Turns the second factor on when the app shows the right code; every other browser is signed out. */
    public SecurityResult enableTotp(Caller caller, String code) {
        Account account = proofs.lock(caller);
        if (isEmployers(caller)) {
            return new SecurityResult.Invalid("code", EMPLOYER);
        }
        if (account.hasTotp() || account.totpSecret() == null) {
            return new SecurityResult.Invalid("code", "security.totp-again");
        }
        // Not counted: whoever may ask here sees the secret anyway.
        if (!secondFactor.acceptApp(account, text(code))) {
            return new SecurityResult.Invalid("code", "security.wrong-code");
        }
        account.enableTotp(clock.instant());
        endOthers(caller);
        List<String> codes = recovery.issue(account.id());
        return done(account, "second-factor.enabled", codes, Optional.of(renew(caller, true)));
    }

    /** @param proof the password, a code of the app, or a recovery code */
    public SecurityResult disableTotp(Caller caller, String proof) {
        Account account = proofs.lock(caller);
        Optional<SecurityResult> refusal =
                refusal(account, "proof", "security.wrong-proof", () -> isProof(account, text(proof)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        account.disableTotp();
        recovery.delete(account.id());
        return done(account, "second-factor.disabled", List.of(), Optional.empty());
    }

    /** Ten new recovery codes; the old ones are worth nothing from then on. */
    public SecurityResult renewRecoveryCodes(Caller caller, String proof) {
        Account account = proofs.lock(caller);
        Optional<SecurityResult> refusal =
                refusal(account, "renew", "security.wrong-proof", () -> isProof(account, text(proof)));
        return refusal.orElseGet(
                () -> done(account, "recovery-codes.renewed", recovery.issue(account.id()), Optional.empty()));
    }

    private Optional<SecurityResult> refusal(Account account, String field, String key, BooleanSupplier proof) {
        return switch (proofs.check(account, proof)) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(new SecurityResult.Invalid(field, key));
            case LOCKED -> Optional.of(new SecurityResult.Invalid(field, "security.locked"));
        };
    }

    private boolean isProof(Account account, String proof) {
        return secondFactor.accept(account, proof) || proofs.isPassword(account, proof);
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

    /** An employer who vouches for somebody must not be able to become them: no password, no second factor of its making. */
    private boolean isEmployers(Caller caller) {
        AccountSession session = em.find(AccountSession.class, caller.sessionId());
        return session != null && session.authorityCode() != null;
    }

    private void endOthers(Caller caller) {
        em.createNamedQuery("AccountSession.endOthers")
                .setParameter("account", caller.accountId())
                .setParameter("kept", caller.sessionId())
                .executeUpdate();
    }

    private TotpSetup setup(Account account) {
        String secret = Base32.encode(secondFactor.secret(account));
        String label = URLEncoder.encode(ISSUER + ":" + account.email(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new TotpSetup(
                "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + ISSUER,
                secret.replaceAll("(.{4})(?=.)", "$1 "));
    }

    private static String text(String typed) {
        return typed == null || typed.length() > SignIn.PASSWORD_MAX ? "" : typed;
    }
}

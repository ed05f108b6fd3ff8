package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.shared.Base32;
import se.fixamingata.signin.session.AccountSession;
import se.fixamingata.signin.session.SessionSettings;

/**
 * Password and second factor of one's own account.
 *
 * <p>Slow hashes run here, before any transaction, so that a crowd holds no connection to the database; what follows from them is
 * decided under the account's lock ({@link SecurityChanges}).
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
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
    SecurityChanges changes;

    @Inject
    SecondFactor secondFactor;

    @Inject
    RecoveryCodes recovery;

    @Inject
    SessionSettings settings;

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
            SecurityChanges changes,
            SecondFactor secondFactor,
            RecoveryCodes recovery,
            SessionSettings settings,
            Clock clock) {
        this.em = em;
        this.passwords = passwords;
        this.rules = rules;
        this.proofs = proofs;
        this.changes = changes;
        this.secondFactor = secondFactor;
        this.recovery = recovery;
        this.settings = settings;
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
        if (isEmployers(caller)) {
            return new SecurityResult.Invalid("password", EMPLOYER);
        }
        Optional<Proofs.Shown> shown = proofs.show(caller, text(current));
        if (shown.isEmpty()) {
            return new SecurityResult.Busy();
        }
        Optional<String> problem = rules.problem(password, caller.email(), caller.name());
        boolean goesOn =
                problem.isEmpty() && (shown.get().wasRight() || !shown.get().hadPassword());
        String hash;
        try {
            hash = goesOn ? passwords.hash(password) : null;
        } catch (Passwords.Crowded crowded) {
            return new SecurityResult.Busy();
        }
        return changes.setPassword(caller, shown.get(), problem, hash);
    }

    /** Makes a new secret for an app, in force only after {@link #enableTotp}. One that is in force stays. */
    public SecurityResult prepareTotp(Caller caller) {
        return isEmployers(caller) ? new SecurityResult.Invalid("code", EMPLOYER) : changes.prepareTotp(caller);
    }

    /** What the app is to be told; empty when nothing was prepared, or it is in force and told no more. */
    public Optional<TotpSetup> preparedTotp(Caller caller) {
        Account account = em.find(Account.class, caller.accountId());
        boolean told = !account.hasTotp() && account.totpSecret() != null && !isEmployers(caller);
        return told ? Optional.of(setup(account)) : Optional.empty();
    }

    /** Turns the second factor on when the app shows the right code; every other browser is signed out. */
    public SecurityResult enableTotp(Caller caller, String code) {
        return isEmployers(caller)
                ? new SecurityResult.Invalid("code", EMPLOYER)
                : changes.enableTotp(caller, text(code));
    }

    /** @param proof the password, a code of the app, or a recovery code */
    public SecurityResult disableTotp(Caller caller, String proof) {
        if (isEmployers(caller)) {
            return new SecurityResult.Invalid("proof", EMPLOYER);
        }
        return proofs.show(caller, text(proof))
                .map(shown -> changes.disableTotp(caller, text(proof), shown))
                .orElseGet(SecurityResult.Busy::new);
    }

    /** Ten new recovery codes; the old ones are worth nothing from then on. */
    public SecurityResult renewRecoveryCodes(Caller caller, String proof) {
        if (isEmployers(caller)) {
            return new SecurityResult.Invalid("renew", EMPLOYER);
        }
        return proofs.show(caller, text(proof))
                .map(shown -> changes.renewRecoveryCodes(caller, text(proof), shown))
                .orElseGet(SecurityResult.Busy::new);
    }

    /** An employer who vouches for somebody must not be able to become them: no password, no second factor of its making. */
    private boolean isEmployers(Caller caller) {
        AccountSession session = em.find(AccountSession.class, caller.sessionId());
        return session != null && session.authorityCode() != null;
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

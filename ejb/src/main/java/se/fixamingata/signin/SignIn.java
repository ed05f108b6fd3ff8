package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.session.Visitor;
import se.fixamingata.signin.session.Way;

/**
 * Signing in. Whether an address has an account shows in nothing: neither in the answer nor in how long it takes.
 *
 * <p>The slow hash runs before any transaction, so that a crowd that guesses holds no connection to the database; what follows from it
 * is decided under the account's lock.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    /** Longer ones are refused unread: hashing them would be somebody else's wish. */
    static final int PASSWORD_MAX = 200;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    SignInOutcome outcome;

    /** For the container. */
    public SignIn() {}

    /** For tests. */
    SignIn(Accounts accounts, Passwords passwords, SignInOutcome outcome) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.outcome = outcome;
    }

    /** @param email and password as typed; null counts as nothing typed */
    public SignInResult withPassword(String email, String password, Visitor visitor) {
        String typed = password == null || password.length() > PASSWORD_MAX ? "" : password;
        Optional<Account> account = EmailAddress.parse(email).flatMap(address -> accounts.find(address.text()));
        String hash = account.map(Account::passwordHash).orElse(null);
        boolean right;
        try {
            right = passwords.isRight(typed, hash);
        } catch (Passwords.Crowded crowded) {
            return new SignInResult.Busy();
        }
        return account.<SignInResult>map(known -> outcome.afterPassword(known.id(), hash, right, visitor))
                .orElseGet(SignInResult.Refused::new);
    }

    /**
     * Goes on after {@link SignInResult.CodeNeeded}.
     *
     * @param code of the app, or one of the recovery codes, as typed
     */
    public SignInResult withCode(SecretToken step, String code, String browser) {
        return outcome.afterCode(step, code == null ? "" : code, browser);
    }

    /**
     * Whoever that is has proved it in that way: from now on signed in, or asked for the second factor if the account has one and the
     * way does not bring its own. Every way of signing in ends here.
     */
    public SignInResult completeFor(long accountId, Way way, Visitor visitor) {
        return outcome.complete(accountId, way, visitor);
    }

    /**
     * The provider of that authority has vouched for whoever that is, second factor included. The session sees that authority only: an
     * employer vouches for its own staff, not for what they do elsewhere.
     */
    public SignInResult completeThroughEmployer(long accountId, String authorityCode, Visitor visitor) {
        return outcome.completeThroughEmployer(accountId, authorityCode, visitor);
    }
}

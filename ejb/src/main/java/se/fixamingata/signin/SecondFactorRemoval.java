package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixamingata.account.Account;

/**
 * Takes the second factor from somebody who has lost it and asked for help; they are told by mail. Who may is the caller's question, and
 * so is the audit trail.
 */
@ApplicationScoped
public class SecondFactorRemoval {

    @Inject
    RecoveryCodes recovery;

    @Inject
    SecurityNotices notices;

    /** For the container. */
    public SecondFactorRemoval() {}

    /** For tests. */
    public SecondFactorRemoval(RecoveryCodes recovery, SecurityNotices notices) {
        this.recovery = recovery;
        this.notices = notices;
    }

    /** Needs a transaction. @param account locked */
    public void remove(Account account) {
        account.disableTotp();
        recovery.delete(account.id());
        notices.tell(account, SecurityChange.SECOND_FACTOR_REMOVED);
    }
}

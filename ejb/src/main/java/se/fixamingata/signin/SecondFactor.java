package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalLong;
import se.fixamingata.account.Account;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.settings.SecretBox;

/**
 * The second thing that proves a person: the code of an app, or one of the recovery codes. Each code works once; whoever asks holds the
 * account's lock, so that of the same code shown twice at once one is refused.
 */
@ApplicationScoped
class SecondFactor {

    private static final String PURPOSE = "totp";
    private static final int APP_DIGITS = 6;

    @Inject
    OneTimeCodes codes;

    @Inject
    RecoveryCodes recovery;

    @Inject
    SecretBox box;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    SecondFactor() {}

    /** For tests. */
    SecondFactor(OneTimeCodes codes, RecoveryCodes recovery, SecretBox box, AuditTrail audit, Clock clock) {
        this.codes = codes;
        this.recovery = recovery;
        this.box = box;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether that is a code of this account, which is then used up. The account is locked by the caller. */
    boolean accept(Account account, String typed) {
        if (!account.hasTotp()) {
            return false;
        }
        if (acceptApp(account, typed)) {
            return true;
        }
        if (recovery.use(account.id(), typed)) {
            audit.record(account.id(), null, "recovery-code.used", "account:" + account.id(), null, null);
            return true;
        }
        return false;
    }

    /** Whether the app shows that now; also for a secret that is not yet in force. */
    boolean acceptApp(Account account, String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (digits.length() != APP_DIGITS || account.totpSecret() == null) {
            return false;
        }
        OptionalLong step = codes.step(secret(account), digits, clock.instant(), account.totpLastStep());
        step.ifPresent(account::useTotpStep);
        return step.isPresent();
    }

    /** Gives the account a new secret that is not yet in force. */
    void prepare(Account account) {
        account.prepareTotp(box.lock(PURPOSE, owner(account), codes.newSecret()));
    }

    byte[] secret(Account account) {
        return box.open(PURPOSE, owner(account), account.totpSecret());
    }

    private static String owner(Account account) {
        return "account:" + account.id();
    }
}

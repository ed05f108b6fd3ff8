package se.fixamingata.subscription;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;

/** An administrator's own choice about the letter of the month, on the account's page. */
@Stateless
public class LetterChoice {

    @Inject
    LetterStops stops;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public LetterChoice() {}

    /** For tests. */
    public LetterChoice(LetterStops stops, AuditTrail audit) {
        this.stops = stops;
        this.audit = audit;
    }

    /** Whether there is anything to choose: only administrators get the letter. */
    public boolean isOffered(Caller caller) {
        return stops.isOffered(caller.accountId());
    }

    /** Whether the letter comes. */
    public boolean isWanted(Caller caller) {
        return stops.isWanted(caller.accountId());
    }

    /** From now on it comes, or does not; choosing the same again changes nothing. Nothing for whom it is not offered. */
    public void choose(Caller caller, boolean wanted) {
        long account = caller.accountId();
        if (!stops.isOffered(account) || stops.isWanted(account) == wanted) {
            return;
        }
        if (wanted) {
            stops.resume(account);
        } else {
            stops.stop(account);
        }
        audit.record(account, null, wanted ? "letters.resumed" : "letters.stopped", "account:" + account, null, null);
    }
}

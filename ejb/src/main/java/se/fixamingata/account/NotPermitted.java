package se.fixamingata.account;

import jakarta.ejb.ApplicationException;
import se.fixamingata.shared.DomainException;

/** Somebody asked for what is not theirs. Answered as if it did not exist, and nothing was changed. */
@ApplicationException(rollback = true)
public class NotPermitted extends DomainException {

    private static final long serialVersionUID = 1L;

    public NotPermitted() {
        super("permission.denied");
    }
}

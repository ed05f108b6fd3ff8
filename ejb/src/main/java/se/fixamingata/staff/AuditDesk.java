package se.fixamingata.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditFilter;
import se.fixamingata.audit.AuditLine;
import se.fixamingata.audit.AuditPlace;
import se.fixamingata.audit.AuditReading;
import se.fixamingata.audit.AuditTrail;

/** The audit trail for those whose business it is: an authority's administrators read its lines, operators read all. */
@Stateless
@PermitAll
public class AuditDesk {

    /** Lines in a file. */
    public static final int MOST_IN_FILE = 100_000;

    /** Lines at a time. */
    public static final int PORTION = 1_000;

    @Inject
    AuditReading reading;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public AuditDesk() {}

    /** For tests. */
    AuditDesk(AuditReading reading, AuditTrail audit) {
        this.reading = reading;
        this.audit = audit;
    }

    /**
     * @param after the page begins below it; null for the newest
     * @param most lines; never more than {@link #PORTION}
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<AuditLine> page(Caller caller, AuditFilter filter, AuditPlace after, int most) {
        require(caller, filter);
        return reading.page(filter, after, Math.min(most, PORTION));
    }

    /** Remembers that somebody takes lines along in a file. */
    public void take(Caller caller, AuditFilter filter) {
        require(caller, filter);
        String subject = filter.authorityCode() == null ? "authority:*" : "authority:" + filter.authorityCode();
        audit.record(caller.accountId(), filter.authorityCode(), "log.exported", subject, null, null);
    }

    private static void require(Caller caller, AuditFilter filter) {
        if (filter.authorityCode() == null) {
            Permissions.requireOperator(caller);
        } else {
            Permissions.require(caller, Right.ADMINISTER, filter.authorityCode());
        }
    }
}

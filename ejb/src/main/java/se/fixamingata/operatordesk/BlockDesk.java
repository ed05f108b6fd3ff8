package se.fixamingata.operatordesk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.blocking.BlockedAddresses;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.shared.TypedText;

/** The operator blocks an address for a time, and lifts it. What is over is forgotten. */
@Stateless
@PermitAll
public class BlockDesk {

    /** For how many days it can be. */
    public static final List<Integer> DAYS = List.of(30, 90, 365);

    /** More are not listed. */
    public static final int MOST = 200;

    private static final int REASON_MAX = 200;

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public BlockDesk() {}

    /** For tests. */
    BlockDesk(EntityManager em, Accounts accounts, AuditTrail audit, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those in force, the newest first; at most {@link #MOST}. */
    public List<BlockedLine> list(Caller caller) {
        Permissions.requireOperator(caller);
        return ((List<?>) em.createNativeQuery("select id, email, reason, " + SqlTime.micros("blocked_at") + ", "
                                + SqlTime.micros("until_at")
                                + " from blocked_address where until_at > ?1 order by blocked_at desc, id desc limit "
                                + MOST)
                        .setParameter(1, SqlTime.text(clock.instant()))
                        .getResultList())
                .stream()
                        .map(row -> (Object[]) row)
                        .map(row -> new BlockedLine(
                                ((Number) row[0]).longValue(),
                                (String) row[1],
                                (String) row[2],
                                SqlTime.instant(row[3]),
                                SqlTime.instant(row[4])))
                        .toList();
    }

    /**
     * Blocks it; whoever is blocked already is so until the new end, for the new reason. Staff and operators are not blocked: their places
     * are taken away instead.
     *
     * @param typed the address, as typed
     * @param reason as typed
     * @param days one of {@link #DAYS}
     * @return what stands in the way, as a message key; empty when it is done
     */
    public String block(Caller caller, String typed, String reason, int days) {
        Permissions.requireOperator(caller);
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            return "person.email-wrong";
        }
        String line = TypedText.line(reason, REASON_MAX + 1);
        if (!TypedText.isVisible(line) || TypedText.length(line) > REASON_MAX) {
            return "sparrade.reason-missing";
        }
        if (!DAYS.contains(days)) {
            return "sparrade.days-missing";
        }
        if (accounts.find(address.get().text()).filter(this::isStaff).isPresent()) {
            return "sparrade.staff";
        }
        forgetWhatIsOver();
        em.createNativeQuery("insert into blocked_address (id, hash, email, reason, blocked_at, until_at, blocked_by)"
                        + " values (next value for inner_number, ?1, ?2, ?3, ?4, ?5, ?6) on duplicate key update"
                        + " reason = values(reason), until_at = values(until_at), blocked_by = values(blocked_by)")
                .setParameter(1, BlockedAddresses.hash(address.get().text()))
                .setParameter(2, address.get().text())
                .setParameter(3, line)
                .setParameter(4, SqlTime.text(clock.instant()))
                .setParameter(5, SqlTime.text(clock.instant().plus(Duration.ofDays(days))))
                .setParameter(6, caller.accountId())
                .executeUpdate();
        Number id = (Number) em.createNativeQuery("select id from blocked_address where hash = ?1")
                .setParameter(1, BlockedAddresses.hash(address.get().text()))
                .getSingleResult();
        audit.record(caller.accountId(), null, "address.blocked", "address:" + id, null, days + " d");
        return "";
    }

    private boolean isStaff(Account account) {
        return account.isOperator()
                || !Set.copyOf(accounts.memberships(account.id())).isEmpty();
    }

    private void forgetWhatIsOver() {
        em.createNativeQuery("delete from blocked_address where until_at <= ?1")
                .setParameter(1, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    /** @return false when there is no such any more */
    public boolean lift(Caller caller, long id) {
        Permissions.requireOperator(caller);
        forgetWhatIsOver();
        boolean lifted = em.createNativeQuery("delete from blocked_address where id = ?1")
                        .setParameter(1, id)
                        .executeUpdate()
                > 0;
        if (lifted) {
            audit.record(caller.accountId(), null, "address.lifted", "address:" + id, null, null);
        }
        return lifted;
    }
}

package se.fixamingata.sending;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What every row that leaves the house has in common: the lease, the count of attempts, and when the next one is due.
 *
 * <p>A row is worked on by whoever holds its lease. A lease that is found run out tells that a server died; whether the message was
 * handed over before that, the kind of row knows itself ({@code delivery_attempt}, {@code notification.handed_over_at}).
 */
@MappedSuperclass
public abstract class Outgoing {

    /** So many times a message is handed over with unknown outcome before it is left to a human being. */
    private static final int UNKNOWNS_MAX = 2;

    private static final int REASON_MAX = 1000;

    @Column(nullable = false)
    private int attempts;

    @Column(nullable = false)
    private int unknowns;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "due_since")
    private Instant dueSince;

    @Column(name = "next_attempt_at", nullable = false)
    private Instant nextAttemptAt;

    @Column(name = "lease_owner", length = 80)
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "message_id", nullable = false, length = 200)
    private String messageId;

    @Version
    private int version;

    protected Outgoing() {}

    protected Outgoing(String messageId, Instant now) {
        this.messageId = messageId;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** Gives the row to somebody, whoever held it before. */
    public void lease(Lease lease) {
        leaseOwner = lease.owner();
        leaseUntil = lease.until();
    }

    /** Whether somebody holds it, or held it and never gave it back. */
    public boolean isLeased() {
        return leaseOwner != null;
    }

    /** When the lease runs out or ran out; null when there is none. */
    public Instant leaseUntil() {
        return leaseUntil;
    }

    /** Whether that owner may work on it at that moment. */
    public boolean isHeldBy(String owner, Instant now) {
        return owner.equals(leaseOwner) && leaseUntil.isAfter(now);
    }

    /** Whether the last lease was that owner's, run out or not: nobody else has touched the row since. */
    public boolean wasLastHeldBy(String owner) {
        return owner.equals(leaseOwner);
    }

    /** Nobody works on it any more. */
    protected void release() {
        leaseOwner = null;
        leaseUntil = null;
    }

    /** The seven days of trying begin now. */
    protected void dueFrom(Instant now) {
        dueSince = now;
        nextAttemptAt = now;
        attempts = 0;
        unknowns = 0;
        release();
    }

    /** An attempt ended well. */
    protected void succeeded() {
        attempts++;
        release();
    }

    /**
     * An attempt ended otherwise; gives the lease back and sets the time of the next attempt.
     *
     * @return whether there is a next attempt; if not, the row is to be parked
     */
    protected boolean retryAfter(AttemptOutcome outcome, Instant now) {
        return retryAfter(outcome, Duration.ZERO, now);
    }

    /** The same, with so long at least until the next attempt. */
    protected boolean retryAfter(AttemptOutcome outcome, Duration pause, Instant now) {
        if (outcome != AttemptOutcome.POSTPONED) {
            attempts++;
        }
        release();
        Optional<Instant> next =
                switch (outcome) {
                    case REFUSED -> Optional.empty();
                    case UNKNOWN ->
                        ++unknowns < UNKNOWNS_MAX ? RetryPolicy.next(attempts, since(), now) : Optional.empty();
                    // The run-out lease was pause enough.
                    case INTERRUPTED -> RetryPolicy.next(attempts, since(), now).map(later -> now);
                    case TEMPORARY_FAILURE, NOT_FOUND -> RetryPolicy.next(attempts, since(), now);
                    case POSTPONED -> RetryPolicy.within(since(), now.plus(pause));
                    case ACCEPTED, UNPROVED -> throw new IllegalArgumentException("Nothing to retry");
                };
        Instant earliest = now.plus(pause);
        next.ifPresent(at -> nextAttemptAt = at.isBefore(earliest) ? earliest : at);
        return next.isPresent();
    }

    private Instant since() {
        return dueSince == null ? createdAt : dueSince;
    }

    /** Cut to what the column holds. */
    protected static String cut(String reason) {
        return reason == null || reason.length() <= REASON_MAX ? reason : reason.substring(0, REASON_MAX);
    }

    public int attempts() {
        return attempts;
    }

    /** How many times the message was handed over and nothing was heard. */
    public int unknowns() {
        return unknowns;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** The one {@code Message-ID} of all attempts, with angle brackets. */
    public String messageId() {
        return messageId;
    }
}

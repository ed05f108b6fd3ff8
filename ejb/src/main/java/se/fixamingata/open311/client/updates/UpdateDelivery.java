package se.fixamingata.open311.client.updates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.Outgoing;

/** A resident's words on their way to one authority's server: one row for both together, whatever happens. */
@Entity
@Table(name = "update_delivery")
@NamedQuery(
        name = "UpdateDelivery.countByState",
        query = "select d.state, count(d) from UpdateDelivery d group by d.state")
@NamedQuery(
        name = "UpdateDelivery.oldestDue",
        query =
                "select d.nextAttemptAt from UpdateDelivery d"
                        + " where d.state = se.fixamingata.open311.client.updates.UpdateDeliveryState.DUE order by d.nextAttemptAt")
@NamedQuery(
        name = "UpdateDelivery.ofReport",
        query = "select d, u.text from UpdateDelivery d, ReportUpdate u where d.authorityCode = :authority"
                + " and d.reportId = :report and u.id = d.updateId order by d.id desc")
public class UpdateDelivery extends Outgoing {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "update_delivery_number")
    @SequenceGenerator(name = "update_delivery_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Column(name = "update_id", nullable = false)
    private long updateId;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private UpdateDeliveryState state;

    @Column(name = "handed_over_at")
    private Instant handedOverAt;

    @Column(name = "silent_at")
    private Instant silentAt;

    @Column(name = "not_found_at")
    private Instant notFoundAt;

    @Column(name = "remote_update_id", length = 200)
    private String remoteUpdateId;

    @Column(length = 200)
    private String token;

    @Column(name = "next_poll_at")
    private Instant nextPollAt;

    @Column(nullable = false)
    private int polls;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "last_error", length = 1000)
    private String lastError;

    protected UpdateDelivery() {}

    UpdateDelivery(
            long reportId,
            long updateId,
            String authorityCode,
            UpdateDeliveryState state,
            String messageId,
            Instant now) {
        super(messageId, now);
        this.reportId = reportId;
        this.updateId = updateId;
        this.authorityCode = authorityCode;
        this.state = state;
    }

    /** From now on nobody knows until there is an answer. */
    void handOver(Instant now) {
        handedOverAt = now;
        notFoundAt = null;
    }

    /** Their server has it. */
    void delivered(Instant now) {
        succeeded();
        state = UpdateDeliveryState.DELIVERED;
        deliveredAt = now;
        lastError = null;
    }

    /** What they call it, the first that they told; null for what they did not say. Nobody asks about its token any more. */
    void calledThere(String remoteId) {
        if (remoteUpdateId == null && remoteId != null) {
            remoteUpdateId = remoteId;
            nextPollAt = null;
        }
    }

    /** They have given a receipt, to be asked about at that moment; only where nothing better is known. */
    void promised(String receipt, Instant next) {
        if (remoteUpdateId == null && token == null) {
            token = receipt;
            nextPollAt = next;
        }
    }

    /** Somebody asks about the token now; nobody else does until then. */
    void asked(Instant until) {
        polls++;
        nextPollAt = until;
    }

    /** Asked about the token, and no wiser. @param next null for never again */
    void askAgain(Instant next) {
        nextPollAt = next;
    }

    void failed(AttemptResult result, Instant now) {
        AttemptOutcome outcome = result.outcome();
        lastError = cut(outcome + ": " + result.answer());
        if (outcome == AttemptOutcome.UNKNOWN && silentAt == null) {
            silentAt = handedOverAt;
        }
        if (outcome == AttemptOutcome.NOT_FOUND && notFoundAt == null) {
            notFoundAt = now;
        }
        if (!retryAfter(outcome, result.pause(), now)) {
            state = UpdateDeliveryState.PARKED;
        }
    }

    /** It does not go now; {@link UpdateWaking} finds it when it may. */
    void rest(UpdateDeliveryState until, String why) {
        release();
        state = until;
        lastError = why;
    }

    /** Somebody wants it sent again; what may have arrived is still looked up first, where that can be done. */
    void sendAgain(Instant now) {
        dueFrom(now);
        state = UpdateDeliveryState.DUE;
    }

    /** Somebody has told the authority by another way. */
    void handled() {
        state = UpdateDeliveryState.HANDLED;
        release();
    }

    /** Whether it may have arrived: handed over, whatever came back. */
    boolean isHandedOver() {
        return handedOverAt != null;
    }

    /** Whether it was handed over by who began, or last prolonged, the lease then. */
    boolean isHandedOverBy(Instant leasedAt) {
        return handedOverAt != null && !handedOverAt.isBefore(leasedAt);
    }

    public Long id() {
        return id;
    }

    public long reportId() {
        return reportId;
    }

    public long updateId() {
        return updateId;
    }

    public String authorityCode() {
        return authorityCode;
    }

    public UpdateDeliveryState state() {
        return state;
    }

    /** When it was first handed over and nothing was heard; null for never. */
    Instant silentAt() {
        return silentAt;
    }

    /** When it was first looked for in vain since it was last handed over; null for never. */
    Instant notFoundAt() {
        return notFoundAt;
    }

    /** Their receipt; null for none. */
    String token() {
        return token;
    }

    /** How often the token has been asked about. */
    int polls() {
        return polls;
    }

    /** What they call it; null for unknown. */
    public String remoteUpdateId() {
        return remoteUpdateId;
    }

    /** Null until their server has taken it. */
    public Instant deliveredAt() {
        return deliveredAt;
    }

    /** Why the last attempt failed or why it waits; null for neither. */
    public String lastError() {
        return lastError;
    }
}

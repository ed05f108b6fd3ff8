package se.fixamingata.delivery;

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
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.Outgoing;

/**
 * One report on its way to one authority.
 *
 * <p>Written in the transaction that confirms the report, so that a confirmed report without its delivery cannot exist. The recipient
 * and the way are noted at planning and looked up again before every attempt as long as the message has never been handed over: an address that
 * the operator mends in between counts at once. After an attempt of unknown outcome the recipient stays what it was, since the second
 * copy is to land in the same mailbox with the same {@code Message-ID}.
 */
@Entity
@Table(name = "delivery")
@NamedQuery(name = "Delivery.ofReport", query = "select d from Delivery d where d.reportId = :report order by d.id")
@NamedQuery(
        name = "Delivery.ofAuthorityIn",
        query = "select d, r.categoryCode from Delivery d, Report r where r.id = d.reportId"
                + " and d.authorityCode = :authority and d.state in :states order by d.id")
@NamedQuery(name = "Delivery.countByState", query = "select d.state, count(d) from Delivery d group by d.state")
@NamedQuery(
        name = "Delivery.oldestDue",
        query = "select d.nextAttemptAt from Delivery d where d.state = se.fixamingata.delivery.DeliveryState.DUE"
                + " order by d.nextAttemptAt")
public class Delivery extends Outgoing {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inner_number")
    @SequenceGenerator(name = "inner_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ChannelKind channel;

    @Column(length = 500)
    private String recipient;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DeliveryState state;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "not_found_at")
    private Instant notFoundAt;

    protected Delivery() {}

    private Delivery(long reportId, String authorityCode, ChannelKind channel, String messageId, Instant now) {
        super(messageId, now);
        this.reportId = reportId;
        this.authorityCode = authorityCode;
        this.channel = channel;
    }

    /**
     * A report that is to go to an authority.
     *
     * @param route the way; without a recipient the delivery waits for one, unless they fetch it
     * @param messageId the one {@code Message-ID}, with angle brackets
     */
    static Delivery toAuthority(long reportId, String authorityCode, Route route, String messageId, Instant now) {
        Delivery delivery = new Delivery(reportId, authorityCode, route.channel(), messageId, now);
        delivery.recipient = route.recipient().orElse(null);
        delivery.state = route.state();
        return delivery;
    }

    /** A report for an authority that takes reports elsewhere: nothing will be sent. */
    static Delivery notAccepted(long reportId, String authorityCode, String messageId, Instant now) {
        Delivery delivery = new Delivery(reportId, authorityCode, ChannelKind.MAIL, messageId, now);
        delivery.state = DeliveryState.NOT_ACCEPTED;
        return delivery;
    }

    /**
     * The way as it is today. Another one counts only while nothing has been handed over with unknown outcome; a closed one counts
     * always.
     */
    void follow(Route today) {
        ChannelKind before = channel;
        if (unknowns() == 0) {
            channel = today.channel();
            recipient = today.recipient().orElse(null);
            state = today.state();
        } else if (today.isPaused()) {
            state = DeliveryState.PAUSED;
        }
        if (state != DeliveryState.DUE || channel != before) {
            release();
        }
    }

    /** The authority takes reports elsewhere by now. */
    void withdraw() {
        state = DeliveryState.NOT_ACCEPTED;
        release();
    }

    /** Somebody else is responsible by now. */
    void stop() {
        state = DeliveryState.STOPPED;
        release();
    }

    /** Somebody wants it tried again, on today's way: the seven days begin now. */
    void sendAgain(Route today, Instant now) {
        dueFrom(now);
        follow(today);
    }

    /** It came back. */
    void bounced() {
        state = DeliveryState.BOUNCED;
        deliveredAt = null;
        release();
    }

    /** Somebody has told the authority by another way. */
    void handled() {
        state = DeliveryState.HANDLED;
        release();
    }

    void delivered(Instant now) {
        succeeded();
        state = DeliveryState.DELIVERED;
        deliveredAt = now;
    }

    /** From now on it may have arrived, and has been looked for by nobody. */
    void handedOver() {
        notFoundAt = null;
    }

    void failed(AttemptResult result, Instant now) {
        if (result.outcome() == AttemptOutcome.NOT_FOUND && notFoundAt == null) {
            notFoundAt = now;
        }
        if (!retryAfter(result.outcome(), result.pause(), now)) {
            state = DeliveryState.PARKED;
        }
    }

    public Long id() {
        return id;
    }

    public long reportId() {
        return reportId;
    }

    public String authorityCode() {
        return authorityCode;
    }

    public ChannelKind channel() {
        return channel;
    }

    /** A mail address, or the address of their server; null while none is known, and where they fetch. */
    public String recipient() {
        return recipient;
    }

    /** When it was first looked for in vain since it was last handed over; null for never. */
    Instant notFoundAt() {
        return notFoundAt;
    }

    public DeliveryState state() {
        return state;
    }

    /** Null until it is delivered. */
    public Instant deliveredAt() {
        return deliveredAt;
    }
}

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
import se.fixamingata.sending.AttemptOutcome;

/** One line of a report's delivery log: when, where, answer, how long. An open line of a dead server is closed by the next one. */
@Entity
@Table(name = "delivery_attempt")
@NamedQuery(
        name = "DeliveryAttempt.ofDeliveries",
        query = "select a from DeliveryAttempt a where a.deliveryId in :deliveries order by a.startedAt, a.id")
@NamedQuery(
        name = "DeliveryAttempt.open",
        query = "select a from DeliveryAttempt a where a.deliveryId = :delivery and a.outcome is null order by a.id")
@NamedQuery(
        name = "DeliveryAttempt.silent",
        query = "select a.handedOverAt from DeliveryAttempt a where a.deliveryId = :delivery"
                + " and a.outcome = se.fixamingata.sending.AttemptOutcome.UNKNOWN and a.handedOverAt is not null"
                + " order by a.startedAt")
public class DeliveryAttempt {

    private static final int ANSWER_MAX = 1000;
    private static final int DESTINATION_MAX = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inner_number")
    @SequenceGenerator(name = "inner_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "delivery_id", nullable = false)
    private long deliveryId;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "handed_over_at")
    private Instant handedOverAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Enumerated(EnumType.STRING)
    private AttemptOutcome outcome;

    @Column(nullable = false, length = DESTINATION_MAX)
    private String destination;

    @Column(length = ANSWER_MAX)
    private String answer;

    protected DeliveryAttempt() {}

    /**
     * The beginning of an attempt.
     *
     * @param destination the address that it goes to
     */
    DeliveryAttempt(long deliveryId, String destination, Instant startedAt) {
        this.deliveryId = deliveryId;
        this.destination = cut(destination, DESTINATION_MAX);
        this.startedAt = startedAt;
    }

    /** From now on nobody knows until there is an answer. */
    void handOver(Instant now) {
        handedOverAt = now;
    }

    /**
     * The end of an attempt.
     *
     * @param answer what the other side said, or why there was no other side
     */
    void finish(AttemptOutcome how, String answer, Instant now) {
        this.outcome = how;
        this.answer = cut(answer, ANSWER_MAX);
        this.finishedAt = now;
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    public long deliveryId() {
        return deliveryId;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Null when it never came that far. */
    public Instant handedOverAt() {
        return handedOverAt;
    }

    /** Null while under way. */
    public Instant finishedAt() {
        return finishedAt;
    }

    /** Null while under way. */
    public AttemptOutcome outcome() {
        return outcome;
    }

    public String destination() {
        return destination;
    }

    /** What the other side said, or why there was none; null while under way. Not for the public. */
    public String answer() {
        return answer;
    }
}

package se.fixamingata.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that went wrong with an authority's system. Handled ones are kept until they are old. */
@Entity
@Table(name = "integration_fault")
public class Fault {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fault_number")
    @SequenceGenerator(name = "fault_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private FaultAction action;

    @Column(nullable = false, length = 60)
    private String reason;

    @Column(length = 120)
    private String subject;

    @Column(length = 2000)
    private String request;

    /** A mediumtext. */
    @Column(length = 16_777_215)
    private String answer;

    @Column(name = "occurred_at", nullable = false)
    private Instant occurredAt;

    @Column(name = "handled_at")
    private Instant handledAt;

    @Column(name = "handled_by")
    private Long handledBy;

    protected Fault() {}

    Fault(
            String authorityCode,
            FaultAction action,
            String reason,
            String subject,
            String request,
            String answer,
            Instant now) {
        this.authorityCode = authorityCode;
        this.action = action;
        this.reason = reason;
        this.subject = subject;
        this.request = request;
        this.answer = answer;
        this.occurredAt = now;
    }

    /** Somebody has seen to it. */
    public void handled(Long accountId, Instant now) {
        handledBy = accountId;
        handledAt = now;
    }

    public Long id() {
        return id;
    }

    public String authorityCode() {
        return authorityCode;
    }

    public FaultAction action() {
        return action;
    }

    /** The end of a message key. */
    public String reason() {
        return reason;
    }

    /** {@code report:17}; null for nothing in particular. */
    public String subject() {
        return subject;
    }

    public String request() {
        return request;
    }

    /** As it came, cut and cleaned; null for none. */
    public String answer() {
        return answer;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    /** Null while nobody has seen to it. */
    public Instant handledAt() {
        return handledAt;
    }
}

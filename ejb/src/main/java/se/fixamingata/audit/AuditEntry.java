package se.fixamingata.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the audit trail. Written once, never changed. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_number")
    @SequenceGenerator(name = "audit_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false, length = 100)
    private String actor;

    @Column(nullable = false, length = 60)
    private String action;

    @Column(nullable = false, length = 100)
    private String subject;

    @Column(length = 4000)
    private String detail;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Column(name = "before_value", length = 2000)
    private String before;

    @Column(name = "after_value", length = 2000)
    private String after;

    protected AuditEntry() {}

    AuditEntry(Instant at, String actor, String action, String subject, String detail) {
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.subject = subject;
        this.detail = detail;
    }

    AuditEntry by(Long account, String authority) {
        accountId = account;
        authorityCode = authority;
        return this;
    }

    AuditEntry changing(String from, String to) {
        before = from;
        after = to;
        return this;
    }
}

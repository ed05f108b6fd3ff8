package se.fixamingata.secretlink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import se.fixamingata.shared.SecretToken;

/** One link that was sent to somebody: the hash of its token, what it is good for, and until when. */
@Entity
@Table(name = "secret_link")
@NamedQuery(
        name = "SecretLink.find",
        query = "select l from SecretLink l where l.tokenHash = :hash and l.purpose = :purpose")
@NamedQuery(
        name = "SecretLink.runOut",
        query = "update SecretLink l set l.expiresAt = :at where l.reportId = :report and l.purpose = :purpose")
@NamedQuery(
        name = "SecretLink.disable",
        query = "update SecretLink l set l.revokedAt = :now where l.reportId = :report and l.purpose = :purpose"
                + " and l.revokedAt is null")
@NamedQuery(
        name = "SecretLink.revokeOfSubject",
        query = "delete from SecretLink l where l.subjectId = :subject and l.purpose = :purpose and l.usedAt is null")
@NamedQuery(
        name = "SecretLink.revoke",
        query = "delete from SecretLink l where l.reportId = :report and l.purpose = :purpose and l.usedAt is null")
public class SecretLink {

    @Id
    @Column(name = "token_hash", length = 32)
    private byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Purpose purpose;

    @Column(name = "report_id")
    private Long reportId;

    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Column(name = "subject_id")
    private Long subjectId;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected SecretLink() {}

    SecretLink(
            SecretToken token, Purpose purpose, Long reportId, Long subjectId, Instant createdAt, Instant expiresAt) {
        this.tokenHash = token.hash();
        this.purpose = purpose;
        this.reportId = reportId;
        this.subjectId = subjectId;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** Only for that authority. */
    SecretLink to(String code) {
        authorityCode = code;
        return this;
    }

    byte[] tokenHash() {
        return tokenHash;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** Null for what is not about a report. */
    public Long reportId() {
        return reportId;
    }

    /** Null unless it was sent to an authority. */
    public String authorityCode() {
        return authorityCode;
    }

    /** The update, subscription, invitation or account that it is about, as its purpose says; null when it is about the report. */
    public Long subjectId() {
        return subjectId;
    }

    /** Whether somebody made it worthless. */
    public boolean isRevoked() {
        return revokedAt != null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public boolean isUsed() {
        return usedAt != null;
    }

    /** Remembers the first use; later ones leave no trace. */
    public void use(Instant now) {
        if (usedAt == null) {
            usedAt = now;
        }
    }
}

package se.fixamingata.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One of the codes for the day when the telephone is lost. Works once; known by its hash only. */
@Entity
@Table(name = "recovery_code")
@NamedQuery(
        name = "RecoveryCode.unused",
        query = "select c from RecoveryCode c where c.accountId = :account and c.codeHash = :hash and c.usedAt is null")
@NamedQuery(
        name = "RecoveryCode.left",
        query = "select count(c) from RecoveryCode c where c.accountId = :account and c.usedAt is null")
@NamedQuery(name = "RecoveryCode.deleteAll", query = "delete from RecoveryCode c where c.accountId = :account")
class RecoveryCode {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recovery_code_number")
    @SequenceGenerator(name = "recovery_code_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "account_id", nullable = false)
    private long accountId;

    @Column(name = "code_hash", nullable = false, length = 32)
    private byte[] codeHash;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {}

    RecoveryCode(long accountId, byte[] codeHash) {
        this.accountId = accountId;
        this.codeHash = codeHash;
    }

    void use(Instant now) {
        usedAt = now;
    }
}

package se.fixamingata.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.sending.Lease;

/** One status and one text for many reports; which ones stands in {@code bulk_change_report}. */
@Entity
@Table(name = "bulk_change")
class BulkChange {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bulk_number")
    @SequenceGenerator(name = "bulk_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(name = "account_id")
    private Long accountId;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    @Column(nullable = false, length = 4000)
    private String text;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private BulkState state;

    @Column(nullable = false)
    private int total;

    @Column(nullable = false)
    private int changed;

    @Column(nullable = false)
    private int skipped;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "lease_owner", length = 80)
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Version
    private int version;

    protected BulkChange() {}

    BulkChange(BulkOrder order, long accountId, int total, Instant now) {
        this.authorityCode = order.authorityCode();
        this.accountId = accountId;
        this.status = order.status();
        this.text = order.text();
        this.state = BulkState.RUNNING;
        this.total = total;
        this.createdAt = now;
    }

    /** From now on this worker goes on with it, if no other does; the right is renewed with every portion. */
    boolean lease(Lease lease, Instant now) {
        boolean free =
                leaseUntil == null || !now.isBefore(leaseUntil) || lease.owner().equals(leaseOwner);
        if (state != BulkState.RUNNING || !free) {
            return false;
        }
        leaseOwner = lease.owner();
        leaseUntil = lease.until();
        if (startedAt == null) {
            startedAt = now;
        }
        return true;
    }

    void release() {
        leaseOwner = null;
        leaseUntil = null;
    }

    void count(int nowChanged, int nowSkipped) {
        changed += nowChanged;
        skipped += nowSkipped;
    }

    /** Whoever works on it notices at the next portion. */
    boolean cancel(Instant now) {
        if (state != BulkState.RUNNING) {
            return false;
        }
        end(BulkState.CANCELLED, now);
        return true;
    }

    void finish(Instant now) {
        end(BulkState.DONE, now);
    }

    private void end(BulkState how, Instant now) {
        state = how;
        endedAt = now;
        release();
    }

    Long id() {
        return id;
    }

    String authorityCode() {
        return authorityCode;
    }

    /** Null when the account is gone. */
    Long accountId() {
        return accountId;
    }

    ReportStatus status() {
        return status;
    }

    String text() {
        return text;
    }

    BulkState state() {
        return state;
    }

    BulkView view(String orderedBy) {
        return new BulkView(
                id, authorityCode, orderedBy, status, text, state, total, changed, skipped, createdAt, endedAt);
    }
}

package se.fixamingata.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A view of an authority's inbox that somebody comes back to. Theirs alone. */
@Entity
@Table(name = "saved_filter")
@NamedQuery(
        name = "SavedFilter.of",
        query =
                "select f from SavedFilter f where f.accountId = :account and f.authorityCode = :authority order by f.name, f.id")
@NamedQuery(
        name = "SavedFilter.named",
        query =
                "select f from SavedFilter f where f.accountId = :account and f.authorityCode = :authority and f.name = :name")
public class SavedFilter {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_filter_number")
    @SequenceGenerator(name = "saved_filter_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "account_id", nullable = false)
    private long accountId;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(nullable = false, length = 60)
    private String name;

    @Column(nullable = false, length = 1000)
    private String query;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected SavedFilter() {}

    SavedFilter(long accountId, String authorityCode, String name, String query, Instant now) {
        this.accountId = accountId;
        this.authorityCode = authorityCode;
        this.name = name;
        this.query = query;
        this.createdAt = now;
    }

    void show(String otherQuery) {
        query = otherQuery;
    }

    void rename(String other) {
        name = other;
    }

    public Long id() {
        return id;
    }

    long accountId() {
        return accountId;
    }

    String authorityCode() {
        return authorityCode;
    }

    public String name() {
        return name;
    }

    /** As {@link InboxAddress#write} gives it, without the page. */
    public String query() {
        return query;
    }
}

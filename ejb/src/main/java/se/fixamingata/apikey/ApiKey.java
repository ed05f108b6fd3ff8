package se.fixamingata.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;

/** A key of an authority's system. Revoked ones are kept: what came by them has their names on it. */
@Entity
@Table(name = "api_key")
@NamedQuery(name = "ApiKey.byHash", query = "select k from ApiKey k where k.keyHash = :hash and k.revokedAt is null")
@NamedQuery(name = "ApiKey.anyByHash", query = "select k from ApiKey k where k.keyHash = :hash")
@NamedQuery(
        name = "ApiKey.good",
        query =
                "select k from ApiKey k where k.authorityCode = :authority and k.revokedAt is null order by k.createdAt, k.id")
@NamedQuery(
        name = "ApiKey.revoked",
        query = "select k from ApiKey k where k.authorityCode = :authority and k.revokedAt is not null"
                + " order by k.revokedAt desc, k.id desc")
class ApiKey {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_key_number")
    @SequenceGenerator(name = "api_key_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(nullable = false, length = ApiKeyFields.NAME_MAX)
    private String name;

    @Column(nullable = false, length = 12)
    private String prefix;

    @Column(name = "key_hash", nullable = false)
    private byte[] keyHash;

    @Column(nullable = false, length = 80)
    private String scopes;

    @Column(nullable = false)
    private boolean extended;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "created_by")
    private Long createdBy;

    /** Written past this class, so that a busy system's row has one version. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_by")
    private Long revokedBy;

    @Version
    private int version;

    protected ApiKey() {}

    /** @param createdBy the account; null for one that the demonstration makes */
    ApiKey(String authorityCode, ApiKeyFields fields, ApiSecret secret, Long createdBy, Instant now) {
        this.authorityCode = authorityCode;
        this.name = fields.name();
        this.scopes = Scope.text(fields.scopes());
        this.extended = fields.extended();
        this.prefix = secret.prefix();
        this.keyHash = secret.hash();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** It opens nothing from now on. */
    void revoke(long accountId, Instant now) {
        revokedAt = now;
        revokedBy = accountId;
    }

    Long id() {
        return id;
    }

    String authorityCode() {
        return authorityCode;
    }

    String name() {
        return name;
    }

    Set<Scope> scopes() {
        return Scope.of(scopes);
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    ApiClient client() {
        return new ApiClient(id, authorityCode, name, scopes(), extended);
    }

    ApiKeyView view() {
        return new ApiKeyView(id, name, prefix, scopes(), extended, createdAt, lastUsedAt, revokedAt);
    }

    /** As it stands in the audit trail; never the key. */
    @Override
    public String toString() {
        return name + " (" + prefix + "…; " + scopes + (extended ? "; extended" : "") + ")";
    }
}

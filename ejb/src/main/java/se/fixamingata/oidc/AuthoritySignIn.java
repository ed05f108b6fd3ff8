package se.fixamingata.oidc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What an authority demands of its staff's sign-in, and its own provider if it has one. No row: nothing demanded, no provider. */
@Entity
@Table(name = "authority_sign_in")
@NamedQuery(
        name = "AuthoritySignIn.enabled",
        query = "select s.authorityCode from AuthoritySignIn s where s.oidcEnabled = true order by s.authorityCode")
class AuthoritySignIn {

    @Id
    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Column(name = "totp_required", nullable = false)
    private boolean totpRequired;

    @Column(name = "oidc_enabled", nullable = false)
    private boolean oidcEnabled;

    @Column(name = "oidc_issuer", length = 300)
    private String issuer;

    @Column(name = "oidc_client_id", length = 200)
    private String clientId;

    @Column(name = "oidc_client_secret")
    private byte[] clientSecret;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private int version;

    protected AuthoritySignIn() {}

    AuthoritySignIn(String authorityCode, Instant now) {
        this.authorityCode = authorityCode;
        this.changedAt = now;
    }

    void demandSecondFactor(boolean demanded, Instant now) {
        totpRequired = demanded;
        changedAt = now;
    }

    /** @param encrypted the secret that goes with exactly this issuer and client; null for none */
    void useProvider(String newIssuer, String newClientId, byte[] encrypted, boolean enabled, Instant now) {
        issuer = newIssuer;
        clientId = newClientId;
        clientSecret = encrypted == null ? null : encrypted.clone();
        oidcEnabled = enabled;
        changedAt = now;
    }

    String authorityCode() {
        return authorityCode;
    }

    boolean isTotpRequired() {
        return totpRequired;
    }

    boolean isOidcEnabled() {
        return oidcEnabled;
    }

    /** Null when there is no provider. */
    String issuer() {
        return issuer;
    }

    /** Null when there is no provider. */
    String clientId() {
        return clientId;
    }

    /** Encrypted; null when there is none. */
    byte[] clientSecret() {
        return clientSecret == null ? null : clientSecret.clone();
    }

    Instant changedAt() {
        return changedAt;
    }
}

package se.fixamingata.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.session.Way;

/** Somebody has proved the first half of who they are; the code is still to come. */
@Entity
@Table(name = "sign_in_step")
@NamedQuery(name = "SignInStep.find", query = "select s from SignInStep s where s.tokenHash = :hash")
class SignInStep {

    @Id
    @Column(name = "token_hash", length = 32)
    private byte[] tokenHash;

    @Column(name = "account_id", nullable = false)
    private long accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Way way;

    @Column(nullable = false)
    private boolean remember;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    protected SignInStep() {}

    SignInStep(SecretToken token, long accountId, Way way, boolean remember, Instant now, Instant expiresAt) {
        this.tokenHash = token.hash();
        this.accountId = accountId;
        this.way = way;
        this.remember = remember;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    long accountId() {
        return accountId;
    }

    Way way() {
        return way;
    }

    boolean remember() {
        return remember;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }
}

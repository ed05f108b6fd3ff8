package se.fixamingata.signin.session;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import se.fixamingata.shared.SecretToken;

/**
 * A browser that somebody has signed in with. Its tokens are known by their hashes only.
 *
 * <p>A remembered browser has a second token, which is good for one new session and is then replaced. Several requests at once may come
 * with the same one, so the one before is still taken for a moment; later it can only be a copy, and then the session is gone.
 */
@Entity
@Table(name = "account_session")
@NamedQuery(
        name = "AccountSession.byToken",
        query = "select s, a from AccountSession s, Account a where s.tokenHash = :hash and a.id = s.accountId")
@NamedQuery(
        name = "AccountSession.byRemember",
        query = "select s.id from AccountSession s where s.rememberHash = :hash or s.rememberPrevious = :hash")
@NamedQuery(
        name = "AccountSession.ofAccount",
        query = "select s from AccountSession s where s.accountId = :account order by s.lastSeenAt desc, s.id")
@NamedQuery(
        name = "AccountSession.seen",
        query = "update AccountSession s set s.lastSeenAt = :now where s.id = :id and s.lastSeenAt < :now")
@NamedQuery(name = "AccountSession.endAll", query = "delete from AccountSession s where s.accountId = :account")
@NamedQuery(
        name = "AccountSession.endOthers",
        query = "delete from AccountSession s where s.accountId = :account and s.id <> :kept")
@NamedQuery(
        name = "AccountSession.end",
        query = "delete from AccountSession s where s.accountId = :account and s.id = :id")
public class AccountSession {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "session_number")
    @SequenceGenerator(name = "session_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "account_id", nullable = false)
    private long accountId;

    @Column(name = "token_hash", nullable = false, length = 32)
    private byte[] tokenHash;

    @Column(name = "remember_hash", length = 32)
    private byte[] rememberHash;

    @Column(name = "remember_previous", length = 32)
    private byte[] rememberPrevious;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(nullable = false, length = 200)
    private String browser;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Way way;

    @Column(name = "second_factor", nullable = false)
    private boolean secondFactor;

    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "last_seen_at", nullable = false)
    private Instant lastSeenAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "remembered_until")
    private Instant rememberedUntil;

    protected AccountSession() {}

    AccountSession(long accountId, Way way, boolean secondFactor, String browser, SecretToken token, Instant now) {
        this.accountId = accountId;
        this.way = way;
        this.secondFactor = secondFactor;
        this.browser = browser;
        this.tokenHash = token.hash();
        this.createdAt = now;
        this.lastSeenAt = now;
    }

    void lastsUntil(Instant end) {
        expiresAt = end;
    }

    /** The employer has vouched: for its own back office and no other. */
    void onlyAt(String authority) {
        authorityCode = authority;
    }

    void remember(SecretToken token, Instant until) {
        rememberHash = token.hash();
        rememberedUntil = until;
    }

    /** New tokens for the browser; the ones before are worth nothing, but for the moment that parallel requests take. */
    void rotate(SecretToken token, SecretToken remember, String newBrowser, Instant now) {
        tokenHash = token.hash();
        rememberPrevious = rememberHash;
        rememberHash = remember.hash();
        rotatedAt = now;
        browser = newBrowser;
        lastSeenAt = now;
    }

    /** Another token for the same session; the one before is worth nothing. */
    public void renew(SecretToken token, boolean secondFactorShown) {
        tokenHash = token.hash();
        secondFactor = secondFactor || secondFactorShown;
    }

    public boolean isLive(Instant now, Duration idle) {
        return now.isBefore(expiresAt) && now.isBefore(lastSeenAt.plus(idle));
    }

    public boolean isRemembered(Instant now) {
        return rememberedUntil != null && now.isBefore(rememberedUntil);
    }

    boolean isRememberedBy(SecretToken token) {
        return Arrays.equals(rememberHash, token.hash());
    }

    boolean rotatedWithin(Duration moment, Instant now) {
        return rotatedAt != null && !now.isAfter(rotatedAt.plus(moment));
    }

    public Long id() {
        return id;
    }

    long accountId() {
        return accountId;
    }

    public String browser() {
        return browser;
    }

    public Way way() {
        return way;
    }

    /** The only authority that the session sees; null for all of the account's. */
    public String authorityCode() {
        return authorityCode;
    }

    boolean hasSecondFactor() {
        return secondFactor;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    Instant rememberedUntil() {
        return rememberedUntil;
    }
}

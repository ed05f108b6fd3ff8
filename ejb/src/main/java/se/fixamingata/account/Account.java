package se.fixamingata.account;

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
import se.fixamingata.shared.Language;

/**
 * A person who can sign in: a resident who wants to see all their reports, somebody who works for an authority, an operator. One
 * e-mail address is one account. What it proves itself with is in here, what it may do is not (see {@link StaffMember}).
 */
@Entity
@Table(name = "account")
@NamedQuery(name = "Account.byEmail", query = "select a from Account a where a.email = :email")
@NamedQuery(name = "Account.operators", query = "select a from Account a where a.operator = true order by a.id")
@NamedQuery(
        name = "Account.otherOperators",
        query = "select count(a) from Account a where a.operator = true and a.barredAt is null and a.id <> :id")
@NamedQuery(
        name = "Account.seen",
        query =
                "update Account a set a.lastSeenAt = :now where a.id = :id and (a.lastSeenAt is null or a.lastSeenAt < :now)")
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_number")
    @SequenceGenerator(name = "account_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(nullable = false, length = 100)
    private String name;

    @Column(length = 40)
    private String phone;

    @Column(nullable = false, length = 2)
    private String language;

    @Column(nullable = false)
    private boolean operator;

    @Column(name = "password_hash", length = 300)
    private String passwordHash;

    @Column(name = "totp_secret")
    private byte[] totpSecret;

    @Column(name = "totp_enabled_at")
    private Instant totpEnabledAt;

    @Column(name = "totp_last_step")
    private Long totpLastStep;

    @Column(name = "failed_attempts", nullable = false)
    private int failedAttempts;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "barred_at")
    private Instant barredAt;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Version
    private int version;

    protected Account() {}

    /**
     * @param email in the form of {@link se.fixamingata.shared.EmailAddress}
     * @param name in words; may be empty until the person gives one
     */
    public Account(String email, String name, Language language, Instant now) {
        this.email = email;
        this.name = name;
        this.language = language.code();
        this.createdAt = now;
    }

    /** From now on this person works for the whole service. */
    public void becomeOperator() {
        operator = true;
    }

    public void resignAsOperator() {
        operator = false;
    }

    public void rename(String newName, String newPhone, Language newLanguage) {
        name = newName;
        phone = newPhone;
        language = newLanguage.code();
    }

    /** @param hash as the password hash writes itself; null takes the password away */
    public void setPasswordHash(String hash) {
        passwordHash = hash;
    }

    /** @param encrypted the shared secret, encrypted; not in force before {@link #enableTotp} */
    public void prepareTotp(byte[] encrypted) {
        totpSecret = encrypted.clone();
        totpEnabledAt = null;
        totpLastStep = null;
    }

    public void enableTotp(Instant now) {
        totpEnabledAt = now;
    }

    public void disableTotp() {
        totpSecret = null;
        totpEnabledAt = null;
        totpLastStep = null;
    }

    /** Remembers that the code of that time step was used, so that it works for nobody again. */
    public void useTotpStep(long step) {
        totpLastStep = step;
    }

    /** Counts a failure; at the limit the account is locked until that moment, and counting begins anew. */
    public void fail(int limit, Instant lockUntil) {
        failedAttempts++;
        if (failedAttempts >= limit) {
            failedAttempts = 0;
            lockedUntil = lockUntil;
        }
    }

    public void succeed(Instant now) {
        failedAttempts = 0;
        lockedUntil = null;
        lastSeenAt = now;
    }

    public void seen(Instant now) {
        lastSeenAt = now;
    }

    /** By an operator, or for a while after too many wrong passwords. */
    public boolean isLocked(Instant now) {
        return isBarred() || lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** An operator shuts it: nobody signs in until {@link #open}. */
    public void bar(Instant now) {
        barredAt = now;
    }

    /** Neither an operator's lock nor too many wrong passwords keep anybody out any more. */
    public void open() {
        barredAt = null;
        lockedUntil = null;
        failedAttempts = 0;
    }

    public boolean isBarred() {
        return barredAt != null;
    }

    /** When an operator shut it; null when none has. */
    public Instant barredAt() {
        return barredAt;
    }

    public Long id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    /** Null when none was given. */
    public String phone() {
        return phone;
    }

    public Language language() {
        return Language.of(language);
    }

    public boolean isOperator() {
        return operator;
    }

    /** Null for who signs in by link or through an employer. */
    public String passwordHash() {
        return passwordHash;
    }

    /** Encrypted; null when there is none. */
    public byte[] totpSecret() {
        return totpSecret == null ? null : totpSecret.clone();
    }

    public boolean hasTotp() {
        return totpEnabledAt != null;
    }

    /** Null when no code was used yet. */
    public Long totpLastStep() {
        return totpLastStep;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null when never. */
    public Instant lastSeenAt() {
        return lastSeenAt;
    }
}

package se.fixamingata.following;

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
import jakarta.persistence.Version;
import java.time.Instant;
import se.fixamingata.shared.Language;

/** Somebody who is not the reporter wants to be told of a report. One for each address, however often it is asked for. */
@Entity
@Table(name = "subscription")
@NamedQuery(
        name = "Subscription.ofEmail",
        query = "select s from Subscription s where s.reportId = :report and s.email = :email")
@NamedQuery(
        name = "Subscription.ofAccount",
        query =
                "select s from Subscription s where s.reportId = :report and (s.accountId = :account or s.email = :email)")
@NamedQuery(
        name = "Subscription.followers",
        query = "select new se.fixamingata.following.Follower(s.id, s.email, s.language) from Subscription s, Report r"
                + " where r.id = s.reportId and s.reportId = :report"
                + " and s.state = se.fixamingata.following.SubscriptionState.ACTIVE and r.listed = true"
                + " and (r.reporter.email is null or r.reporter.email <> s.email) order by s.id")
@NamedQuery(
        name = "Subscription.follower",
        query = "select new se.fixamingata.following.Follower(s.id, s.email, s.language) from Subscription s, Report r"
                + " where r.id = s.reportId and s.reportId = :report and s.email = :email"
                + " and s.state = se.fixamingata.following.SubscriptionState.ACTIVE and r.listed = true")
@NamedQuery(
        name = "Subscription.count",
        query = "select count(s) from Subscription s where s.reportId = :report"
                + " and s.state = se.fixamingata.following.SubscriptionState.ACTIVE")
public class Subscription {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subscription_number")
    @SequenceGenerator(name = "subscription_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Column(name = "account_id")
    private Long accountId;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(nullable = false, length = 2)
    private String language;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SubscriptionState state;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    private int version;

    protected Subscription() {}

    /** @param email in the form of {@link se.fixamingata.shared.EmailAddress} */
    Subscription(long reportId, String email, Language language, Instant now) {
        this.reportId = reportId;
        this.email = email;
        ask(language, now);
    }

    /** Somebody typed the address, perhaps not for the first time: whoever follows already goes on following. */
    final void ask(Language wanted, Instant now) {
        if (state != SubscriptionState.ACTIVE) {
            language = wanted.code();
            state = SubscriptionState.UNCONFIRMED;
            createdAt = now;
            endedAt = null;
        }
    }

    /** The address has been shown to be the follower's. */
    void activate(Instant now) {
        state = SubscriptionState.ACTIVE;
        confirmedAt = now;
        endedAt = null;
    }

    /** Somebody signed in follows with that account. */
    void belongTo(long account, Language preferred) {
        accountId = account;
        language = preferred.code();
    }

    void end(Instant now) {
        state = SubscriptionState.ENDED;
        endedAt = now;
    }

    public Long id() {
        return id;
    }

    public long reportId() {
        return reportId;
    }

    /** Null for who follows by e-mail alone. */
    public Long accountId() {
        return accountId;
    }

    public String email() {
        return email;
    }

    public Language language() {
        return Language.of(language);
    }

    public SubscriptionState state() {
        return state;
    }

    public boolean isActive() {
        return state == SubscriptionState.ACTIVE;
    }

    /** Null while unconfirmed. */
    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** Null unless it has ended. */
    public Instant endedAt() {
        return endedAt;
    }
}

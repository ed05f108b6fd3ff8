package se.fixamingata.subscription;

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
import java.util.Optional;
import se.fixamingata.position.Position;
import se.fixamingata.shared.Language;

/**
 * Somebody wants to be told of a report or of an area. One for each address and each of those, however often it is asked for.
 *
 * <p>A report's follower is told whatever happens to it and is never the reporter, who is told anyway. Of an area new reports are told, in
 * the mails of a day or a week also what was fixed.
 */
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
        name = "Subscription.count",
        query = "select count(s) from Subscription s where s.reportId = :report"
                + " and s.state = se.fixamingata.subscription.SubscriptionState.ACTIVE")
@NamedQuery(
        name = "Subscription.ofAddress",
        query = "select s from Subscription s where s.email = :email"
                + " and s.state = se.fixamingata.subscription.SubscriptionState.ACTIVE order by s.id desc")
@NamedQuery(
        name = "Subscription.ofHolder",
        query = "select s from Subscription s where (s.email = :email or s.accountId = :account)"
                + " and s.state = se.fixamingata.subscription.SubscriptionState.ACTIVE order by s.id desc")
@NamedQuery(
        name = "Subscription.ofArea",
        query = "select s from Subscription s where s.area = :area and s.email = :email")
@NamedQuery(
        name = "Subscription.areas",
        query = "select count(s) from Subscription s where s.email = :email"
                + " and s.kind <> se.fixamingata.subscription.SubscriptionKind.REPORT"
                + " and s.state = se.fixamingata.subscription.SubscriptionState.ACTIVE")
public class Subscription {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subscription_number")
    @SequenceGenerator(name = "subscription_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SubscriptionKind kind;

    @Column(name = "report_id")
    private Long reportId;

    @Column(name = "account_id")
    private Long accountId;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(nullable = false, length = 2)
    private String language;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SubscriptionState state;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Frequency frequency;

    @Column(length = 80)
    private String area;

    @Column(name = "municipality_code", length = 4)
    private String municipalityCode;

    @Column(name = "category_code", length = 40)
    private String categoryCode;

    private Double lat;

    private Double lon;

    private Integer radius;

    @Column(length = 200)
    private String place;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "news_from", nullable = false)
    private Instant newsFrom;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    private int version;

    protected Subscription() {}

    /**
     * Somebody wants to follow a report.
     *
     * @param email in the form of {@link se.fixamingata.shared.EmailAddress}
     */
    public Subscription(long reportId, String email, Language language, Instant now) {
        this.kind = SubscriptionKind.REPORT;
        this.reportId = reportId;
        this.email = email;
        ask(language, Frequency.AT_ONCE, now);
    }

    /** Somebody wants to watch an area; otherwise as for a report. */
    Subscription(Area watched, String email, Language language, Frequency frequency, Instant now) {
        this.kind = watched.kind();
        this.area = watched.text();
        this.email = email;
        if (watched instanceof Area.WholeMunicipality whole) {
            municipalityCode = whole.code();
        } else if (watched instanceof Area.CategoryIn one) {
            municipalityCode = one.code();
            categoryCode = one.categoryCode();
        } else if (watched instanceof Area.Circle circle) {
            lat = circle.centre().lat();
            lon = circle.centre().lon();
            radius = circle.metres();
            place = circle.place();
        }
        ask(language, frequency, now);
    }

    /** Somebody typed the address, perhaps not for the first time: whoever is subscribed already stays as they are. */
    public final void ask(Language wanted, Frequency often, Instant now) {
        if (state != SubscriptionState.ACTIVE) {
            language = wanted.code();
            frequency = often;
            state = SubscriptionState.UNCONFIRMED;
            createdAt = now;
            newsFrom = now;
            endedAt = null;
        }
    }

    /** The address has been shown to be the subscriber's. */
    public void activate(Instant now) {
        state = SubscriptionState.ACTIVE;
        confirmedAt = now;
        newsFrom = now;
        endedAt = null;
    }

    /** Somebody signed in subscribes with that account. */
    public void belongTo(long account, Language preferred) {
        accountId = account;
        language = preferred.code();
    }

    /** From now on that often; what has been told the other way is not told again. */
    void tell(Frequency often, Instant now) {
        if (frequency != often) {
            frequency = often;
            newsFrom = now;
        }
    }

    /** From now on in that language. */
    public void speak(Language other) {
        language = other.code();
    }

    public void end(Instant now) {
        state = SubscriptionState.ENDED;
        endedAt = now;
    }

    public Long id() {
        return id;
    }

    public SubscriptionKind kind() {
        return kind;
    }

    /** Null for an area. */
    public Long reportId() {
        return reportId;
    }

    /** What is watched; empty for a report. */
    public Optional<Area> area() {
        return switch (kind) {
            case REPORT -> Optional.empty();
            case MUNICIPALITY -> Optional.of(new Area.WholeMunicipality(municipalityCode));
            case CATEGORY -> Optional.of(new Area.CategoryIn(municipalityCode, categoryCode));
            case CIRCLE -> Optional.of(new Area.Circle(Position.of(lat, lon), radius, place));
        };
    }

    public Frequency frequency() {
        return frequency;
    }

    /** Null for who subscribes by e-mail alone. */
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

    /** Nothing older is told. */
    public Instant newsFrom() {
        return newsFrom;
    }

    /** Null unless it has ended. */
    public Instant endedAt() {
        return endedAt;
    }
}

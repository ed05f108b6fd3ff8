package se.fixamingata.incoming;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.fixamingata.photo.PhotoOwner;

/** A picture of which a system has only given the address. */
@Entity
@Table(name = "remote_photo")
@NamedQuery(
        name = "RemotePhoto.ofUpdate",
        query = "select p from RemotePhoto p where p.updateId = :update order by p.id")
@NamedQuery(
        name = "RemotePhoto.ofReport",
        query = "select p from RemotePhoto p where p.reportId = :report and p.updateId is null order by p.id")
class RemotePhoto {

    /** Characters of an address. */
    static final int URL_MAX = 2000;

    /** After these it is given up: an address that does not answer for a day has no picture for us. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(4),
            Duration.ofHours(20));

    private static final int ERROR_MAX = 200;

    enum State {
        DUE,
        KEPT,
        /** It is no photo, or not one that we take. */
        REFUSED,
        /** No answer in all that time. */
        GIVEN_UP
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "remote_photo_number")
    @SequenceGenerator(name = "remote_photo_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Column(name = "update_id")
    private Long updateId;

    @Column(nullable = false, length = URL_MAX)
    private String url;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private State state = State.DUE;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "next_attempt_at", nullable = false)
    private Instant nextAttemptAt;

    @Column(name = "lease_owner", length = 80)
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "last_error", length = ERROR_MAX)
    private String lastError;

    @Version
    private int version;

    protected RemotePhoto() {}

    /** @param updateId null for one of the report itself */
    RemotePhoto(String authorityCode, long reportId, Long updateId, String url, Instant now) {
        this.authorityCode = authorityCode;
        this.reportId = reportId;
        this.updateId = updateId;
        this.url = url;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /**
     * Somebody is about to try: the attempt counts from now on, so that a picture that stops the server comes back as seldom as one that
     * does not answer.
     *
     * @return false when all attempts have been made: nobody may try again
     */
    boolean take(String owner, Instant now, Duration lease) {
        if (attempts > PAUSES.size()) {
            return false;
        }
        nextAttemptAt = now.plus(PAUSES.get(Math.min(attempts, PAUSES.size() - 1)));
        attempts++;
        leaseOwner = owner;
        leaseUntil = now.plus(lease);
        return true;
    }

    boolean isHeldBy(String owner) {
        return state == State.DUE && owner.equals(leaseOwner);
    }

    void ended(State end, String why) {
        state = end;
        lastError = cut(why);
        leaseOwner = null;
        leaseUntil = null;
    }

    /** It may come yet; after the last pause it is given up. */
    void failed(String why, Instant now) {
        if (attempts > PAUSES.size()) {
            ended(State.GIVEN_UP, why);
            return;
        }
        nextAttemptAt = now.plus(PAUSES.get(attempts - 1));
        ended(State.DUE, why);
    }

    private static String cut(String why) {
        return why == null || why.length() <= ERROR_MAX ? why : why.substring(0, ERROR_MAX);
    }

    /** To what it belongs once it is here. */
    PhotoOwner owner() {
        return updateId == null ? new PhotoOwner.Report(reportId) : new PhotoOwner.Update(updateId);
    }

    Long id() {
        return id;
    }

    String authorityCode() {
        return authorityCode;
    }

    long reportId() {
        return reportId;
    }

    String url() {
        return url;
    }

    State state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }
}

package se.fixamingata.open311.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What a report is called in an authority's system, and what that system last said about it. One for each delivery that arrived. */
@Entity
@Table(name = "remote_request")
@NamedQuery(
        name = "RemoteRequest.byNumber",
        query = "select r from RemoteRequest r where r.authorityCode = :authority and r.serviceRequestId = :number")
@NamedQuery(
        name = "RemoteRequest.countByState",
        query = "select r.state, count(r) from RemoteRequest r group by r.state")
@NamedQuery(
        name = "RemoteRequest.oldestDue",
        query = "select r.nextPollAt from RemoteRequest r where r.state = :token and r.nextPollAt is not null"
                + " order by r.nextPollAt")
public class RemoteRequest {

    static final int NUMBER_MAX = 120;
    static final int TOKEN_MAX = 200;

    @Id
    @Column(name = "delivery_id")
    private Long deliveryId;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private RemoteState state;

    @Column(name = "service_request_id", length = NUMBER_MAX)
    private String serviceRequestId;

    @Column(length = TOKEN_MAX)
    private String token;

    @Column(name = "remote_status", length = 60)
    private String remoteStatus;

    @Column(name = "remote_updated_at")
    private Instant remoteUpdatedAt;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "next_poll_at")
    private Instant nextPollAt;

    @Column(nullable = false)
    private int polls;

    @Version
    private int version;

    protected RemoteRequest() {}

    /** Taken, and no more is known. */
    RemoteRequest(long deliveryId, long reportId, String authorityCode, Instant now) {
        this.deliveryId = deliveryId;
        this.reportId = reportId;
        this.authorityCode = authorityCode;
        this.state = RemoteState.BLIND;
        this.createdAt = now;
    }

    /** Its number is known. */
    void numbered(String number) {
        state = RemoteState.NUMBERED;
        serviceRequestId = number;
        nextPollAt = null;
    }

    /** It has a token, to be asked about at that moment. */
    void waiting(String given, Instant next) {
        state = RemoteState.TOKEN;
        token = given;
        nextPollAt = next;
    }

    /** Asked about the token, and no wiser. */
    void askAgain(Instant next) {
        nextPollAt = next;
    }

    /** There will be no number. */
    void blind() {
        state = RemoteState.BLIND;
        nextPollAt = null;
    }

    /** Somebody asks about the token now; nobody else does until then. */
    void asked(Instant until) {
        polls++;
        nextPollAt = until;
    }

    /** What their system says it stands at; their words, their time. */
    public void heard(String status, Instant updatedAt) {
        remoteStatus = status;
        remoteUpdatedAt = updatedAt;
    }

    public Long deliveryId() {
        return deliveryId;
    }

    public long reportId() {
        return reportId;
    }

    public String authorityCode() {
        return authorityCode;
    }

    public RemoteState state() {
        return state;
    }

    /** Null unless {@link RemoteState#NUMBERED}. */
    public String serviceRequestId() {
        return serviceRequestId;
    }

    /** Null when there never was one. */
    public String token() {
        return token;
    }

    /** Null before their system said anything. */
    public String remoteStatus() {
        return remoteStatus;
    }

    /** Null before their system said when. */
    public Instant remoteUpdatedAt() {
        return remoteUpdatedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the token is asked about; null for never. */
    public Instant nextPollAt() {
        return nextPollAt;
    }

    /** How often the token has been asked about. */
    public int polls() {
        return polls;
    }
}

package se.fixamingata.open311.client;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import se.fixamingata.open311.wire.WireFormat;

/**
 * An authority's own Open311 server: where it is, how it wants to be spoken to, and how far we have listened.
 *
 * <p>Whoever polls it holds its lease; two servers never poll one endpoint at once.
 */
@Entity
@Table(name = "open311_endpoint")
public class Endpoint {

    @Id
    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Embedded
    private StoredDialect dialect;

    @Column(name = "api_key", length = 600)
    private byte[] apiKey;

    @Column(length = 60)
    private String changeset;

    @Column(name = "services_at")
    private Instant servicesAt;

    @Column(name = "services_due_at", nullable = false)
    private Instant servicesDueAt;

    @Column(name = "polled_until")
    private Instant polledUntil;

    @Column(name = "poll_succeeded_at")
    private Instant pollSucceededAt;

    @Column(name = "next_poll_at")
    private Instant nextPollAt;

    @Column(name = "poll_failures", nullable = false)
    private int pollFailures;

    @Column(name = "lease_owner", length = 80)
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private int version;

    protected Endpoint() {}

    public Endpoint(String authorityCode, EndpointDialect dialect, Instant now) {
        this.authorityCode = authorityCode;
        speak(dialect, now);
    }

    /** Another dialect, or another place; what is polled is polled soon. */
    public final void speak(EndpointDialect spoken, Instant now) {
        dialect = new StoredDialect(spoken);
        nextPollAt = spoken.updates() == UpdatesFrom.NONE ? null : now;
        servicesDueAt = now;
        pollFailures = 0;
        changedAt = now;
    }

    /** As it is set now. */
    public EndpointDialect dialect() {
        return dialect.read();
    }

    /** @param locked by {@link EndpointKeys}; null for none */
    void keepKey(byte[] locked, Instant now) {
        apiKey = locked;
        changedAt = now;
    }

    public String authorityCode() {
        return authorityCode;
    }

    /** Without the slash at the end. */
    public String url() {
        return dialect().url();
    }

    /** Null for none. */
    public String jurisdiction() {
        return dialect().jurisdiction();
    }

    public WireFormat format() {
        return dialect().format();
    }

    /** Where its clock stands when a time names no zone. */
    public ZoneId timeZone() {
        return dialect().timeZone();
    }

    public boolean hasKey() {
        return apiKey != null;
    }

    /** Locked; null for none. */
    byte[] lockedKey() {
        return apiKey;
    }

    /** The discovery's word for its edition, as last seen; null before. */
    public String changeset() {
        return changeset;
    }

    /** When its services were last read; null for never. */
    public Instant servicesAt() {
        return servicesAt;
    }

    /** Its services have been read. */
    public void servicesRead(String seenChangeset, Instant now) {
        changeset = seenChangeset;
        servicesAt = now;
    }

    /** When we look again whether its services have changed. */
    public Instant servicesDueAt() {
        return servicesDueAt;
    }

    /** Its services have been looked at, with whatever success. */
    public void servicesLookedAt(Instant next) {
        servicesDueAt = next;
    }

    /** Up to when we have heard everything; null before the first time. */
    public Instant polledUntil() {
        return polledUntil;
    }

    /** When asking last went well; null for never. */
    public Instant pollSucceededAt() {
        return pollSucceededAt;
    }

    /** When it is asked again; null for never. */
    public Instant nextPollAt() {
        return nextPollAt;
    }

    /** When its settings or its key were last changed. */
    public Instant changedAt() {
        return changedAt;
    }

    /** How often in a row asking has failed. */
    public int pollFailures() {
        return pollFailures;
    }

    /** Somebody asks it now, and nobody else until then. */
    public void lease(String owner, Instant until) {
        leaseOwner = owner;
        leaseUntil = until;
    }

    public boolean isHeldBy(String owner, Instant now) {
        return owner.equals(leaseOwner) && leaseUntil.isAfter(now);
    }

    /** Nobody asks it any more. */
    public void release() {
        leaseOwner = null;
        leaseUntil = null;
    }

    /** Everything up to that moment has been heard, and the rest is still being asked for. */
    public void heardUntil(Instant until) {
        if (polledUntil == null || until.isAfter(polledUntil)) {
            polledUntil = until;
        }
    }

    /** Everything up to that moment has been heard. */
    public void polled(Instant until, Instant next, Instant now) {
        polledUntil = until;
        pollSucceededAt = now;
        nextPollAt = next;
        pollFailures = 0;
        leaseOwner = null;
        leaseUntil = null;
    }

    /** It was asked, and there is more. */
    public void goOn(Instant next) {
        nextPollAt = next;
        leaseOwner = null;
        leaseUntil = null;
    }

    /** It could not be asked. */
    public void pollFailed(Instant next) {
        pollFailures++;
        nextPollAt = next;
        leaseOwner = null;
        leaseUntil = null;
    }
}

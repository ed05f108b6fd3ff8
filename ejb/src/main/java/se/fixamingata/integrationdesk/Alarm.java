package se.fixamingata.integrationdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A time in which nothing got through to an authority, its letters came back, or nothing could be heard from it. */
@Entity
@Table(name = "integration_alarm")
@NamedQuery(name = "Alarm.open", query = "select a from Alarm a where a.endedAt is null order by a.authorityCode")
public class Alarm {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "alarm_number")
    @SequenceGenerator(name = "alarm_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(nullable = false)
    private int waiting;

    @Column(name = "oldest_at")
    private Instant oldestAt;

    @Column(nullable = false)
    private boolean silent;

    @Column(nullable = false)
    private int bounced;

    @Column(nullable = false)
    private int words;

    @Column(name = "raised_at", nullable = false)
    private Instant raisedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Alarm() {}

    Alarm(String authorityCode, int waiting, Instant oldestAt, boolean silent, Instant now) {
        this.authorityCode = authorityCode;
        this.waiting = waiting;
        this.oldestAt = oldestAt;
        this.silent = silent;
        this.raisedAt = now;
    }

    Alarm withBounced(int letters) {
        bounced = letters;
        return this;
    }

    Alarm withWords(int comments) {
        words = comments;
        return this;
    }

    void end(Instant now) {
        endedAt = now;
    }

    public Long id() {
        return id;
    }

    public String authorityCode() {
        return authorityCode;
    }

    /** Letters that had come back. */
    public int bounced() {
        return bounced;
    }

    /** Residents' words that had waited too long. */
    public int words() {
        return words;
    }

    /** Reports that had waited too long; 0 when only their server was silent, letters came back, or words waited. */
    public int waiting() {
        return waiting;
    }

    /** Since when the oldest of both has waited; null when there are none. */
    public Instant oldestAt() {
        return oldestAt;
    }

    /** Whether asking their server had failed all that time. */
    public boolean isSilent() {
        return silent;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    /** Null while it lasts. */
    public Instant endedAt() {
        return endedAt;
    }
}

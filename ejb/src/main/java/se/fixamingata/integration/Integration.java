package se.fixamingata.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** How one authority is connected. An authority without a row takes letters. */
@Entity
@Table(name = "integration")
public class Integration {

    @Id
    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private ChannelKind channel;

    @Column(name = "paused_at")
    private Instant pausedAt;

    @Column(name = "trusts_mail", nullable = false)
    private boolean trustsMail;

    @Column(name = "alarm_hours")
    private Integer alarmHours;

    @Column(name = "alarm_email", length = 254)
    private String alarmEmail;

    @Column(name = "alarmed_at")
    private Instant alarmedAt;

    @Column(name = "last_sent_at")
    private Instant lastSentAt;

    @Column(name = "last_received_at")
    private Instant lastReceivedAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private int version;

    protected Integration() {}

    public Integration(String authorityCode, ChannelKind channel, Instant now) {
        this.authorityCode = authorityCode;
        this.channel = channel;
        this.changedAt = now;
    }

    public void use(ChannelKind kind, Instant now) {
        channel = kind;
        changedAt = now;
    }

    /** Deliveries wait from now on, and nothing is sent. */
    public void pause(Instant now) {
        pausedAt = now;
        changedAt = now;
    }

    public void resume(Instant now) {
        pausedAt = null;
        changedAt = now;
    }

    /** Whether replies by mail from the authority's own address are published without anybody's approval (R21). */
    public void trustMail(boolean trusts, Instant now) {
        trustsMail = trusts;
        changedAt = now;
    }

    /**
     * @param hours after which something that waits is an alarm; null for the installation's setting, 0 for never
     * @param email who is told besides the operator; null for nobody
     */
    public void alarm(Integer hours, String email, Instant now) {
        alarmHours = hours;
        alarmEmail = email;
        changedAt = now;
    }

    public String authorityCode() {
        return authorityCode;
    }

    public ChannelKind channel() {
        return channel;
    }

    /** Null while it is open. */
    public Instant pausedAt() {
        return pausedAt;
    }

    public boolean isPaused() {
        return pausedAt != null;
    }

    public boolean trustsMail() {
        return trustsMail;
    }

    /** Null for the installation's setting, 0 for never. */
    public Integer alarmHours() {
        return alarmHours;
    }

    /** Null for nobody besides the operator. */
    public String alarmEmail() {
        return alarmEmail;
    }

    /** Null when there is no alarm. */
    public Instant alarmedAt() {
        return alarmedAt;
    }

    /** When something last went through to them; null for never. */
    public Instant lastSentAt() {
        return lastSentAt;
    }

    /** When something last came from them; null for never. */
    public Instant lastReceivedAt() {
        return lastReceivedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }
}

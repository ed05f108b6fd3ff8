package se.fixamingata.handlelink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.report.Report;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.shared.SqlTime;

/** Judges links from authorities' mails, by what has become of the link and of its report. */
@ApplicationScoped
class LinkAccess {

    @Inject
    EntityManager em;

    @Inject
    SecretLinks links;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.handle.link.lifetime")
    Duration afterClosing;

    /** For the container. */
    LinkAccess() {}

    /** For tests. */
    LinkAccess(EntityManager em, SecretLinks links, Clock clock, Duration afterClosing) {
        this.em = em;
        this.links = links;
        this.clock = clock;
        this.afterClosing = afterClosing;
    }

    /** @param token as it came, perhaps cut by a mail program; may be null */
    HandleAccess look(String token) {
        return look(find(token), LockModeType.NONE);
    }

    /** The same with the report's row locked, so that nothing changes it before the transaction ends. */
    HandleAccess lock(String token) {
        return look(find(token), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Remembers that somebody has answered with it. */
    void use(String token) {
        find(token).ifPresent(link -> link.use(clock.instant()));
    }

    private Optional<SecretLink> find(String token) {
        return SecretToken.parse(token).flatMap(secret -> links.find(secret, Purpose.HANDLE));
    }

    private HandleAccess look(Optional<SecretLink> link, LockModeType lock) {
        Report report =
                link.map(one -> em.find(Report.class, one.reportId(), lock)).orElse(null);
        if (report == null || !report.isConfirmed()) {
            return HandleAccess.UNKNOWN;
        }
        if (lock != LockModeType.NONE) {
            // Whoever held the report's lock until now may have taken the link away.
            em.refresh(link.get());
        }
        Instant until = until(report);
        return new HandleAccess(
                state(link.get(), report, until),
                report.id(),
                link.get().authorityCode(),
                report.isListed(),
                report.isListed() ? report.authorityCode() : null,
                until);
    }

    private HandleAccess.State state(SecretLink link, Report report, Instant until) {
        if (link.isRevoked()) {
            return HandleAccess.State.REVOKED;
        }
        if (!report.authorityCode().equals(link.authorityCode())) {
            return HandleAccess.State.HANDED_OVER;
        }
        return isOver(until) ? HandleAccess.State.EXPIRED : HandleAccess.State.OPEN;
    }

    /** When links to that report stop working; null while it is open. */
    Instant until(Report report) {
        if (report.status().group() == StatusGroup.OPEN) {
            return null;
        }
        Object closed = em.createNativeQuery("select " + SqlTime.micros("max(at)")
                        + " from history_entry where report_id = ?1 and kind = 'STATUS'")
                .setParameter(1, report.id())
                .getSingleResult();
        return (closed == null ? report.changedAt() : SqlTime.instant(closed)).plus(afterClosing);
    }

    /** Whether that moment, which may be none, has come. */
    boolean isOver(Instant until) {
        return until != null && !clock.instant().isBefore(until);
    }
}

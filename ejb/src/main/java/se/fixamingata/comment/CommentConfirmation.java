package se.fixamingata.comment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.Visibility;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.update.ReportUpdate;

/**
 * The link in the mail: whoever holds it shows that the address is theirs, and the comment becomes public (product.md, R13).
 *
 * <p>Looking changes nothing, so that mail scanners confirm nothing. Any number of clicks, also at once, confirm once: report and
 * update are locked, in this order, before the update is asked.
 */
@Stateless
public class CommentConfirmation {

    @Inject
    EntityManager em;

    @Inject
    SecretLinks links;

    @Inject
    CommentPublishing publishing;

    @Inject
    Clock clock;

    /** For the container. */
    public CommentConfirmation() {}

    /** For tests. */
    CommentConfirmation(EntityManager em, SecretLinks links, CommentPublishing publishing, Clock clock) {
        this.em = em;
        this.links = links;
        this.publishing = publishing;
        this.clock = clock;
    }

    /**
     * What the link would do.
     *
     * @param token as it came, perhaps cut by a mail program; may be null
     */
    public CommentState look(String token) {
        Optional<SecretLink> link = find(token);
        if (link.isEmpty()) {
            return new CommentState.Unknown();
        }
        Report report = em.find(Report.class, link.get().reportId());
        ReportUpdate update = em.find(ReportUpdate.class, link.get().subjectId());
        return state(report, update, link.get())
                .orElseGet(() -> new CommentState.Waiting(report.title(), update.text()));
    }

    /**
     * Uses the link.
     *
     * @param token as it came; may be null
     * @return never {@link CommentState.Waiting}
     */
    public CommentState confirm(String token) {
        Optional<SecretLink> link = find(token);
        if (link.isEmpty()) {
            return new CommentState.Unknown();
        }
        Report report = em.find(Report.class, link.get().reportId(), LockModeType.PESSIMISTIC_WRITE);
        ReportUpdate update = em.find(ReportUpdate.class, link.get().subjectId(), LockModeType.PESSIMISTIC_WRITE);
        return state(report, update, link.get()).orElseGet(() -> publish(report, update, link.get()));
    }

    private Optional<SecretLink> find(String token) {
        return SecretToken.parse(token).flatMap(secret -> links.find(secret, Purpose.CONFIRM_UPDATE));
    }

    /** Where it stands; empty when the link would confirm it. Report and update are null when they were deleted just now. */
    private Optional<CommentState> state(Report report, ReportUpdate update, SecretLink link) {
        if (report == null || update == null || !isFor(report, update)) {
            return Optional.of(new CommentState.Unknown());
        }
        if (update.isConfirmed()) {
            return Optional.of(new CommentState.Already(report.id(), update.id()));
        }
        return link.isExpired(clock.instant()) ? Optional.of(new CommentState.Expired()) : Optional.empty();
    }

    /** The report may have been made private, or hidden, since. */
    private static boolean isFor(Report report, ReportUpdate update) {
        return report.isListed() || (report.visibility() == Visibility.PRIVATE && update.author() == Actor.REPORTER);
    }

    private CommentState publish(Report report, ReportUpdate update, SecretLink link) {
        // Whoever held the update's lock until now may have corrected the address: then this link went to a stranger.
        if (!links.isStillThere(link)) {
            return new CommentState.Unknown();
        }
        link.use(clock.instant());
        publishing.publish(update, report);
        return new CommentState.Confirmed(report.id(), update.id());
    }
}

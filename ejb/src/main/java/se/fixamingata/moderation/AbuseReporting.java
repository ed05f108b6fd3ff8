package se.fixamingata.moderation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.TypedText;

/**
 * "Report this text" (product.md, P11). Goes to whoever may judge it; the third independent one hides it until then.
 *
 * <p>What somebody has judged once is not hidden by readers again, only reported again: three people cannot overrule a moderator by being
 * persistent. The report's row is locked while one is written, so that of three at once exactly one is the third.
 */
@Stateless
@PermitAll
public class AbuseReporting {

    /** So many independent ones hide something. */
    public static final int HIDING = 3;

    /** More about one thing tell nothing new. */
    static final int MOST_OF_SUBJECT = 50;

    @Inject
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.abuse.reports.per.hour")
    int perHour;

    /** For the container. */
    public AbuseReporting() {}

    /** For tests. */
    AbuseReporting(EntityManager em, Subjects subjects, AuditTrail audit, Clock clock, int perHour) {
        this.em = em;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
        this.perHour = perHour;
    }

    /** What everybody may see under that id; empty when there is nothing, or nothing for everybody. */
    public Optional<AbuseView> find(Subject subject) {
        return subjects.find(subject).filter(Found::isPublic).map(AbuseReporting::view);
    }

    private static AbuseView view(Found found) {
        return new AbuseView(
                found.subject(),
                found.report().id(),
                found.report().title(),
                found.photo() != null
                        ? null
                        : found.update() != null
                                ? found.update().text()
                                : found.report().description());
    }

    /**
     * Takes it.
     *
     * @param reason null when none was chosen
     * @param text what else there is to say; null or empty for nothing
     */
    public AbuseResult report(Subject subject, AbuseReason reason, String text, AbuseReporter who) {
        Optional<Found> found = subjects.lock(subject).filter(this::isReportable);
        if (found.isEmpty()) {
            return new AbuseResult.Unknown();
        }
        String said = TypedText.lines(text, AbuseReport.TEXT_MAX + 1);
        if (reason == null) {
            return new AbuseResult.Invalid("reason", "abuse.reason.missing", 0);
        }
        if (said != null && TypedText.length(said) > AbuseReport.TEXT_MAX) {
            return new AbuseResult.Invalid("text", "abuse.text.long", AbuseReport.TEXT_MAX);
        }
        if (isTooBusy(who)) {
            return new AbuseResult.TooMany();
        }
        if (count("AbuseReport.count", subject) < MOST_OF_SUBJECT && !hasReported(subject, who)) {
            em.persist(new AbuseReport(
                    found.get().report().id(),
                    subject,
                    reason,
                    said == null || said.isBlank() ? null : said,
                    who,
                    clock.instant()));
            em.flush();
            hideIfEnough(found.get());
        }
        return new AbuseResult.Taken();
    }

    /** What readers have hidden since the form was opened is taken like before: nothing tells that it was the third. */
    private boolean isReportable(Found found) {
        return found.isPublic()
                || found.isHiddenAlone()
                        && !em.createNamedQuery("AbuseReport.open", AbuseReport.class)
                                .setParameter("kind", found.subject().kind())
                                .setParameter("id", found.subject().id())
                                .setMaxResults(1)
                                .getResultList()
                                .isEmpty();
    }

    private void hideIfEnough(Found found) {
        Subject subject = found.subject();
        if (!found.isPublic() || count("AbuseReport.judged", subject) > 0) {
            return;
        }
        long independent = em.createNamedQuery("AbuseReport.open", AbuseReport.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .getResultStream()
                .map(AbuseReport::independence)
                .distinct()
                .count();
        if (independent >= HIDING) {
            subjects.hide(found, true);
            em.persist(Moderated.byReaders(found, clock.instant(), Moderated.detail(subject, Moderated.HIDDEN)));
            audit.recordFor(
                    "readers",
                    found.report().authorityCode(),
                    subject.kind().code() + ".hidden",
                    subject.inWords(),
                    HIDING + " independent readers");
        }
    }

    private boolean hasReported(Subject subject, AbuseReporter who) {
        return em.createNamedQuery("AbuseReport.ofPerson", Long.class)
                        .setParameter("kind", subject.kind())
                        .setParameter("id", subject.id())
                        .setParameter("person", who.person())
                        .getSingleResult()
                > 0;
    }

    private boolean isTooBusy(AbuseReporter who) {
        Instant since = clock.instant().minus(Duration.ofHours(1));
        long own = em.createNamedQuery("AbuseReport.byPersonSince", Long.class)
                .setParameter("person", who.person())
                .setParameter("since", since)
                .getSingleResult();
        long neighbours = who.findNetwork()
                .map(network -> em.createNamedQuery("AbuseReport.byNetworkSince", Long.class)
                        .setParameter("network", network)
                        .setParameter("since", since)
                        .getSingleResult())
                .orElse(0L);
        return Math.max(own, neighbours) >= perHour;
    }

    private long count(String query, Subject subject) {
        return em.createNamedQuery(query, Long.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .getSingleResult();
    }
}

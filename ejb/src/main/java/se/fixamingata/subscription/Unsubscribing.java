package se.fixamingata.subscription;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.subscription.UnsubscribeTokens.Ending;

/**
 * The link that ends what it was sent for, in every mail to a subscriber (RFC 8058): its holder needs to be nobody else, and to know nothing else.
 * Looking changes nothing, so that mail scanners end nothing; ending twice is as good as once.
 */
@Stateless
public class Unsubscribing {

    @Inject
    EntityManager em;

    @Inject
    UnsubscribeTokens tokens;

    @Inject
    SecretLinks links;

    @Inject
    QuestionStops stops;

    @Inject
    LetterStops letters;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Unsubscribing() {}

    /** For tests. */
    public Unsubscribing(
            EntityManager em,
            UnsubscribeTokens tokens,
            SecretLinks links,
            QuestionStops stops,
            LetterStops letters,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.tokens = tokens;
        this.links = links;
        this.stops = stops;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the link would do.
     *
     * @param token as it came; may be null
     */
    public UnsubscribeState look(String token) {
        return find(token).map(this::look).orElseGet(UnsubscribeState.Unknown::new);
    }

    private UnsubscribeState look(Link link) {
        if (link.ending().isQuestions()) {
            return questions(link);
        }
        return link.ending().isLetters()
                ? letters(link)
                : state(link, em.find(Subscription.class, link.subscriptionId()));
    }

    /**
     * Uses the link.
     *
     * @param token as it came; may be null
     * @return how it stands afterwards
     */
    public UnsubscribeState end(String token) {
        Optional<Link> found = find(token);
        if (found.isEmpty()) {
            return new UnsubscribeState.Unknown();
        }
        Link link = found.get();
        if (link.ending().isQuestions()) {
            stops.reporter(link.subscriptionId()).ifPresent(stops::stop);
            return questions(link);
        }
        if (link.ending().isLetters()) {
            endLetters(link.subscriptionId());
            return letters(link);
        }
        Subscription one = em.find(Subscription.class, link.subscriptionId(), LockModeType.PESSIMISTIC_WRITE);
        UnsubscribeState state = state(link, one);
        if (state instanceof UnsubscribeState.Digest digest) {
            endAll(one, digest.frequency());
            return UnsubscribeState.Ended.ofArea();
        }
        if (state instanceof UnsubscribeState.Following || state instanceof UnsubscribeState.Watching) {
            end(one);
            return state(link, one);
        }
        return state;
    }

    private UnsubscribeState questions(Link link) {
        return stops.reporter(link.subscriptionId())
                .filter(email -> !stops.isStopped(email))
                .<UnsubscribeState>map(email -> new UnsubscribeState.Asked())
                .orElseGet(UnsubscribeState.Ended::ofArea);
    }

    private UnsubscribeState letters(Link link) {
        return letters.isWanted(link.subscriptionId())
                ? new UnsubscribeState.Lettered()
                : UnsubscribeState.Ended.ofArea();
    }

    private void endLetters(long accountId) {
        if (letters.isWanted(accountId)) {
            letters.stop(accountId);
            audit.record("link", "letters.stopped", "account:" + accountId, null);
        }
    }

    private void end(Subscription one) {
        one.end(clock.instant());
        boolean report = one.kind() == SubscriptionKind.REPORT;
        audit.record(
                "resident",
                report ? "report.unfollowed" : "area.unsubscribed",
                report ? "report:" + one.reportId() : "subscription:" + one.id(),
                null);
    }

    private void endAll(Subscription one, Frequency frequency) {
        em.createNamedQuery("Subscription.ofAddress", Subscription.class)
                .setParameter("email", one.email())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(row -> row.frequency() == frequency)
                .forEach(this::end);
    }

    /** @param expired only what was mailed before links were signed runs out */
    private record Link(Ending ending, boolean expired) {

        long subscriptionId() {
            return ending.subscriptionId();
        }
    }

    private Optional<Link> find(String token) {
        return SecretToken.parse(token).flatMap(secret -> tokens.read(secret)
                .map(ending -> new Link(ending, false))
                .or(() -> stored(secret)));
    }

    /** Each mail had a secret of its own once, and some of those mails are still there. */
    private Optional<Link> stored(SecretToken secret) {
        return links.find(secret, Purpose.UNSUBSCRIBE)
                .map(link -> new Link(new Ending(link.reportId(), link.subjectId()), link.isExpired(clock.instant())));
    }

    /** The subscription is null when it was deleted, some time after its end or with its account. */
    private UnsubscribeState state(Link link, Subscription subscription) {
        if (link.ending().isReport()) {
            return ofReport(link, subscription);
        }
        Optional<Frequency> all = link.ending().all();
        if (all.isPresent()) {
            return ofAll(all.get(), subscription);
        }
        return subscription == null || !subscription.isActive()
                ? UnsubscribeState.Ended.ofArea()
                : new UnsubscribeState.Watching(subscription.area().orElseThrow());
    }

    private UnsubscribeState ofReport(Link link, Subscription subscription) {
        long reportId = link.ending().reportId();
        Report report = em.find(Report.class, reportId);
        boolean open = report != null && report.isListed();
        if (subscription == null || !subscription.isActive()) {
            return new UnsubscribeState.Ended(reportId, open);
        }
        return link.expired()
                ? new UnsubscribeState.Expired()
                : new UnsubscribeState.Following(reportId, open ? report.title() : "");
    }

    /** Without the subscription nobody knows any more whose mails are meant: a newer mail's link does. */
    private UnsubscribeState ofAll(Frequency frequency, Subscription one) {
        if (one == null) {
            return new UnsubscribeState.Expired();
        }
        boolean any = em.createNamedQuery("Subscription.ofAddress", Subscription.class)
                .setParameter("email", one.email())
                .getResultStream()
                .anyMatch(row -> row.frequency() == frequency);
        return any ? new UnsubscribeState.Digest(frequency) : UnsubscribeState.Ended.ofArea();
    }
}

package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.account.Account;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.session.Visitor;
import se.fixamingata.signin.session.Way;

/**
 * Signing in by a link that goes to one's mailbox. An address without an account gets one when its link is used; asking for a link is
 * answered with the same words for all.
 */
@Stateless
@PermitAll
public class SignInLinks {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    EntityManager em;

    @Inject
    SecretLinks links;

    @Inject
    Notifications notifications;

    @Inject
    AccountOpening opening;

    @Inject
    SignInOutcome outcome;

    @Inject
    @ConfigProperty(name = "fmg.signin.links.per.hour")
    int perHour;

    @Inject
    Clock clock;

    /** For the container. */
    public SignInLinks() {}

    /** For tests. */
    SignInLinks(
            EntityManager em,
            SecretLinks links,
            Notifications notifications,
            AccountOpening opening,
            SignInOutcome outcome,
            int perHour,
            Clock clock) {
        this.em = em;
        this.links = links;
        this.notifications = notifications;
        this.opening = opening;
        this.outcome = outcome;
        this.perHour = perHour;
        this.clock = clock;
    }

    /**
     * Asks for a link. More than a few an hour are not sent to the same address; whoever asks is not told, since it may not be theirs.
     *
     * @param typed as typed; may be null
     * @param target a path of ours to go to afterwards; null for the usual place
     * @return false when it is no address
     */
    public boolean request(String typed, Language language, boolean remember, String target) {
        Optional<EmailAddress> email = EmailAddress.parse(typed);
        email.filter(address -> askedFor(address.text()) < perHour).ifPresent(address -> {
            SignInRequest request = new SignInRequest(address.text(), language, remember, target, clock.instant());
            em.persist(request);
            notifications.plan(NotificationKind.SIGN_IN_LINK, null, request.id(), address.text(), language);
        });
        return email.isPresent();
    }

    private long askedFor(String email) {
        return em.createNamedQuery("SignInRequest.since", Long.class)
                .setParameter("email", email)
                .setParameter("since", clock.instant().minus(HOUR))
                .getSingleResult();
    }

    /** What using the link would do; changes nothing, so that mail scanners sign nobody in. */
    public LinkState look(String token) {
        return find(token).map(this::state).orElse(LinkState.UNKNOWN);
    }

    /**
     * What came of using a link.
     *
     * @param state what it was good for
     * @param result empty unless it was {@link LinkState#WAITING}
     * @param target where the person wanted to go; empty for the usual place
     */
    public record Used(LinkState state, Optional<SignInResult> result, Optional<String> target) {}

    /** Uses the link: signed in, or asked for the code. Of two clicks at once one does. */
    public Used use(String token, String browser) {
        Optional<SecretLink> found = find(token);
        if (found.isEmpty() || !links.isStillThere(found.get())) {
            return new Used(LinkState.UNKNOWN, Optional.empty(), Optional.empty());
        }
        SecretLink link = found.get();
        em.refresh(link);
        SignInRequest request = em.find(SignInRequest.class, link.subjectId());
        LinkState state = request == null ? LinkState.EXPIRED : state(link);
        if (state != LinkState.WAITING) {
            return new Used(state, Optional.empty(), Optional.empty());
        }
        link.use(clock.instant());
        Account account = opening.ofProved(request.email(), "", request.language());
        SignInResult result = outcome.complete(account.id(), Way.LINK, new Visitor(browser, request.remember()));
        return new Used(state, Optional.of(result), Optional.ofNullable(request.target()));
    }

    private Optional<SecretLink> find(String token) {
        return SecretToken.parse(token).flatMap(secret -> links.find(secret, Purpose.SIGN_IN));
    }

    private LinkState state(SecretLink link) {
        Instant now = clock.instant();
        if (link.isUsed()) {
            return LinkState.USED;
        }
        return link.isExpired(now) || link.isRevoked() ? LinkState.EXPIRED : LinkState.WAITING;
    }
}

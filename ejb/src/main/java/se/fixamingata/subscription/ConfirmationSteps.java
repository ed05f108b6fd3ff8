package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.account.Accounts;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;

/**
 * The steps of every link in a mail by which somebody shows that an address is theirs, whatever it is to be told of. In between its use
 * case judges what the link may still do.
 */
@ApplicationScoped
public class ConfirmationSteps {

    /**
     * A link and what it would confirm.
     *
     * @param subscription null when it was deleted, after 30 days or with its account
     */
    public record Asked(SecretLink link, Subscription subscription) {}

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    SecretLinks links;

    @Inject
    Clock clock;

    /** For the container. */
    public ConfirmationSteps() {}

    /** For tests. */
    public ConfirmationSteps(EntityManager em, Accounts accounts, SecretLinks links, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.links = links;
        this.clock = clock;
    }

    /**
     * What the link is about, to be looked at.
     *
     * @param token as it came; may be null
     * @return empty when there is no such link
     */
    public Optional<Asked> find(String token, Purpose purpose) {
        return find(token, purpose, LockModeType.NONE);
    }

    /** The same, locked until the transaction ends: of two clicks at once the second sees what the first has done. */
    public Optional<Asked> lock(String token, Purpose purpose) {
        return find(token, purpose, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Asked> find(String token, Purpose purpose, LockModeType lock) {
        return SecretToken.parse(token)
                .flatMap(secret -> links.find(secret, purpose))
                .map(link -> new Asked(link, em.find(Subscription.class, link.subjectId(), lock)));
    }

    /** Uses the link. From now on it is told, and is the account's if there is one with that address. */
    public void activate(Asked asked) {
        Subscription subscription = asked.subscription();
        asked.link().use(clock.instant());
        subscription.activate(clock.instant());
        accounts.find(subscription.email())
                .ifPresent(account -> subscription.belongTo(account.id(), subscription.language()));
    }
}

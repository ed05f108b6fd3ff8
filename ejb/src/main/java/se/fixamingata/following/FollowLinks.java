package se.fixamingata.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.subscription.SubscriptionLinks;

/** The secret links of mails about following. Written when a mail is, and kept nowhere else. */
@ApplicationScoped
public class FollowLinks {

    @Inject
    SecretLinks links;

    @Inject
    ServiceSettings service;

    @Inject
    @ConfigProperty(name = "fmg.confirmation.lifetime")
    Duration confirmationLifetime;

    @Inject
    SubscriptionLinks subscriptions;

    /** For the container. */
    public FollowLinks() {}

    /** For tests. */
    public FollowLinks(
            SecretLinks links,
            ServiceSettings service,
            Duration confirmationLifetime,
            SubscriptionLinks subscriptions) {
        this.links = links;
        this.service = service;
        this.confirmationLifetime = confirmationLifetime;
        this.subscriptions = subscriptions;
    }

    /** Where somebody says that the address is theirs. Needs a transaction. */
    public String confirmation(long reportId, long subscriptionId) {
        return service.link("/bekrafta/"
                + links.issue(Purpose.CONFIRM_FOLLOW, reportId, subscriptionId, confirmationLifetime)
                        .text());
    }

    /**
     * Where the subscription is ended: a page for people, and the address that mail programs POST to (RFC 8058). The same in every mail.
     */
    public String unsubscribe(long reportId, long subscriptionId) {
        return subscriptions.unsubscribe(reportId, subscriptionId);
    }

    /** How long a confirmation can be given. */
    public Duration confirmationLifetime() {
        return confirmationLifetime;
    }
}

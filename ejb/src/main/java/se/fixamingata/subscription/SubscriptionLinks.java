package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.subscription.UnsubscribeTokens.Ending;

/** The secret links of mails to subscribers. Written when a mail is, and kept nowhere else. */
@ApplicationScoped
public class SubscriptionLinks {

    @Inject
    SecretLinks links;

    @Inject
    ServiceSettings service;

    @Inject
    @ConfigProperty(name = "fmg.confirmation.lifetime")
    Duration confirmationLifetime;

    @Inject
    UnsubscribeTokens endings;

    @Inject
    ManageTokens managing;

    /** For the container. */
    public SubscriptionLinks() {}

    /** For tests. */
    public SubscriptionLinks(
            SecretLinks links,
            ServiceSettings service,
            Duration confirmationLifetime,
            UnsubscribeTokens endings,
            ManageTokens managing) {
        this.links = links;
        this.service = service;
        this.confirmationLifetime = confirmationLifetime;
        this.endings = endings;
        this.managing = managing;
    }

    /** Where somebody says that the address is theirs, for an area. Needs a transaction. */
    public String confirmation(long subscriptionId) {
        return service.link("/bekrafta/"
                + links.issue(Purpose.CONFIRM_SUBSCRIPTION, null, subscriptionId, confirmationLifetime)
                        .text());
    }

    /**
     * Where following a report is ended: a page for people, and the address that mail programs POST to (RFC 8058). The same in every mail.
     */
    public String unsubscribe(long reportId, long subscriptionId) {
        return ending(new Ending(reportId, subscriptionId));
    }

    /** The same of an area. */
    public String unsubscribe(long subscriptionId) {
        return ending(Ending.ofArea(subscriptionId));
    }

    /**
     * The same of everything that the address gets daily or weekly.
     *
     * @param one any of it
     */
    public String unsubscribeAll(Frequency frequency, long one) {
        return ending(Ending.ofAll(frequency, one));
    }

    private String ending(Ending ending) {
        return service.link("/avregistrera/" + endings.of(ending).text());
    }

    /**
     * Where all that is sent to the address is seen and changed, for a while.
     *
     * @param one any of its subscriptions
     */
    public String manage(long one) {
        return service.link("/prenumerationer/" + managing.of(one).text());
    }

    /** How long a confirmation can be given. */
    public Duration confirmationLifetime() {
        return confirmationLifetime;
    }
}

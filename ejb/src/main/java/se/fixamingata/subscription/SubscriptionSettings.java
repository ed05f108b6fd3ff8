package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much an address may subscribe to, and how fast subscribers are written to. */
@ApplicationScoped
public class SubscriptionSettings {

    @Inject
    @ConfigProperty(name = "fmg.subscription.most")
    int most;

    @Inject
    @ConfigProperty(name = "fmg.subscription.mails.per.second")
    int mailsPerSecond;

    /** For the container. */
    public SubscriptionSettings() {}

    /** For tests. */
    public SubscriptionSettings(int most, int mailsPerSecond) {
        this.most = most;
        this.mailsPerSecond = mailsPerSecond;
    }

    /** Areas that one address may watch. */
    public int most() {
        return most;
    }

    /**
     * Mails to subscribers that become due in a second. Slower than the mail server takes them, so that who confirms a report is not kept
     * waiting by a hundred thousand others.
     */
    public int mailsPerSecond() {
        return Math.max(1, mailsPerSecond);
    }
}

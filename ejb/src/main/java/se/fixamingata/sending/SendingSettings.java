package se.fixamingata.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether and how this server sends. */
@ApplicationScoped
public class SendingSettings {

    @Inject
    @ConfigProperty(name = "fmg.sending.enabled")
    boolean enabled;

    @Inject
    @ConfigProperty(name = "fmg.sending.workers")
    int workers;

    @Inject
    @ConfigProperty(name = "fmg.sending.batch")
    int batch;

    @Inject
    @ConfigProperty(name = "fmg.sending.servers")
    int servers;

    /** For the container. */
    public SendingSettings() {}

    /** For tests. */
    public SendingSettings(boolean enabled, int workers, int batch) {
        this.enabled = enabled;
        this.workers = workers;
        this.batch = batch;
    }

    /** Whether this server sends at all; another one may. */
    public boolean isEnabled() {
        return enabled;
    }

    /** How many rounds may run at once on this server. */
    public int workers() {
        return workers;
    }

    /** How many rows one round leases at a time. */
    public int batch() {
        return batch;
    }

    /** How many authorities' servers are spoken to at once, by this server of ours. */
    public int servers() {
        return servers;
    }
}

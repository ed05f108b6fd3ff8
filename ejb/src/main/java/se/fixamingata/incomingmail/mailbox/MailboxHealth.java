package se.fixamingata.incomingmail.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Whether this server can read the mailbox: told once when it cannot, and once when it can again. */
@ApplicationScoped
public class MailboxHealth {

    private static final System.Logger LOG = System.getLogger(MailboxHealth.class.getName());

    @Inject
    Clock clock;

    private volatile Trouble trouble;

    /** For the container. */
    public MailboxHealth() {}

    /** For tests. */
    MailboxHealth(Clock clock) {
        this.clock = clock;
    }

    /**
     * That it cannot be read.
     *
     * @param since when it was so for the first time
     * @param reason of the last time, in the mail server's words or the network's
     */
    public record Trouble(Instant since, String reason) {}

    /** Empty when it could be read at the last look, or nobody has looked yet. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    void works() {
        if (trouble != null) {
            LOG.log(System.Logger.Level.INFO, "The mailbox can be read again, since {0} it could not", trouble.since());
            trouble = null;
        }
    }

    void fails(Exception away) {
        if (trouble == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The mailbox cannot be read, tried again until it can: {0}",
                    away.toString());
        }
        trouble = new Trouble(trouble == null ? clock.instant() : trouble.since(), away.toString());
    }
}

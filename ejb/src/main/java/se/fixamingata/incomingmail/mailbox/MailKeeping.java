package se.fixamingata.incomingmail.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import se.fixamingata.incomingmail.IncomingMails;
import se.fixamingata.sending.ShortTransaction;

/** Keeps a mail, in a transaction of its own, so that it can be deleted where it came from. */
@ApplicationScoped
public class MailKeeping {

    private static final System.Logger LOG = System.getLogger(MailKeeping.class.getName());

    /** Of a mail that the database does not take whole: its headers and the beginning of its words. */
    private static final int HEAD = 64 * 1024;

    private final IncomingMails mails;
    private final ShortTransaction transaction;

    /** For the container's proxies. */
    protected MailKeeping() {
        this(null, null);
    }

    @Inject
    public MailKeeping(IncomingMails mails, ShortTransaction transaction) {
        this.mails = mails;
        this.transaction = transaction;
    }

    /**
     * Keeps it; returns when it is committed.
     *
     * @param cut whether it is the beginning of something longer
     * @return whether all of it is kept, so that nobody needs the original any more
     * @throws RuntimeException when the database is away: then the mail stays where it is
     */
    boolean keep(byte[] raw, boolean cut) {
        try {
            transaction.call(() -> mails.keep(raw, cut));
            return !cut;
        } catch (RuntimeException refused) {
            if (raw.length <= HEAD) {
                // Its size is not what is wrong.
                throw refused;
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A mail of {0} bytes is kept in part: {1}",
                    raw.length,
                    refused.toString());
            transaction.call(() -> mails.keep(Arrays.copyOf(raw, Math.min(raw.length, HEAD)), true));
            return false;
        }
    }
}

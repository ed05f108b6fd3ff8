package se.fixamingata.incomingmail.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;

/**
 * Empties the mailbox: each mail is kept in the database first, and only then deleted there. A server of ours that dies in between
 * finds the same mail again, and the database knows it; a mail server that hangs up after every mail is called again, as long as that
 * brings anything, and what is kept already is then deleted without being fetched.
 *
 * <p>What is too large is kept in part and stays in the mailbox, marked (IMAP) or simply left (POP3). However much of that lies there,
 * the others are read.
 */
@ApplicationScoped
public class Mailbox {

    private static final System.Logger LOG = System.getLogger(Mailbox.class.getName());

    /** In one round; when there is more, the next follows at once. */
    static final int MOST = 200;

    private final MailboxSettings settings;
    private final MailKeeping keeping;
    private final int most;
    private final KeptNumbers kept = new KeptNumbers();

    /** For the container's proxies. */
    protected Mailbox() {
        this(null, null, 0);
    }

    @Inject
    public Mailbox(MailboxSettings settings, MailKeeping keeping) {
        this(settings, keeping, MOST);
    }

    /** For tests. */
    Mailbox(MailboxSettings settings, MailKeeping keeping, int most) {
        this.most = most;
        this.settings = settings;
        this.keeping = keeping;
    }

    /**
     * Takes what there is, with no transaction open. One at a time.
     *
     * @return how many mails were kept, or deleted later than they were kept
     * @throws MessagingException when the mailbox cannot be reached, or hung up before anything was done
     */
    public synchronized int empty() throws MessagingException {
        int done = 0;
        while (done < most) {
            MailboxRound round = new MailboxRound(settings, keeping, kept, most);
            try {
                round.run();
                return done + round.done();
            } catch (MessagingException | IOException hungUp) {
                done += round.done();
                if (round.done() == 0) {
                    throw hungUp instanceof MessagingException known
                            ? known
                            : new MessagingException("Hung up", (IOException) hungUp);
                }
                LOG.log(
                        System.Logger.Level.INFO,
                        "The mailbox hung up after {0} mails: {1}",
                        round.done(),
                        hungUp.toString());
            }
        }
        return done;
    }
}

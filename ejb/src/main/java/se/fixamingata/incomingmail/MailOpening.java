package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.fixamingata.incomingmail.reading.MailReader;
import se.fixamingata.incomingmail.reading.ReadMail;
import se.fixamingata.incomingmail.reading.Reply;

/**
 * Opens a mail for somebody who has to decide about it. One that made us fail when it was judged may do so again: then its bytes are
 * shown, so that it can be put aside at least.
 */
@ApplicationScoped
public class MailOpening {

    private static final System.Logger LOG = System.getLogger(MailOpening.class.getName());
    private static final int SHOWN_MAX = 20_000;

    private final Enclosures enclosures;

    /** For the container's proxies. */
    protected MailOpening() {
        this(null);
    }

    @Inject
    public MailOpening(Enclosures enclosures) {
        this.enclosures = enclosures;
    }

    /** @param words all that it says, quotes and signature included, as plain text */
    record Opened(String words, Enclosures.Found files) {}

    /** Computes for up to some seconds; never inside a transaction. */
    Opened open(long id, byte[] raw) {
        try {
            ReadMail read = MailReader.read(raw);
            return new Opened(Reply.all(read), enclosures.of(read));
        } catch (RuntimeException | StackOverflowError unreadable) {
            LOG.log(System.Logger.Level.WARNING, "Incoming mail " + id + " is shown as it came", unreadable);
            String bytes = new String(raw, 0, Math.min(raw.length, SHOWN_MAX), StandardCharsets.ISO_8859_1);
            return new Opened(bytes, new Enclosures.Found(List.of(), List.of(), List.of()));
        }
    }
}

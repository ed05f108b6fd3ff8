package se.fixamingata.incomingmail.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;

/**
 * Empties the mailbox: each mail is kept in the database first, and only then deleted there. A server of ours that dies in between
 * finds the same mail again, and the database knows it; a mail server that hangs up after every mail is called again, as long as that
 * brings anything, and what is kept already is then deleted without being fetched.
 *
 * <p>What is too large is kept in part and stays in the mailbox, marked (IMAP) or simply left (POP3).
 */
@ApplicationScoped
public class Mailbox {

    private static final System.Logger LOG = System.getLogger(Mailbox.class.getName());

    /** In one round; the next follows at once or after the interval. */
    private static final int MOST = 200;

    private static final int REMEMBERED = 10_000;
    private static final int FLUSH_POP = 20;
    private static final int LINE = 80;

    private final MailboxSettings settings;
    private final MailKeeping keeping;

    /** What is kept, by its number in the mailbox: whether it may be deleted there. */
    private final Map<String, Boolean> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** For the container's proxies. */
    protected Mailbox() {
        this(null, null);
    }

    @Inject
    public Mailbox(MailboxSettings settings, MailKeeping keeping) {
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
        while (done < MOST) {
            Round round = new Round();
            try {
                round.run();
                return done + round.done;
            } catch (MessagingException | IOException hungUp) {
                done += round.done;
                LOG.log(
                        System.Logger.Level.INFO,
                        "The mailbox hung up after {0} mails: {1}",
                        round.done,
                        hungUp.toString());
                if (round.done == 0) {
                    throw hungUp instanceof MessagingException known
                            ? known
                            : new MessagingException("Hung up", (IOException) hungUp);
                }
            }
        }
        return done;
    }

    /** One connection. */
    private final class Round {

        private int done;
        private Folder folder;

        void run() throws MessagingException, IOException {
            try (Store store = Session.getInstance(settings.properties()).getStore(settings.protocol())) {
                store.connect(settings.host(), settings.port(), settings.user(), settings.password());
                folder = store.getFolder(settings.folder());
                folder.open(Folder.READ_WRITE);
                int i = 1;
                while (i <= Math.min(folder.getMessageCount(), MOST)) {
                    i = take(i);
                }
                deleteKept();
                folder.close(true);
            }
        }

        /** What an earlier connection could not delete any more. Last: where deleting is what fails, the others are read first. */
        private void deleteKept() throws MessagingException {
            int most = Math.min(folder.getMessageCount(), MOST);
            int deleted = 0;
            for (int i = 1; i <= most; i++) {
                Message message = folder.getMessage(i);
                if (!message.isSet(Flags.Flag.DELETED) && Boolean.TRUE.equals(kept.get(number(message)))) {
                    message.setFlag(Flags.Flag.DELETED, true);
                    deleted++;
                }
            }
            if (deleted > 0) {
                commit();
                done += deleted;
            }
        }

        /** @return the number of the next one to look at */
        private int take(int i) throws MessagingException, IOException {
            Message message = folder.getMessage(i);
            String number = number(message);
            if (kept.containsKey(number) || message.isSet(Flags.Flag.DELETED) || isLeft(message)) {
                return i + 1;
            }
            Fetched mail = fetch((MimeMessage) message);
            boolean whole = keeping.keep(mail.raw, mail.cut);
            kept.put(number, whole);
            done++;
            if (!whole) {
                leave(message);
                return i + 1;
            }
            message.setFlag(Flags.Flag.DELETED, true);
            if (folder instanceof IMAPFolder imap) {
                imap.expunge(new Message[] {message});
                return i;
            }
            if (i % FLUSH_POP == 0) {
                commit();
                return 1;
            }
            return i + 1;
        }

        /** POP3 deletes when it is left, so it is left and entered again. */
        private void commit() throws MessagingException {
            if (folder instanceof IMAPFolder) {
                folder.expunge();
            } else {
                folder.close(true);
                folder.open(Folder.READ_WRITE);
            }
        }

        private boolean isLeft(Message message) throws MessagingException {
            return folder instanceof IMAPFolder && message.isSet(Flags.Flag.FLAGGED);
        }

        private void leave(Message message) throws MessagingException {
            if (folder instanceof IMAPFolder) {
                message.setFlag(Flags.Flag.FLAGGED, true);
            }
        }

        private String number(Message message) throws MessagingException {
            if (folder instanceof UIDFolder uids && folder instanceof IMAPFolder) {
                return uids.getUIDValidity() + "/" + uids.getUID(message);
            }
            return ((POP3Folder) folder).getUID(message);
        }

        private Fetched fetch(MimeMessage message) throws MessagingException, IOException {
            if (message instanceof IMAPMessage imap) {
                try (InputStream content = imap.getMimeStream()) {
                    byte[] raw = content.readNBytes(settings.largest());
                    return new Fetched(raw, raw.length == settings.largest() && content.read() >= 0);
                }
            }
            if (message instanceof POP3Message pop && pop.getSize() > settings.largest()) {
                try (InputStream head = pop.top(settings.largest() / LINE)) {
                    return new Fetched(head.readNBytes(settings.largest()), true);
                }
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            message.writeTo(whole);
            return new Fetched(whole.toByteArray(), false);
        }
    }

    /** @param cut whether there is more of it */
    private record Fetched(byte[] raw, boolean cut) {}
}

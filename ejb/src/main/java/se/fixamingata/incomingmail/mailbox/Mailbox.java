package se.fixamingata.incomingmail.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;

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

    /** Fetched and deleted together: so many are fetched again at most when a server hangs up. */
    private static final int BATCH = 20;

    /** How many are asked at once for their numbers. */
    private static final int CHUNK = 200;

    private static final int REMEMBERED = 10_000;
    private static final int LINE = 80;

    private static final SearchTerm NOT_LEFT = new AndTerm(
            new FlagTerm(new Flags(Flags.Flag.FLAGGED), false), new FlagTerm(new Flags(Flags.Flag.DELETED), false));

    private static final FetchProfile NUMBERS = new FetchProfile();

    static {
        NUMBERS.add(UIDFolder.FetchProfileItem.UID);
    }

    private final MailboxSettings settings;
    private final MailKeeping keeping;

    /**
     * What is kept and still lies in the mailbox, by its number there: whether it may be deleted. What is deleted is forgotten, since there
     * are servers that give its number to the next.
     */
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
                if (round.done == 0) {
                    throw hungUp instanceof MessagingException known
                            ? known
                            : new MessagingException("Hung up", (IOException) hungUp);
                }
                LOG.log(
                        System.Logger.Level.INFO,
                        "The mailbox hung up after {0} mails: {1}",
                        round.done,
                        hungUp.toString());
            }
        }
        return done;
    }

    /** One connection. */
    private final class Round {

        private final List<Message> undeleted = new ArrayList<>();
        private final List<String> deleting = new ArrayList<>();
        private int done;
        private boolean single;
        private int[] sizes = {};
        private Folder folder;

        void run() throws MessagingException, IOException {
            try (Store store = Session.getInstance(settings.properties()).getStore(settings.protocol())) {
                store.connect(settings.host(), settings.port(), settings.user(), settings.password());
                single = store instanceof IMAPStore imap && imap.hasCapability("UIDPLUS");
                folder = store.getFolder(settings.folder());
                folder.open(Folder.READ_WRITE);
                for (List<Message> batch = batch(); !batch.isEmpty(); batch = batch()) {
                    for (Message message : batch) {
                        take(message);
                    }
                    commit();
                }
                deleteKept();
                folder.close(true);
            }
        }

        /** The next that nobody has looked at; none when there is nothing more, or enough for one round. */
        private List<Message> batch() throws MessagingException {
            List<Message> batch = new ArrayList<>();
            undeleted.clear();
            if (folder instanceof POP3Folder pop) {
                // A message that is asked for its size fetches itself, from some servers as a whole.
                sizes = pop.getSizes();
            }
            Message[] all = folder instanceof IMAPFolder ? folder.search(NOT_LEFT) : folder.getMessages();
            for (int from = 0; from < all.length && done < MOST && batch.size() < BATCH; from += CHUNK) {
                Message[] chunk = Arrays.copyOfRange(all, from, Math.min(all.length, from + CHUNK));
                folder.fetch(chunk, NUMBERS);
                for (Message message : chunk) {
                    String number = number(message);
                    Boolean deletable = number == null ? null : kept.get(number);
                    if (deletable == null && batch.size() < BATCH) {
                        batch.add(message);
                    } else if (Boolean.TRUE.equals(deletable)) {
                        undeleted.add(message);
                    }
                }
            }
            return batch;
        }

        /** What an earlier connection could not delete any more. Last: where deleting is what fails, the others are read first. */
        private void deleteKept() throws MessagingException {
            for (Message message : undeleted) {
                message.setFlag(Flags.Flag.DELETED, true);
                deleting.add(number(message));
            }
            if (!undeleted.isEmpty()) {
                commit();
                done += undeleted.size();
            }
        }

        private void take(Message message) throws MessagingException, IOException {
            String number = number(message);
            Fetched mail = fetch((MimeMessage) message);
            boolean whole = keeping.keep(mail.raw, mail.cut);
            if (number != null) {
                kept.put(number, whole);
            }
            done++;
            if (whole) {
                deleting.add(number);
                message.setFlag(Flags.Flag.DELETED, true);
                if (single) {
                    ((IMAPFolder) folder).expunge(new Message[] {message});
                }
            } else {
                leave(message);
            }
        }

        /** POP3 deletes when it is left, so it is left and entered again. */
        private void commit() throws MessagingException {
            if (folder instanceof IMAPFolder) {
                folder.expunge();
            } else {
                folder.close(true);
                folder.open(Folder.READ_WRITE);
            }
            kept.keySet().removeAll(deleting);
            deleting.clear();
        }

        private void leave(Message message) throws MessagingException {
            if (folder instanceof IMAPFolder) {
                message.setFlag(Flags.Flag.FLAGGED, true);
            }
        }

        /** Null from a POP3 server that numbers nothing. */
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
            if (message instanceof POP3Message pop && sizes[message.getMessageNumber() - 1] > settings.largest()) {
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

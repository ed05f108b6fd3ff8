package se.fixamingata.incomingmail.mailbox;

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
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;

/** One connection to the mailbox: how far it comes is told also when it breaks. */
final class MailboxRound {

    /** Fetched and deleted together: so many are fetched again at most when a server hangs up. */
    private static final int BATCH = 20;

    private static final int LINE = 80;

    private static final SearchTerm NOT_LEFT = new AndTerm(
            new FlagTerm(new Flags(Flags.Flag.FLAGGED), false), new FlagTerm(new Flags(Flags.Flag.DELETED), false));

    private static final FetchProfile NUMBERS = new FetchProfile();

    static {
        NUMBERS.add(UIDFolder.FetchProfileItem.UID);
    }

    private final MailboxSettings settings;
    private final MailKeeping keeping;
    private final KeptNumbers kept;
    private final int most;
    private final List<Message> undeleted = new ArrayList<>();
    private final List<String> deleting = new ArrayList<>();
    private int done;
    private boolean single;
    private int[] sizes = {};
    private Folder folder;

    /** @param most kept, about; so many are asked at once for their numbers, too */
    MailboxRound(MailboxSettings settings, MailKeeping keeping, KeptNumbers kept, int most) {
        this.settings = settings;
        this.keeping = keeping;
        this.kept = kept;
        this.most = most;
    }

    /** How many were kept, or deleted later than they were kept. */
    int done() {
        return done;
    }

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
        for (int from = 0; from < all.length && done < most && batch.size() < BATCH; from += most) {
            Message[] chunk = Arrays.copyOfRange(all, from, Math.min(all.length, from + most));
            folder.fetch(chunk, NUMBERS);
            for (Message message : chunk) {
                String number = number(message);
                if (!kept.isKept(number) && batch.size() < BATCH) {
                    batch.add(message);
                } else if (kept.isDeletable(number)) {
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
        kept.remember(number, whole);
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
        kept.forget(deleting);
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

    /** @param cut whether there is more of it */
    private record Fetched(byte[] raw, boolean cut) {}
}

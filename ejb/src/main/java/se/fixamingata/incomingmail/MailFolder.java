package se.fixamingata.incomingmail;

import java.util.EnumSet;
import java.util.Set;

/** What a page of mails shows. */
public enum MailFolder {
    /** Somebody has to decide. */
    WAITING(MailState.WAITING),
    /** Nobody's, and the operator's therefore. */
    UNKNOWN(MailState.UNKNOWN),
    /** Letters that came back. */
    BOUNCED(MailState.BOUNCE),
    /** What machines wrote. */
    AUTOMATIC(MailState.AUTOMATIC),
    /** Published, refused, or seen to. */
    DONE(MailState.PUBLISHED, MailState.REFUSED, MailState.HANDLED);

    private final Set<MailState> states;

    MailFolder(MailState first, MailState... others) {
        states = EnumSet.of(first, others);
    }

    Set<MailState> states() {
        return states;
    }
}

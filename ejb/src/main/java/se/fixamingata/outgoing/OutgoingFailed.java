package se.fixamingata.outgoing;

import java.io.IOException;
import java.util.Locale;

/** There is no answer, and why; the message names no more than the host. */
public class OutgoingFailed extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why there is none. */
    public enum Reason {
        /** Not an address that we call: another scheme, a user name in it, no host. */
        ADDRESS,
        /** No such name in the DNS. */
        NAME,
        /** It lies in a network that we do not call. */
        NETWORK,
        /** It does not answer. */
        UNREACHABLE,
        /** It does not prove to be who it should be. */
        CERTIFICATE,
        /** Not within the time. */
        SLOW,
        /** More than we read. */
        LARGE,
        /** Too many calls at once. */
        BUSY;

        /** In message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    OutgoingFailed(Reason reason, String host) {
        this(reason, host, null);
    }

    OutgoingFailed(Reason reason, String host, Throwable cause) {
        super(reason.code() + " " + host, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

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
    private final boolean mayHaveArrived;

    OutgoingFailed(Reason reason, String host) {
        this(reason, host, false, null);
    }

    OutgoingFailed(Reason reason, String host, boolean mayHaveArrived, Throwable cause) {
        super(reason.code() + " " + host, cause);
        this.reason = reason;
        this.mayHaveArrived = mayHaveArrived;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the body of the request had begun to leave the house, so that it may have been acted upon; false without a body. */
    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }
}

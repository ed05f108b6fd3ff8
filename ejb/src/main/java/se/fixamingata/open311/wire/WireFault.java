package se.fixamingata.open311.wire;

/** What came is nothing that can be read. */
public class WireFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** A page for people. */
    public static final String HTML = "html";
    /** Neither XML nor JSON, or broken. */
    public static final String UNREADABLE = "unreadable";
    /** Too deep, or too many things. */
    public static final String LARGE = "large";

    private final String reason;

    WireFault(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** The end of a message key, {@code integration.fault.<reason>}. */
    public String reason() {
        return reason;
    }
}

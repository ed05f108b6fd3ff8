package se.fixamingata.sending;

/** The lease ran out while its holder was busy; the row is somebody else's, and whoever lost it must leave it alone. */
public class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLost() {
        super("The lease ran out");
    }
}

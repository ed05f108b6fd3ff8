package se.fixamingata.geography;

/** The reference data cannot be used. The message is for the operator: which file, which line, what to do. */
public class GeodataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GeodataException(String message) {
        super(message);
    }

    GeodataException(String message, Throwable cause) {
        super(message, cause);
    }
}

package se.fixamingata.photo;

import java.util.List;

/** Ends the way of a file through the intake, wherever on it the reason was found; never leaves the package. */
final class PhotoRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    PhotoRefused(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    PhotoRefused(String key, Throwable cause) {
        super(key, cause);
        this.key = key;
        this.arguments = List.of();
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}

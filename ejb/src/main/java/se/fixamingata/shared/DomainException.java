package se.fixamingata.shared;

import jakarta.ejb.ApplicationException;

/**
 * A rule of the domain was broken. Rolls the transaction back and reaches the caller unwrapped.
 *
 * <p>Carries a message <em>key</em>, never a sentence: the web module has the words, in both languages.
 */
@ApplicationException(rollback = true)
public class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    public DomainException(String key) {
        super(key);
        this.key = key;
    }

    /** The key in the message bundles, for example {@code report.status.illegal}. */
    public String key() {
        return key;
    }
}

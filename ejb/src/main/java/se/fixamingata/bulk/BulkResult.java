package se.fixamingata.bulk;

/** What came of an order. */
public sealed interface BulkResult {

    /** It is being worked off. */
    record Started(long id, int reports) implements BulkResult {}

    /**
     * Something has to be mended first; nothing was written.
     *
     * @param field {@code status}, {@code text} or {@code selection}
     * @param key key in the message bundles, one that begins with {@code bulk.}
     */
    record Invalid(String field, String key) implements BulkResult {}
}

package se.fixamingata.submission;

/** What came of adding a photo to a draft. */
public sealed interface PhotoAdding {

    /** It is kept under that id. */
    record Added(String id) implements PhotoAdding {}

    /** The draft has as many as a report may have. */
    record TooMany(int limit) implements PhotoAdding {}

    /** All drafts together have as many as are kept at once. */
    record NoRoom() implements PhotoAdding {}

    /** No such draft, or it has expired, or it has been sent. */
    record NoDraft() implements PhotoAdding {}
}

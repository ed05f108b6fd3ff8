package se.fixamingata.photo;

/** What a photo belongs to. A draft's photos move to what the draft becomes. */
public sealed interface PhotoOwner {

    /** The number within its table. */
    long id();

    /** A report being written; {@code id} is the draft's inner number, not its cookie. */
    record Draft(long id) implements PhotoOwner {}

    /** A comment being written; {@code id} is the draft's inner number, not its secret. */
    record UpdateDraft(long id) implements PhotoOwner {}

    /** A report that has been sent. */
    record Report(long id) implements PhotoOwner {}

    /** Words about a report, a resident's or the authority's. */
    record Update(long id) implements PhotoOwner {}
}

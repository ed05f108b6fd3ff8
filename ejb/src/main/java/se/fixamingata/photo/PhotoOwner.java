package se.fixamingata.photo;

/** What a photo belongs to. */
public sealed interface PhotoOwner {

    /** The number within its table. */
    long id();

    /** A report being written; {@code id} is the draft's inner number, not its cookie. */
    record Draft(long id) implements PhotoOwner {}

    /** A report that has been sent. */
    record Report(long id) implements PhotoOwner {}
}

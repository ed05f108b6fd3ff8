package se.fixamingata.comment;

/** Where a comment stands, as far as the holder of a link from a confirmation mail is concerned. */
public sealed interface CommentState {

    /** The link is good and the comment waits for it. */
    record Waiting(String title, String text) implements CommentState {}

    /** Just now the comment has become public. */
    record Confirmed(long reportId, long updateId) implements CommentState {}

    /** It has been confirmed before. */
    record Already(long reportId, long updateId) implements CommentState {}

    /** The link was good once, but its time is over. */
    record Expired() implements CommentState {}

    /** No such link: wrong, cut by a mail program, replaced, or what it was about is gone or no longer public. */
    record Unknown() implements CommentState {}
}

package se.fixamingata.following;

import se.fixamingata.submission.FieldProblem;

/** What came of somebody's wish to follow a report. */
public sealed interface FollowResult {

    /**
     * A mail is on its way, with a link to press. Said of every address alike: whether it follows already is told in the mail, to its
     * owner alone.
     */
    record MailSent(String email) implements FollowResult {}

    /** Follows from now on, or did before. */
    record Following() implements FollowResult {}

    /** That is no address for a mail. */
    record InvalidAddress(FieldProblem problem) implements FollowResult {}

    /** So many mails went to that address within the hour that another has to wait. */
    record TooMany(int minutes) implements FollowResult {}

    /** No such report for strangers. */
    record NoReport() implements FollowResult {}
}

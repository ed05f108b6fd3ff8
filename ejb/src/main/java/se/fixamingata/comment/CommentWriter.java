package se.fixamingata.comment;

import se.fixamingata.report.Actor;

/**
 * Somebody who may write about a report, and what is known of them.
 *
 * @param author as whom: {@link Actor#REPORTER} or {@link Actor#RESIDENT}
 * @param accountId null for who is not signed in
 * @param name null when it is not known
 * @param email null when it is not known: then the form asks, and a mail has to be answered before anybody reads the comment
 */
public record CommentWriter(Actor author, Long accountId, String name, String email) {

    /** A stranger. */
    static final CommentWriter STRANGER = new CommentWriter(Actor.RESIDENT, null, null, null);

    /** Whether the address is proved, so that the comment is public at once. */
    public boolean isKnown() {
        return email != null;
    }

    public boolean isReporter() {
        return author == Actor.REPORTER;
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "CommentWriter[" + author + "]";
    }
}

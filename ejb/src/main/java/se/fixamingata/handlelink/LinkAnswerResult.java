package se.fixamingata.handlelink;

import se.fixamingata.handling.HandlingResult;

/** What became of an answer by link. */
public sealed interface LinkAnswerResult {

    /** The link worked; what came of the answer itself. */
    record Tried(HandlingResult result) implements LinkAnswerResult {}

    /** The link does not work, or no longer; nothing was written. */
    record Refused(HandleAccess access) implements LinkAnswerResult {}
}

package se.fixamingata.subscription;

import se.fixamingata.submission.FieldProblem;

/** What came of somebody's wish to watch an area. */
public sealed interface SubscribeResult {

    /** A mail is on its way, with a link to press. Said of every address alike, whether it is subscribed or not. */
    record MailSent(String email) implements SubscribeResult {}

    /** Is told from now on, or was before. */
    record Subscribed(long subscriptionId) implements SubscribeResult {}

    /** That is no address for a mail. */
    record InvalidAddress(FieldProblem problem) implements SubscribeResult {}

    /** So many mails went to that address within the hour that another has to wait. */
    record TooMany(int minutes) implements SubscribeResult {}

    /** Watches so many areas already that one has to be ended first. */
    record Full(int most) implements SubscribeResult {}
}

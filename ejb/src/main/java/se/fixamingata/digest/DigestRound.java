package se.fixamingata.digest;

import java.time.Instant;
import se.fixamingata.subscription.Frequency;

/**
 * The mails of one day or week.
 *
 * @param since what is told begins here
 * @param cutOff and ends before this moment
 * @param finished whether all of it has been planned
 */
public record DigestRound(Frequency frequency, Instant since, Instant cutOff, boolean finished) {}

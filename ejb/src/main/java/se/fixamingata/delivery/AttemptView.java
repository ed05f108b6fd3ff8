package se.fixamingata.delivery;

import java.time.Duration;
import java.time.Instant;
import se.fixamingata.sending.AttemptOutcome;

/**
 * One attempt to deliver, as everybody may read it: no addresses, no answers of other people's servers.
 *
 * @param at when it began
 * @param outcome how it ended; null while it is under way
 * @param took from beginning to answer; null while it is under way
 * @param resentAfterUnknown whether the attempt before it ended in {@link AttemptOutcome#UNKNOWN}, so that the authority may have
 *     got the report twice (with one and the same {@code Message-ID})
 */
public record AttemptView(Instant at, AttemptOutcome outcome, Duration took, boolean resentAfterUnknown) {}

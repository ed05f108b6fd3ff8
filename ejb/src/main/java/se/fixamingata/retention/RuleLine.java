package se.fixamingata.retention;

import java.time.Period;

/**
 * A rule as the operator sees it.
 *
 * @param going how many it would take; one more than {@link RetentionDesk#COUNTED} for more than that
 * @param last what it took last; null when nothing yet, and for rules that keep no count of their own
 */
public record RuleLine(RetentionRule rule, Period period, long going, RetentionTally.Taken last) {}

package se.fixamingata.web.report;

import java.time.Instant;

/**
 * One attempt to send the report, for the log on its page.
 *
 * @param authority to whom
 * @param outcome in words
 * @param seconds how long it took, "0,4 s"; empty while it is under way
 */
public record AttemptLine(Instant at, String authority, String outcome, String seconds) {}

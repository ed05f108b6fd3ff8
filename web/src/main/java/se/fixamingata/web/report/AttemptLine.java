package se.fixamingata.web.report;

import java.time.Instant;

/**
 * One attempt to send the report, for the log on its page.
 *
 * @param authority to whom
 * @param where by which way and to which address; null where that is nobody's business
 * @param outcome in words
 * @param answer what the other side said; null where that is nobody's business, and for none
 * @param seconds how long it took, "0,4 s"; empty while it is under way
 */
public record AttemptLine(Instant at, String authority, String where, String outcome, String answer, String seconds) {

    /** As everybody may read it. */
    public static AttemptLine open(Instant at, String authority, String outcome, String seconds) {
        return new AttemptLine(at, authority, null, outcome, null, seconds);
    }
}

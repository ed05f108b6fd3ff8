package se.fixamingata.operatordesk;

import java.time.Instant;
import se.fixamingata.shared.PageMark;

/**
 * A delivery in the operator's list.
 *
 * @param title of the report
 * @param recipient null while no address is known, or where none is needed
 * @param nextAt when it is tried next, or was due last
 * @param answer of the last attempt; null when there was none
 * @param leased whether it is just being sent
 */
public record DeliveryLine(
        long id,
        long reportId,
        String title,
        String authorityCode,
        String recipient,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        String answer,
        boolean leased) {

    /** Where the next page goes on. */
    public PageMark mark() {
        return new PageMark(nextAt, id);
    }
}

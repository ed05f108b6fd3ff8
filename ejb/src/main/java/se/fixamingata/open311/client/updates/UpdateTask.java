package se.fixamingata.open311.client.updates;

import java.time.Instant;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.wire.WireArguments;

/**
 * Words to be sent, apart from their row.
 *
 * @param number what the report is called there
 * @param silentAt when it was first handed over and nothing was heard; null for never
 * @param notFoundAt when it was first looked for in vain since it was last handed over; null for never
 * @param isDecided whether somebody has looked since, and wants it sent
 */
record UpdateTask(
        long deliveryId,
        long reportId,
        String number,
        Endpoint endpoint,
        WireArguments arguments,
        String text,
        Instant silentAt,
        Instant notFoundAt,
        boolean isDecided) {

    /** Never what somebody wrote. */
    @Override
    public String toString() {
        return "UpdateTask[" + deliveryId + "]";
    }
}

package se.fixamingata.open311.client.updates;

import java.time.Instant;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.wire.WireArguments;

/**
 * Words to be sent, apart from their row.
 *
 * @param number what the report is called there
 * @param handedOverAt when it was handed over before and nothing was heard; null for never
 */
record UpdateTask(
        long deliveryId,
        long reportId,
        String number,
        Endpoint endpoint,
        WireArguments arguments,
        String text,
        Instant handedOverAt) {

    /** Never what somebody wrote. */
    @Override
    public String toString() {
        return "UpdateTask[" + deliveryId + "]";
    }
}

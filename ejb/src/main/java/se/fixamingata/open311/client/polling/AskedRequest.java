package se.fixamingata.open311.client.polling;

import java.time.Instant;
import java.util.Arrays;

/**
 * One of our reports as it stood in their system when we last asked.
 *
 * @param number as they call it
 * @param status in their words; null before the first time
 * @param updatedAt by their clock; null when they do not say
 * @param notes SHA-256 of the status notes; null before the first time
 * @param open whether the report is open with us
 * @param since when it last changed there, or was sent
 */
record AskedRequest(
        long deliveryId,
        long reportId,
        String number,
        String status,
        Instant updatedAt,
        byte[] notes,
        boolean open,
        Instant since) {

    boolean isFirst() {
        return notes == null;
    }

    boolean saysTheSame(Said said) {
        return said.status().equalsIgnoreCase(status == null ? "" : status) && saysTheSameWords(said);
    }

    boolean saysTheSameWords(Said said) {
        return notes != null && Arrays.equals(notes, Said.hash(said.text()));
    }
}

package se.fixamingata.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.sending.QueueTable;

/** The rows of the queue, along indexes in which nobody looks at what somebody else is to send. */
record DeliveryRows(QueueTable<Delivery> table) {

    private static final String SERVERS = " and channel = 'OPEN311'";

    DeliveryRows(EntityManager em) {
        this(new QueueTable<>(em, Delivery.class));
    }

    /** Due letters that nobody holds, locked. */
    List<Delivery> letters(Instant now, int most) {
        return table.lockDue("delivery force index (ix_delivery_way)", " and channel = 'MAIL'", now, most);
    }

    /** Due reports to that authority's server that nobody holds, locked. */
    List<Delivery> ofServer(String authorityCode, Instant now, int most) {
        return table.lockDueOf(authorityCode, "delivery force index (ix_delivery_lane)", SERVERS, now, most);
    }

    /** The authorities whose servers something is to go to. */
    List<String> servers(Instant now) {
        return table.dueLanes(SERVERS, now);
    }

    Optional<Delivery> lock(long id) {
        return table.lock(id);
    }

    Map<String, Long> countByState() {
        return table.countByState(DeliveryState.values());
    }

    Optional<Instant> oldestDue() {
        return table.oldestDue();
    }
}

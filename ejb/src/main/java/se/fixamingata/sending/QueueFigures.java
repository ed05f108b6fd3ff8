package se.fixamingata.sending;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What can be said about rows that wait to leave the house. */
public interface QueueFigures {

    /** As it stands in figures: lower case, plural. */
    String name();

    /** How many rows stand in each state, by the state's name in lower case; every state is there, most with 0. One query. */
    Map<String, Long> countByState();

    /** When the row that has waited longest became due; empty when none is due. */
    Optional<Instant> oldestDue();
}

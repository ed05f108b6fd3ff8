package se.fixamingata.sending;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Rows that wait to leave the house. The worker works off every queue there is; two workers may do so at once. */
public interface SendingQueue {

    /** As it stands in figures: lower case, plural. */
    String name();

    /**
     * Leases due rows, tries each once and records how it went. Call without a transaction: it makes its own, short ones.
     *
     * @param owner this round's name, never used before
     * @param most how many rows at most
     * @return how many rows were leased; 0 means that nothing is due
     */
    int workOff(String owner, int most);

    /** How many rows stand in each state, by the state's name in lower case; every state is there, most with 0. One query. */
    Map<String, Long> countByState();

    /** When the row that has waited longest became due; empty when none is due. */
    Optional<Instant> oldestDue();
}

package se.fixamingata.sending;

import java.util.List;

/**
 * Rows that go to machines of many others. Each machine is a lane of its own, named by its authority's code: whoever is slow holds up
 * nobody but itself.
 */
public interface LaneQueue extends QueueFigures {

    /** The lanes in which something is due that nobody holds. One query. */
    List<String> dueLanes();

    /**
     * Leases due rows of that lane, tries each once and records how it went. Call without a transaction: it makes its own, short ones.
     *
     * @param owner this round's name, never used before
     * @param most how many rows at most
     * @return how many rows were leased; 0 means that nothing is due
     */
    int workOff(String lane, String owner, int most);
}

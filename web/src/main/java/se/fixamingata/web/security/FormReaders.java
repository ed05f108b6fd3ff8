package se.fixamingata.web.security;

import java.util.HashMap;
import java.util.Map;

/**
 * How many bodies are being read right now. The container reads with a request thread in hand, for as long as the sender takes, so that
 * as many slow senders as there are threads would stop every page. Some threads are therefore never theirs.
 */
final class FormReaders {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> reading = new HashMap<>();
    private int total;

    /**
     * @param most at the same time
     * @param mostOfOne of them from one client
     */
    FormReaders(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Whether that client may be read from now; then {@link #leave} follows. */
    synchronized boolean enter(String client) {
        if (total >= most || reading.getOrDefault(client, 0) >= mostOfOne) {
            return false;
        }
        total++;
        reading.merge(client, 1, Integer::sum);
        return true;
    }

    synchronized void leave(String client) {
        total--;
        reading.computeIfPresent(client, (who, count) -> count == 1 ? null : count - 1);
    }
}

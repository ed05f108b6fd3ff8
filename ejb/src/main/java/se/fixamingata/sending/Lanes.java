package se.fixamingata.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The places in which machines of others are spoken to, on this server. One machine has one place at a time; those that are known to be
 * slow never have more than half of all places, so that the quick ones always find one. A machine that has not been slow yet may be once,
 * for as long as one call may take.
 */
public final class Lanes {

    /** So long it is remembered. */
    private static final Duration REMEMBERED = Duration.ofMinutes(20);

    private final int places;
    private final Duration slow;
    private final Clock clock;
    private final Map<String, Instant> busy = new HashMap<>();
    private final Map<String, Instant> slowUntil = new HashMap<>();
    private final Map<String, Instant> left = new HashMap<>();

    /**
     * @param places how many are spoken to at once, at least 2
     * @param slow whose rows take longer than that on average
     */
    public Lanes(int places, Duration slow, Clock clock) {
        this.places = Math.max(2, places);
        this.slow = slow;
        this.clock = clock;
    }

    /** @return whether there is a place for it now; then it is to be left */
    public synchronized boolean enter(String lane) {
        if (busy.containsKey(lane) || busy.size() >= places || isSlow(lane) && slowOnes() >= places / 2) {
            return false;
        }
        busy.put(lane, clock.instant());
        return true;
    }

    private boolean isSlow(String lane) {
        Instant until = slowUntil.get(lane);
        return until != null && until.isAfter(clock.instant());
    }

    private long slowOnes() {
        return busy.keySet().stream().filter(this::isSlow).count();
    }

    /** So many rows of that lane took so long. */
    public synchronized void took(String lane, int rows, Duration time) {
        if (rows > 0 && time.dividedBy(rows).compareTo(slow) > 0) {
            slowUntil.put(lane, clock.instant().plus(REMEMBERED));
        }
    }

    /** Its place is free. */
    public synchronized void leave(String lane) {
        Instant since = busy.remove(lane);
        if (since != null) {
            left.put(lane, clock.instant());
        }
    }

    /** Whether everybody who may come in would find a place. */
    synchronized boolean hasRoom() {
        return busy.size() < places;
    }

    /** When it last had a place: who has waited longest comes first. */
    synchronized Instant lastServed(String lane) {
        return left.getOrDefault(lane, Instant.MIN);
    }
}

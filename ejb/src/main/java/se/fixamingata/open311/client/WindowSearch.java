package se.fixamingata.open311.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import se.fixamingata.open311.wire.WireNode;

/**
 * Looks for something in the list of a time. Servers cut their lists at some page's end without saying so, and few take a page's number;
 * so a list as long as a page is asked for again in halves of its time.
 */
public final class WindowSearch {

    /** The smallest page that is known has ten. */
    private static final int PAGE_MIN = 10;

    /** Pages are round. */
    private static final int PAGE_STEP = 5;

    private static final Duration SMALLEST = Duration.ofMinutes(1);
    private static final int CALLS = 40;

    /** With the last call well before a sender's lease ends. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final String kind;
    private final Predicate<WireNode> isIt;
    private final Clock clock;

    /**
     * What came of it.
     *
     * @param found empty for nothing there, as far as was seen
     * @param failed the answer that told nothing; empty when all could be asked
     * @param whole whether all of the list was seen: then what was not found is not there
     */
    public record Outcome(Optional<WireNode> found, Optional<WireAnswer> failed, boolean whole) {

        static Outcome found(WireNode it) {
            return new Outcome(Optional.of(it), Optional.empty(), true);
        }

        static Outcome failed(WireAnswer answer) {
            return new Outcome(Optional.empty(), Optional.of(answer), false);
        }

        static Outcome nothing(boolean whole) {
            return new Outcome(Optional.empty(), Optional.empty(), whole);
        }
    }

    private record Window(Instant from, Instant to) {}

    /**
     * What to look for.
     *
     * @param kind of the things in the list: {@code request}, {@code request_update}
     */
    public WindowSearch(String kind, Predicate<WireNode> isIt, Clock clock) {
        this.kind = kind;
        this.isIt = isIt;
        this.clock = clock;
    }

    /** @param ask the list from one moment to another */
    public Outcome search(Instant from, Instant to, BiFunction<Instant, Instant, WireAnswer> ask) {
        Instant end = clock.instant().plus(LONGEST);
        Deque<Window> open = new ArrayDeque<>(List.of(new Window(from, to)));
        boolean whole = true;
        for (int calls = 0; !open.isEmpty(); calls++) {
            if (calls == CALLS || clock.instant().isAfter(end)) {
                return Outcome.nothing(false);
            }
            Window window = open.pop();
            WireAnswer answer = ask.apply(window.from, window.to);
            if (!answer.isGood()) {
                return Outcome.failed(answer);
            }
            Optional<WireNode> found = in(answer);
            if (found.isPresent()) {
                return Outcome.found(found.get());
            }
            Duration half = Duration.between(window.from, window.to).dividedBy(2);
            if (mayBeCut(answer) && half.compareTo(SMALLEST) > 0) {
                Instant middle = window.from.plus(half);
                open.push(new Window(middle, window.to));
                open.push(new Window(window.from, middle));
            } else {
                whole &= !mayBeCut(answer);
            }
        }
        return Outcome.nothing(whole);
    }

    Optional<WireNode> in(WireAnswer answer) {
        return answer.node().items(kind).stream().filter(isIt).findFirst();
    }

    /** Whether there may be more than it shows. */
    boolean mayBeCut(WireAnswer answer) {
        return mayBeCut(answer.node().items(kind).size());
    }

    /** Whether a list of that length may be a page and not all. */
    public static boolean mayBeCut(int length) {
        return length >= PAGE_MIN && length % PAGE_STEP == 0;
    }
}

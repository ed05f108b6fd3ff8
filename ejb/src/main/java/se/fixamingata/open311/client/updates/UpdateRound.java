package se.fixamingata.open311.client.updates;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One round: at its end it is told to which authorities something went through, apart from the words' own transactions. For one thread. */
class UpdateRound implements AutoCloseable {

    private final Consumer<String> wentThrough;
    private final Set<String> reached = new TreeSet<>();

    UpdateRound(Consumer<String> wentThrough) {
        this.wentThrough = wentThrough;
    }

    void reached(String authorityCode) {
        reached.add(authorityCode);
    }

    @Override
    public void close() {
        reached.forEach(wentThrough);
    }
}

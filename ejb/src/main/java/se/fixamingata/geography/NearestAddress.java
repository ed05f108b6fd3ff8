package se.fixamingata.geography;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import se.fixamingata.position.Position;

/** What to call a point: the nearest address, else "nära" and the nearest place. */
@ApplicationScoped
public class NearestAddress {

    /** The words, in Swedish; empty far from everything. May ask Nominatim and take up to 5 s: never inside a transaction. */
    public Optional<String> at(Position position) {
        return Optional.empty();
    }
}

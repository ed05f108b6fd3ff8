package se.fixamingata.geography;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.position.Position;

/** What to call a point: the nearest address from Nominatim or from the data, else "nära" and the nearest place. */
@ApplicationScoped
public class NearestAddress {

    /** Beyond this a known house says nothing about the point. */
    private static final double SAME_HOUSE_METRES = 60;

    /** Beyond this a place is not near. */
    private static final double NEAR_METRES = 30_000;

    private record Index(PointIndex<Street> houses, PointIndex<Place> places) {}

    private Lazy<Index> index;
    private Nominatim nominatim;

    /** For the container. */
    protected NearestAddress() {}

    @Inject
    public NearestAddress(ReferenceData data, Nominatim nominatim) {
        this.index = new Lazy<>(() -> index(data.reference()));
        this.nominatim = nominatim;
    }

    private static Index index(Reference reference) {
        return new Index(
                new PointIndex<>(
                        reference.streets().stream()
                                .filter(street -> !street.number().isEmpty())
                                .toList(),
                        Street::position),
                new PointIndex<>(
                        reference.places().stream()
                                .filter(place -> place.trust() != Place.MISSPELT)
                                .toList(),
                        Place::position));
    }

    /**
     * The words, in Swedish, for example {@code Storgatan 5, Forshaga} or {@code nära Forshaga}; empty far from everything. May ask
     * Nominatim and take up to 5 s: never inside a transaction.
     */
    public Optional<String> at(Position position) {
        return geocoded(position).or(() -> fromData(position));
    }

    /** As {@link #at}, from the data alone and at once. */
    public Optional<String> known(Position position) {
        return fromData(position);
    }

    private Optional<String> fromData(Position position) {
        return index.get()
                .houses()
                .nearest(position, SAME_HOUSE_METRES)
                .map(house -> house.label() + ", " + house.locality())
                .or(() -> index.get().places().nearest(position, NEAR_METRES).map(place -> "nära " + place.name()));
    }

    private Optional<String> geocoded(Position position) {
        try {
            return nominatim
                    .reverse(position)
                    .filter(place -> !place.road().isEmpty())
                    .map(place -> place.title().orElseThrow() + (place.town().isEmpty() ? "" : ", " + place.town()));
        } catch (Nominatim.Down down) {
            // Logged where it happened; the data know something too.
            return Optional.empty();
        }
    }
}

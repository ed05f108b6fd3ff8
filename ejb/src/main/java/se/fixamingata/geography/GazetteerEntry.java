package se.fixamingata.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.fixamingata.position.Position;

/**
 * Something with a name that can be found.
 *
 * @param locality where a street lies, null for the rest
 * @param weight people: the more, the further up
 * @param misspelt the name has lost its å ä ö; it must never stand before one that has them
 */
record GazetteerEntry(
        String name,
        PlaceKind kind,
        Position position,
        int zoom,
        MunicipalityFacts municipality,
        String locality,
        int weight,
        boolean misspelt) {

    static GazetteerEntry of(Place place, MunicipalityFacts municipality) {
        int zoom = place.population() >= 50_000 ? 12 : place.population() >= 2_000 ? 13 : 14;
        return new GazetteerEntry(
                place.name(),
                PlaceKind.LOCALITY,
                place.position(),
                zoom,
                municipality,
                null,
                PlaceMerging.weight(place),
                place.trust() == Place.MISSPELT);
    }

    static GazetteerEntry of(MunicipalityFacts municipality) {
        int people = municipality.population() == null ? 0 : municipality.population();
        return new GazetteerEntry(
                municipality.name(),
                PlaceKind.MUNICIPALITY,
                municipality.centre(),
                10,
                municipality,
                null,
                people,
                false);
    }

    static GazetteerEntry of(Street street, MunicipalityFacts municipality) {
        boolean house = !street.number().isEmpty();
        return new GazetteerEntry(
                street.label(),
                house ? PlaceKind.ADDRESS : PlaceKind.STREET,
                street.position(),
                house ? 18 : 16,
                municipality,
                street.locality(),
                0,
                false);
    }

    PlaceHit hit() {
        return hit(null, null);
    }

    PlaceHit hit(String noteKey, String noteArgument) {
        return new PlaceHit(
                label(name, locality, municipality.area()),
                kind,
                position,
                zoom,
                municipality.code(),
                municipality.name(),
                municipality.county(),
                noteKey,
                noteArgument);
    }

    /** Name, locality, municipality and county, each once. */
    static String label(String name, String locality, Area area) {
        List<String> parts = new ArrayList<>();
        parts.add(name);
        if (locality != null && !locality.equals(name) && !locality.equals(area.name())) {
            parts.add(locality);
        }
        if (!Objects.equals(name, area.name())) {
            parts.add(area.name());
        }
        parts.add(area.county());
        return String.join(", ", parts);
    }
}

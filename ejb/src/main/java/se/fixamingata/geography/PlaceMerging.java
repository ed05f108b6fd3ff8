package se.fixamingata.geography;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows a place once, though several sources list it.
 *
 * <p>Two rows are the same place when name and municipality are equal and they lie within 5 km; a row that has lost its å ä ö is the
 * same as any row of that name in its municipality. The row of the better source stays, with the larger population only among
 * sources that count people alike.
 */
final class PlaceMerging {

    private static final double SAME_PLACE_METRES = 5_000;

    private PlaceMerging() {}

    /** The places that remain, largest first, better source first among equals, then by name. */
    static List<Place> merged(Collection<Place> rows) {
        Map<String, List<Place>> kept = new HashMap<>();
        List<Place> byTrust = new ArrayList<>(rows);
        byTrust.sort(Comparator.comparingInt(Place::trust).thenComparing(Place::population, Comparator.reverseOrder()));
        for (Place row : byTrust) {
            String key = row.municipalityCode() + Folding.folded(Folding.spelt(row.name()));
            List<Place> same = kept.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (same.stream().noneMatch(known -> isSame(known, row))) {
                same.add(row);
            }
        }
        return kept.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(PlaceMerging::weight)
                        .reversed()
                        .thenComparing(Place::trust)
                        .thenComparing(Place::name)
                        .thenComparing(Place::municipalityCode))
                .toList();
    }

    /** Populations of misspelt rows come from another time and another way of counting: they count for nothing. */
    static int weight(Place place) {
        return place.trust() == Place.MISSPELT ? 0 : place.population();
    }

    private static boolean isSame(Place known, Place row) {
        return row.trust() == Place.MISSPELT || known.position().metresTo(row.position()) <= SAME_PLACE_METRES;
    }
}

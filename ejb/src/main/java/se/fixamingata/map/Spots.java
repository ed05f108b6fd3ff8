package se.fixamingata.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.fixamingata.report.StatusGroup;

/** Several reports on one spot would lie exactly on top of each other: they become a cluster that no zoom parts. */
final class Spots {

    private Spots() {}

    /** The pins as features, newest first; those in one finest cell (about a metre) together. */
    static List<MapFeature> apart(Collection<TileReports.Pin> pins) {
        Map<Long, List<MapFeature.Single>> spots = new LinkedHashMap<>();
        pins.stream()
                .sorted(Comparator.comparingLong(
                                (TileReports.Pin pin) -> pin.single().id())
                        .reversed())
                .forEach(pin -> spots.computeIfAbsent(pin.cell(), spot -> new ArrayList<>())
                        .add(pin.single()));
        return spots.values().stream().map(Spots::feature).toList();
    }

    private static MapFeature feature(List<MapFeature.Single> spot) {
        if (spot.size() == 1) {
            return spot.get(0);
        }
        return new MapFeature.Cluster(
                spot.get(0).lat(),
                spot.get(0).lon(),
                spot.size(),
                count(spot, StatusGroup.OPEN),
                count(spot, StatusGroup.FIXED),
                null);
    }

    private static int count(List<MapFeature.Single> spot, StatusGroup group) {
        return (int) spot.stream().filter(pin -> pin.status().group() == group).count();
    }
}

package se.fixamingata.map;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;

/** A number for each coarse cell of the country that only grows, and grows with every change of a report in it. */
class MapVersions {

    /** Coarse enough for few rows (Sweden has some 60 cells), fine enough that Malmö does not spoil Umeå's caches. */
    static final int ZOOM = 8;

    private final EntityManager em;

    MapVersions(EntityManager em) {
        this.em = em;
    }

    /** The number of the tile: the sum of what it covers, or that of the coarse cell it lies in. */
    long of(MapCell tile) {
        MapCell coarse = tile.zoom() > ZOOM ? tile.parent(ZOOM) : tile;
        Object sum = em.createNativeQuery(
                        "select coalesce(sum(version), 0) from map_version where cell between ? and ?")
                .setParameter(1, coarse.first(ZOOM))
                .setParameter(2, coarse.last(ZOOM))
                .getSingleResult();
        return ((Number) sum).longValue();
    }

    /**
     * Raises the numbers of the coarse cells that hold these positions. Their rows stay locked until the transaction ends, taken in
     * ascending order by whoever comes: what goes on to count in the same coarse cells waits here and nowhere else.
     */
    void raise(Collection<Position> positions) {
        SortedSet<Long> cells = positions.stream()
                .map(position -> MapCell.at(position, ZOOM).number())
                .collect(Collectors.toCollection(TreeSet::new));
        for (Long cell : cells) {
            em.createNativeQuery("insert into map_version (cell, version) values (?, 1)"
                            + " on duplicate key update version = version + 1")
                    .setParameter(1, cell)
                    .executeUpdate();
        }
    }
}

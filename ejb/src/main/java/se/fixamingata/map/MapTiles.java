package se.fixamingata.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import se.fixamingata.position.MapCell;

/**
 * The reports of a tile: singly while they are few, else counted in a grid of 4 by 4 cells.
 *
 * <p>A cell is then 64 pixels wide on the screen: room for a ring with its count, and few enough rings that a phone draws a whole
 * screen of them at once. Coarse tiles are counted from {@code map_cell}, so that the whole country costs no more than a street.
 */
@ApplicationScoped
public class MapTiles {

    /** No tile holds more. */
    public static final int MOST_FEATURES = 200;

    /** The finest zoom that a client can be sent to so that a cluster parts. */
    public static final int FINEST_PARTING = 18;

    /** The finest tile there is. */
    public static final int FINEST_TILE = 20;

    /** The grid's cells are those of the zoom that is this much finer. */
    static final int GRID = 2;

    /** From here on a tile shows its reports singly if they are few. */
    static final int FIRST_SINGLE = 12;

    /** So few reports in a cell may be hard to find among all those that the filter leaves out. */
    private static final int RARE = 200;

    /** Raised when the same reports are told in another way, so that no cache keeps the old one. */
    private static final int FORM = 1;

    @Inject
    EntityManager em;

    protected MapTiles() {}

    /** For tests. */
    public MapTiles(EntityManager em) {
        this.em = em;
    }

    /**
     * Tells the tile's content apart from any earlier one without counting anything: the same text means the same features. Letters,
     * digits and hyphens only, fit for an ETag. Ask for it before the content, never after: a change in between is then seen next time.
     */
    public String version(MapCell tile, MapFilter filter) {
        long changes = new MapVersions(em).of(tile);
        return FORM + "-" + changes + "-" + Integer.toHexString((tile + filter.key()).hashCode());
    }

    /**
     * What the tile holds. Zoom 0 to {@value #FINEST_TILE}.
     *
     * @throws IllegalArgumentException when the tile is finer
     */
    public MapTile tile(MapCell tile, MapFilter filter) {
        if (tile.zoom() > FINEST_TILE) {
            throw new IllegalArgumentException("The finest tile is of zoom " + FINEST_TILE);
        }
        TileReports reports = new TileReports(em, tile, filter);
        if (tile.zoom() >= FIRST_SINGLE) {
            List<TileReports.Pin> pins = reports.first(MOST_FEATURES + 1);
            if (pins.size() <= MOST_FEATURES) {
                return new MapTile(tile, Spots.apart(pins));
            }
        }
        if (tile.zoom() + GRID > MapCounts.LEVELS.get(MapCounts.LEVELS.size() - 1)) {
            return new MapTile(tile, reports.features(reports.tallies(), Map.of()));
        }
        CountedCells counts = new CountedCells(em, tile, filter);
        List<Tally> tallies = counts.tallies();
        boolean rare = tallies.stream().anyMatch(tally -> tally.count() <= RARE);
        boolean narrow = rare && !filter.equals(MapFilter.ALL);
        return new MapTile(tile, reports.features(tallies, narrow ? counts.ranges() : Map.of()));
    }
}

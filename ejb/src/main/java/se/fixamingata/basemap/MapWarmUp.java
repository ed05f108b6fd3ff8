package se.fixamingata.basemap;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;

/**
 * Prepares shapes and names of every zoom right after the start, beside everything else, so that the first reader of a zoom does not
 * wait for it.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MapWarmUp {

    private static final long AFTER_MILLIS = 500;

    /** Where the map is opened most. */
    private static final List<Position> EXAMPLES = List.of(Position.of(59.338, 18.07), Position.of(59.53, 13.48));

    @Resource
    TimerService timers;

    @Inject
    BaseMap map;

    @PostConstruct
    void plan() {
        timers.createSingleActionTimer(AFTER_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    void warmUp() {
        for (int zoom = BaseMap.MIN_ZOOM; zoom <= BaseMap.MAX_ZOOM; zoom++) {
            for (Position place : EXAMPLES) {
                MapCell tile = MapCell.at(place, zoom);
                map.tile(zoom, tile.x(), tile.y(), 1, Theme.LIGHT);
            }
        }
    }
}

package se.fixamingata.inbox;

import java.util.List;
import se.fixamingata.map.MapFeature;
import se.fixamingata.position.BoundingBox;

/**
 * What the map beside an inbox shows.
 *
 * @param total how many reports that is
 * @param box what holds all of them; null when there are none
 */
public record InboxPins(long total, BoundingBox box, List<MapFeature> features) {

    public InboxPins {
        features = List.copyOf(features);
    }
}

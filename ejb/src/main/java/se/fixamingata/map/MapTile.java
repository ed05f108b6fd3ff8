package se.fixamingata.map;

import java.util.List;
import se.fixamingata.position.MapCell;

/** The reports of one tile under one filter: at most {@link MapTiles#MOST_FEATURES} features, each inside the tile. */
public record MapTile(MapCell tile, List<MapFeature> features) {}

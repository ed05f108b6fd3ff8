package se.fixamingata.geography;

import java.util.List;

/**
 * The answer to "which municipality is this?".
 *
 * @param area the municipality that holds the point
 * @param borderDistanceMetres metres from the point to the nearest border of that municipality
 * @param alternatives the neighbours within 200 m, nearest first: the resident may know better than the data
 * @param approximate whether the boundaries are only generalised ones
 */
public record Location(Area area, double borderDistanceMetres, List<Area> alternatives, boolean approximate) {

    public Location {
        alternatives = List.copyOf(alternatives);
    }
}

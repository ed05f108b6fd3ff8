package se.fixamingata.web.statistics;

import se.fixamingata.position.Position;
import se.fixamingata.statistics.reading.Area;

/**
 * What a page of figures is about, as people name it.
 *
 * @param name {@code Forshaga}, {@code Värmlands län}; empty for the country
 * @param path of its page
 * @param inAddress as a parameter: slug, county's code, or empty for the country
 * @param centre of the map that shows it
 * @param zoom of that map
 */
record Place(Area area, String name, String path, String inAddress, Position centre, int zoom) {

    boolean isCountry() {
        return area.equals(Area.COUNTRY);
    }

    boolean isMunicipality() {
        return area.isMunicipality();
    }

    /** The map with the reports of a category and of a status as they are now; empty for all. */
    String map(String status, String category) {
        return Query.of("/karta")
                .with("lat", Double.toString(centre.lat()))
                .with("lon", Double.toString(centre.lon()))
                .with("z", Integer.toString(zoom))
                .with("status", status)
                .with("category", category)
                .with("age", "alla")
                .toString();
    }
}

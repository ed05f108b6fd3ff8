package se.fixamingata.geography;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom to name for which file. A directory may say so itself in {@code attribution.tsv} (columns text, licence, url, map = yes or
 * no), as the built-in set does; without it the sources are named that files of these names come from.
 */
final class Attributions {

    private static final String OWN = "attribution.tsv";

    private record Known(String file, Attribution attribution) {}

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "huvudvagar.geojson",
                    new Attribution(
                            "© OpenStreetMap contributors",
                            "ODbL 1.0",
                            "https://www.openstreetmap.org/copyright",
                            true)),
            new Known(
                    "sjoar_hog.geojson",
                    new Attribution("© OpenMapTiles", "ODbL 1.0", "https://openmaptiles.org/", true)),
            new Known(
                    "kommuner.geojson",
                    new Attribution(
                            "Lantmäteriet, Data from Who's On First",
                            "CC0 1.0",
                            "https://whosonfirst.org/docs/licenses/",
                            true)),
            new Known(
                    "orter.tsv",
                    new Attribution("GeoNames.org", "CC BY 4.0", "https://www.geonames.org/about.html", true)),
            new Known(
                    "orter.tsv",
                    new Attribution("Quattroshapes", "CC BY 2.0", "https://whosonfirst.org/docs/licenses/", false)),
            new Known(
                    "orter.tsv",
                    new Attribution(
                            "svenska-stader, sphrak", "Apache 2.0", "https://github.com/sphrak/svenska-stader", false)),
            new Known(
                    "land_hog.geojson",
                    new Attribution(
                            "GSHHG 2.3.7, Wessel and Smith",
                            "LGPL 3",
                            "https://www.soest.hawaii.edu/pwessel/gshhg/",
                            false)),
            new Known(
                    "kommuner.tsv",
                    new Attribution("Statistiska centralbyrån", "CC0 1.0", "https://www.scb.se/", false)));

    private Attributions() {}

    static List<Attribution> of(GeodataSource source) {
        List<Attribution> attributions = new ArrayList<>();
        TsvTable.readIfPresent(
                source,
                OWN,
                row -> attributions.add(new Attribution(
                        row.text("text"),
                        row.text("licence"),
                        row.text("url"),
                        row.text("map").equals("yes"))));
        if (attributions.isEmpty()) {
            KNOWN.stream()
                    .filter(known -> isThere(source, known.file()))
                    .map(Known::attribution)
                    .forEach(attributions::add);
        }
        return List.copyOf(attributions);
    }

    private static boolean isThere(GeodataSource source, String file) {
        try (InputStream in = source.open(file).orElse(null)) {
            return in != null;
        } catch (IOException e) {
            throw new GeodataException("Reference data: " + source.nameOf(file) + " cannot be closed.", e);
        }
    }
}

package se.fixamingata.geography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/** Reads the tables and the boundaries, and holds them against each other: what one file names, the other must know. */
final class ReferenceReader {

    private static final String MUNICIPALITIES = "kommuner.tsv";
    private static final String BOUNDARIES = "kommuner.geojson";
    private static final String PLACES = "orter.tsv";
    private static final String POSTCODES = "postnummer.tsv";
    private static final String STREETS = "stockholm_gator.tsv";
    private static final String ADDRESSES = "stockholm_adresser.tsv";

    private final GeodataSource source;
    private final Map<String, MunicipalityRow> municipalities = new TreeMap<>();

    private ReferenceReader(GeodataSource source) {
        this.source = source;
    }

    /** @throws GeodataException with file, line and what to do */
    static Reference read(GeodataSource source) {
        return new ReferenceReader(source).read();
    }

    private Reference read() {
        readMunicipalities();
        return new Reference(
                municipalities,
                boundaries(),
                places(),
                postcodes(),
                streets(),
                foreignLand(),
                Attributions.of(source),
                source.isApproximate());
    }

    private void readMunicipalities() {
        List<TsvTable.Row> rows = new ArrayList<>();
        TsvTable.read(source, MUNICIPALITIES, rows::add);
        Map<String, Long> slugs = new HashMap<>();
        rows.forEach(row -> slugs.merge(Slugs.of(row.text("kommunnamn")), 1L, Long::sum));
        for (TsvTable.Row row : rows) {
            String code = row.text("kommunkod");
            String name = row.text("kommunnamn");
            String county = row.text("lan");
            boolean ownSlug = slugs.get(Slugs.of(name)) == 1 || Slugs.isPlain(name);
            MunicipalityFacts facts = new MunicipalityFacts(
                    code,
                    name,
                    ownSlug ? Slugs.of(name) : Slugs.of(name, county),
                    row.text("lanskod"),
                    county,
                    row.count("folkmangd_2024"),
                    row.position());
            if (!code.matches("[0-9]{4}")
                    || municipalities.put(code, new MunicipalityRow(facts, row.text("storsta_ort"))) != null) {
                throw row.wrong("kommunkod", "is not four digits, or stands there twice: " + code);
            }
        }
        if (municipalities.isEmpty()) {
            throw new GeodataException(
                    "Reference data: " + source.nameOf(MUNICIPALITIES) + " has no rows. Fetch the file again.");
        }
    }

    private List<Shapes.AreaShape> boundaries() {
        List<Shapes.AreaShape> boundaries = new ArrayList<>();
        GeoJsonReader.read(source, BOUNDARIES, (geometry, properties) -> {
            MunicipalityRow known = municipalities.get(properties.get("kommunkod"));
            if (known == null) {
                throw new IllegalArgumentException(
                        "municipality " + properties.get("kommunkod") + " is not in " + MUNICIPALITIES);
            }
            boundaries.add(
                    new Shapes.AreaShape(known.facts().code(), known.facts().name(), geometry));
        });
        Set<String> without = new HashSet<>(municipalities.keySet());
        boundaries.forEach(boundary -> without.remove(boundary.code()));
        if (!without.isEmpty()) {
            throw new GeodataException("Reference data: " + source.nameOf(BOUNDARIES) + " has no boundary for "
                    + without + ". Fetch the file again.");
        }
        boundaries.sort(Comparator.comparing(Shapes.AreaShape::code));
        return List.copyOf(boundaries);
    }

    private List<Place> places() {
        List<Place> rows = new ArrayList<>();
        TsvTable.read(source, PLACES, row -> {
            Integer population = row.count("befolkning");
            rows.add(new Place(
                    row.text("namn"),
                    row.position(),
                    population == null ? 0 : population,
                    municipality(row),
                    Place.trustIn(row.text("kalla"))));
        });
        return PlaceMerging.merged(rows);
    }

    private List<Postcode> postcodes() {
        List<Postcode> postcodes = new ArrayList<>();
        TsvTable.readIfPresent(source, POSTCODES, row -> {
            String digits = row.text("postnummer");
            if (!digits.matches("[0-9]{5}")) {
                throw row.wrong("postnummer", "is not five digits: " + digits);
            }
            String code = municipality(row);
            boolean atCentre = row.text("precision").equals("kommun");
            postcodes.add(new Postcode(digits, row.text("ort"), row.position(), code, atCentre));
        });
        postcodes.sort(Comparator.comparing(Postcode::digits));
        return List.copyOf(postcodes);
    }

    private List<Street> streets() {
        List<Street> streets = new ArrayList<>();
        TsvTable.readIfPresent(source, STREETS, row -> {
            String code = municipality(row);
            String town = municipalities.get(code).seat();
            streets.add(new Street(row.text("gata"), "", town, row.position(), code));
        });
        TsvTable.readIfPresent(
                source,
                ADDRESSES,
                row -> streets.add(new Street(
                        row.text("gata"), row.text("nummer"), row.text("ort"), row.position(), municipality(row))));
        return List.copyOf(streets);
    }

    /** Only needed where the boundaries end at the shore. */
    private List<Geometry> foreignLand() {
        List<Geometry> land = new ArrayList<>();
        if (source.isApproximate()) {
            GeoJsonReader.read(source, "grannlander.geojson", (geometry, properties) -> land.add(geometry));
        }
        return List.copyOf(land);
    }

    private String municipality(TsvTable.Row row) {
        String code = row.text("kommunkod");
        if (!municipalities.containsKey(code)) {
            throw row.wrong("kommunkod", "names a municipality that is not in " + MUNICIPALITIES + ": " + code);
        }
        return code;
    }
}

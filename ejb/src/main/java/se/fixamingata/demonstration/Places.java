package se.fixamingata.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.Locality;
import se.fixamingata.geography.Shapes;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;

/** Real places: street corners of central Stockholm, spots in and around towns. */
final class Places {

    /** Where the map is detailed. */
    static final BoundingBox CENTRAL_STOCKHOLM = new BoundingBox(59.3343, 18.0602, 59.3422, 18.0807);

    private static final int TOWN = 1_500;
    private static final int TRIES = 40;
    private static final double DEGREE_METRES = 111_195;

    private final Boundaries boundaries;
    private final Predicate<Position> dryLand;
    private final List<Locality> localities;
    private final List<Shapes.Detailed> streets;

    /** A place with its municipality, and the words for it. */
    record Spot(Position position, String municipalityCode, String address) {}

    Places(Shapes shapes, Boundaries boundaries, Predicate<Position> dryLand) {
        this.boundaries = boundaries;
        this.dryLand = dryLand;
        this.localities = shapes.localities();
        this.streets = shapes.townDetail().stream()
                .filter(detail -> detail.name() != null && "highway".equals(detail.kind()))
                .filter(detail -> detail.geometry() instanceof LineString)
                .toList();
    }

    /** On a street of central Stockholm; anywhere in it when no streets are known. */
    Spot centralStockholm(RandomGenerator random) {
        for (int i = 0; i < TRIES && !streets.isEmpty(); i++) {
            Shapes.Detailed street = streets.get(random.nextInt(streets.size()));
            Coordinate[] line = street.geometry().getCoordinates();
            Coordinate corner = line[random.nextInt(line.length)];
            Position position = Position.of(corner.y, corner.x);
            if (CENTRAL_STOCKHOLM.contains(position)) {
                return new Spot(position, "0180", street.name() + ", Stockholm");
            }
        }
        BoundingBox box = CENTRAL_STOCKHOLM;
        Position position = Position.of(
                box.south() + random.nextDouble() * (box.north() - box.south()),
                box.west() + random.nextDouble() * (box.east() - box.west()));
        return new Spot(position, "0180", "nära Stockholm");
    }

    /** In that municipality, most often in its larger places. */
    Spot in(String municipalityCode, RandomGenerator random) {
        List<Locality> here = localities.stream()
                .filter(place -> place.municipalityCode().equals(municipalityCode))
                .filter(place -> place.population() > 0)
                .toList();
        return around(weighted(here, random), random);
    }

    /** Towns all over the country, drawn by population; the filter says where. */
    List<Spot> country(int count, Predicate<String> municipality, RandomGenerator random) {
        List<Locality> towns = localities.stream()
                .filter(place -> place.population() >= TOWN && municipality.test(place.municipalityCode()))
                .toList();
        List<Spot> spots = new ArrayList<>();
        while (spots.size() < count) {
            spots.add(around(weighted(towns, random), random));
        }
        return spots;
    }

    /** A few steps from another place, in the same municipality. */
    Position beside(Position position, String municipalityCode, RandomGenerator random) {
        return spread(position, 45, municipalityCode, random).orElse(position);
    }

    private Spot around(Locality place, RandomGenerator random) {
        double metres = Math.min(2_500, 120 + 9 * Math.sqrt(place.population()));
        Position position = spread(place.position(), metres, place.municipalityCode(), random)
                .orElse(place.position());
        return new Spot(position, place.municipalityCode(), "nära " + place.name());
    }

    private Optional<Position> spread(Position middle, double metres, String municipalityCode, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            double distance = metres * Math.sqrt(random.nextDouble());
            double direction = 2 * Math.PI * random.nextDouble();
            double lat = middle.lat() + distance * Math.cos(direction) / DEGREE_METRES;
            double lon = middle.lon()
                    + distance * Math.sin(direction) / (DEGREE_METRES * Math.cos(Math.toRadians(middle.lat())));
            Position spot = Position.of(lat, lon);
            boolean here = boundaries
                    .locate(spot)
                    .filter(location -> location.area().code().equals(municipalityCode))
                    .isPresent();
            if (here && dryLand.test(spot)) {
                return Optional.of(spot);
            }
        }
        return Optional.empty();
    }

    /** By the root of the population: the large ones lead, and the small ones are there. */
    private static Locality weighted(List<Locality> places, RandomGenerator random) {
        double all = places.stream().mapToDouble(Places::weight).sum();
        double left = random.nextDouble() * all;
        for (Locality place : places) {
            left -= weight(place);
            if (left < 0) {
                return place;
            }
        }
        return places.get(places.size() - 1);
    }

    private static double weight(Locality place) {
        return Math.pow(place.population(), 0.7);
    }
}

package se.fixamingata.geography;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The layers of the reference data, each read from its file when it is first drawn: a server that draws nothing holds nothing. */
@ApplicationScoped
public class ReferenceShapes implements Shapes {

    private static final Map<Detail, List<String>> LAND = Map.of(
            Detail.HIGH, List.of("land_hog.geojson", "land_mellan.geojson", "land_lag.geojson"),
            Detail.MEDIUM, List.of("land_mellan.geojson", "land_hog.geojson", "land_lag.geojson"),
            Detail.LOW, List.of("land_lag.geojson", "land_mellan.geojson", "land_hog.geojson"));
    private static final Map<Detail, List<String>> LAKES = Map.of(
            Detail.HIGH, List.of("sjoar_hog.geojson", "sjoar_lag.geojson"),
            Detail.MEDIUM, List.of("sjoar_hog.geojson", "sjoar_lag.geojson"),
            Detail.LOW, List.of("sjoar_lag.geojson", "sjoar_hog.geojson"));

    private ReferenceData data;
    private final Map<String, Lazy<List<?>>> layers = new ConcurrentHashMap<>();

    /** For the container. */
    protected ReferenceShapes() {}

    @Inject
    public ReferenceShapes(ReferenceData data) {
        this.data = data;
    }

    @Override
    public List<Polygon> land(Detail detail) {
        return polygons(LAND.get(detail));
    }

    @Override
    public List<Polygon> lakes(Detail detail) {
        return polygons(LAKES.get(detail));
    }

    @Override
    public List<Road> roads() {
        return layer("huvudvagar.geojson", file -> {
            List<Road> roads = new ArrayList<>();
            GeoJsonReader.readIfPresent(data.source(), file, (geometry, properties) -> {
                RoadClass roadClass =
                        RoadClass.valueOf(properties.getOrDefault("class", "").toUpperCase(Locale.ROOT));
                for (LineString line : parts(geometry, LineString.class)) {
                    roads.add(new Road(roadClass, properties.get("ref"), line));
                }
            });
            return roads;
        });
    }

    @Override
    public List<AreaShape> municipalities(Detail detail) {
        if (detail == Detail.HIGH) {
            return data.reference().boundaries();
        }
        List<AreaShape> generalised = areas("kommuner_overview.geojson", "kommunkod", "kommunnamn");
        return generalised.isEmpty() ? data.reference().boundaries() : generalised;
    }

    @Override
    public List<AreaShape> counties() {
        return areas("lan_overview.geojson", "lanskod", "lan");
    }

    @Override
    public List<LineString> nationalBorders() {
        return layer("riksgrans.geojson", file -> parts(file, LineString.class));
    }

    @Override
    public List<Polygon> urbanAreas() {
        return polygons(List.of("tatort_ytor.geojson"));
    }

    @Override
    public List<Detailed> townDetail() {
        return layer("stockholm_detalj.geojson", file -> {
            List<Detailed> detail = new ArrayList<>();
            GeoJsonReader.readIfPresent(
                    data.source(),
                    file,
                    (geometry, properties) -> detail.add(new Detailed(
                            properties.getOrDefault("kind", ""),
                            properties.get("highway"),
                            properties.get("name"),
                            geometry)));
            return detail;
        });
    }

    @Override
    public List<Locality> localities() {
        return layer("orter", name -> {
            List<Locality> localities = new ArrayList<>();
            for (Place place : data.reference().places()) {
                localities.add(new Locality(
                        place.name(),
                        place.position(),
                        PlaceMerging.weight(place),
                        localities.size(),
                        place.municipalityCode()));
            }
            return localities;
        });
    }

    private List<Polygon> polygons(List<String> filesInOrder) {
        for (String file : filesInOrder) {
            List<Polygon> polygons = layer(file, name -> parts(name, Polygon.class));
            if (!polygons.isEmpty()) {
                return polygons;
            }
        }
        return List.of();
    }

    private List<AreaShape> areas(String file, String code, String name) {
        return layer(file, from -> {
            List<AreaShape> areas = new ArrayList<>();
            GeoJsonReader.readIfPresent(
                    data.source(),
                    from,
                    (geometry, properties) ->
                            areas.add(new AreaShape(properties.get(code), properties.get(name), geometry)));
            return areas;
        });
    }

    private <G extends Geometry> List<G> parts(String file, Class<G> type) {
        List<G> parts = new ArrayList<>();
        GeoJsonReader.readIfPresent(data.source(), file, (geometry, properties) -> parts.addAll(parts(geometry, type)));
        return parts;
    }

    private static <G extends Geometry> List<G> parts(Geometry geometry, Class<G> type) {
        List<G> parts = new ArrayList<>(geometry.getNumGeometries());
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(type.cast(geometry.getGeometryN(i)));
        }
        return parts;
    }

    /** The layer of that name; the same name always has the same type, so the cast cannot fail. */
    @SuppressWarnings("unchecked")
    private <T> List<T> layer(String name, Function<String, List<T>> reader) {
        return (List<T>) layers.computeIfAbsent(name, key -> new Lazy<>(() -> List.copyOf(reader.apply(key))))
                .get();
    }
}

package se.fixamingata.basemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Point;
import se.fixamingata.basemap.Label.Dot;
import se.fixamingata.basemap.TownDetail.NamedStreet;
import se.fixamingata.basemap.Waters.Name;
import se.fixamingata.geography.Locality;
import se.fixamingata.geography.Shapes.AreaShape;
import se.fixamingata.geography.Shapes.Road;

/** Decides which names a zoom shows, how large, and in which order they may take their ground. Same data, same plan. */
final class Cartographer {

    /** The fewest people a place needs to be named, by zoom from 4; further in, every place may be. */
    private static final int[] FEWEST = {55_000, 30_000, 18_000, 7_000, 2_500, 900, 300, 80, 0};

    /** Up to here towns have a dot with the name beside it, then the name stands in the middle of the place. */
    private static final int LAST_WITH_DOTS = 8;
    /** Two places of one name this near (degrees of latitude) are one place out of two sources. */
    private static final double SAME_PLACE = 0.12;
    /** World pixels between two shields of one road. */
    private static final double SHIELD_DISTANCE = 260;
    /** World pixels between two settings of one street's name. */
    private static final double STREET_NAME_DISTANCE = 320;

    /** The two carriageways of a street are one street: its name is not set twice within so many world pixels. */
    private static final double SAME_STREET = 220;

    private final MapData data;
    private final List<Locality> places;

    Cartographer(MapData data) {
        this.data = data;
        this.places = distinct(data.localities);
    }

    LabelPlan plan(int zoom) {
        LabelPlan plan = new LabelPlan();
        names(Waters.NEIGHBOURS, Ink.REGION, zoom, plan);
        if (zoom <= LAST_WITH_DOTS) {
            places(zoom, plan, 100_000);
            names(Waters.WATERS, Ink.WATER, zoom, plan);
            places(zoom, plan, 0);
        } else {
            names(Waters.WATERS, Ink.WATER, zoom, plan);
            if (zoom >= 15) {
                streets(zoom, plan);
            }
            places(zoom, plan, 0);
        }
        if (zoom >= 7) {
            shields(zoom, plan);
        }
        if (zoom >= 10 && zoom <= 13) {
            areas(data.municipalities, " kommun", zoom, plan);
        } else if (zoom >= 7 && zoom <= 8) {
            areas(data.counties, "", zoom, plan);
        }
        return plan.finish();
    }

    private void names(List<Name> names, Ink ink, int zoom, LabelPlan plan) {
        for (Name name : names) {
            if (zoom >= name.from() && zoom <= name.to()) {
                double size = name.size() + Math.min(3, zoom - name.from());
                plan.place(centred(name.text(), ink, size, name.lat(), name.lon(), zoom), 4);
            }
        }
    }

    private void places(int zoom, LabelPlan plan, int atLeast) {
        int fewest = FEWEST[Math.max(0, Math.min(FEWEST.length - 1, zoom - 4))];
        double air = zoom <= 6 ? 4 : zoom <= LAST_WITH_DOTS ? 7 : zoom <= 11 ? 9 : 14;
        for (Locality place : places) {
            if (place.population() < Math.max(fewest, atLeast)
                    || atLeast == 0 && place.population() >= 100_000 && zoom <= LAST_WITH_DOTS) {
                continue;
            }
            Ink ink = place.population() >= 20_000 ? Ink.CITY : place.population() >= 200 ? Ink.PLACE : Ink.QUIET;
            double size = size(place.population(), zoom);
            double lat = place.position().lat();
            double lon = place.position().lon();
            if (zoom <= LAST_WITH_DOTS) {
                besideDot(place.name(), ink, size, lat, lon, zoom, plan, air);
            } else {
                plan.place(centred(place.name(), ink, size, lat, lon, zoom), air);
            }
        }
    }

    private static double size(int population, int zoom) {
        double closer = Math.max(0, Math.min(3, (zoom - 8) * 0.75));
        if (population >= 200_000) {
            return 14 + closer + (zoom >= 10 ? 3 : 0);
        }
        if (population >= 50_000) {
            return 13 + closer + (zoom >= 10 ? 2 : 0);
        }
        if (population >= 15_000) {
            return 12.5 + closer;
        }
        return population >= 2_000 ? 12 + closer * 0.8 : 11.5 + closer * 0.5;
    }

    private static void besideDot(
            String text, Ink ink, double size, double lat, double lon, int zoom, LabelPlan plan, double air) {
        double x = Mercator.x(lon) * Mercator.pixels(zoom);
        double y = Mercator.y(lat) * Mercator.pixels(zoom);
        Dot dot = new Dot(x, y, ink == Ink.CITY ? 2.6 : 2);
        double aside = Label.width(text, ink, size) / 2 + dot.radius() + 4;
        double above = size * 0.6 + dot.radius() + 1;
        double[][] offsets = {{aside, 0}, {-aside, 0}, {0, -above}, {0, above}};
        for (double[] offset : offsets) {
            if (plan.place(Label.beside(text, ink, size, x + offset[0], y + offset[1], dot), air)) {
                return;
            }
        }
    }

    private void streets(int zoom, LabelPlan plan) {
        double size = zoom >= 17 ? 13 : zoom == 16 ? 12 : 11;
        Map<String, List<double[]>> set = new HashMap<>();
        for (NamedStreet street : data.town.namedStreets) {
            if (zoom == 15 && street.street().compareTo(TownDetail.Street.STREET) < 0) {
                continue;
            }
            double length = StreetLettering.length(street.line(), Mercator.pixels(zoom));
            int times = Math.max(1, (int) (length / STREET_NAME_DISTANCE));
            for (int i = 0; i < times; i++) {
                double middle = length * (2 * i + 1) / (2 * times);
                double[] spot = StreetLettering.at(street.line(), Mercator.pixels(zoom), middle);
                List<double[]> same = set.computeIfAbsent(street.name(), n -> new ArrayList<>());
                boolean repeats = same.stream()
                        .anyMatch(other -> Math.hypot(other[0] - spot[0], other[1] - spot[1]) < SAME_STREET);
                if (!repeats
                        && StreetLettering.along(street.line(), zoom, street.name(), Ink.STREET, size, middle)
                                .filter(label -> plan.place(label, 3))
                                .isPresent()) {
                    same.add(spot);
                }
            }
        }
        if (zoom >= 16) {
            for (TownDetail.Named green : data.town.namedGreens) {
                double pixels = Mercator.pixels(zoom);
                plan.place(Label.centred(green.name(), Ink.GREEN, size, green.x() * pixels, green.y() * pixels), 4);
            }
        }
    }

    private void shields(int zoom, LabelPlan plan) {
        double pixels = Mercator.pixels(zoom);
        Map<String, Double> walked = new HashMap<>();
        for (Road road : data.numberedRoads) {
            Strand line = Strand.line(road.line().getCoordinates());
            double length = StreetLettering.length(line, pixels);
            double next = SHIELD_DISTANCE / 2 - walked.getOrDefault(road.ref(), 0.0);
            for (double at = Math.max(0, next); at < length; at += SHIELD_DISTANCE) {
                double[] spot = StreetLettering.at(line, pixels, at);
                shield(road.ref(), spot[0], spot[1], plan);
            }
            walked.merge(road.ref(), length, (a, b) -> (a + b) % SHIELD_DISTANCE);
        }
    }

    private static void shield(String refs, double x, double y, LabelPlan plan) {
        double at = x;
        for (String ref : refs.split(";")) {
            String number = ref.strip();
            Ink ink = number.startsWith("E") ? Ink.EUROPEAN_ROAD : Ink.NATIONAL_ROAD;
            Label label = Label.centred(number, ink, 10.5, at, y);
            if (!plan.place(label, 10)) {
                return;
            }
            at += label.extent().getWidth() + 22;
        }
    }

    private static void areas(List<AreaShape> areas, String suffix, int zoom, LabelPlan plan) {
        for (AreaShape area : areas) {
            Point inside = area.geometry().getInteriorPoint();
            String text = (area.name() + suffix).toUpperCase(Locale.ROOT);
            plan.place(centred(text, Ink.REGION, zoom >= 12 ? 11.5 : 10.5, inside.getY(), inside.getX(), zoom), 6);
        }
    }

    private static Label centred(String text, Ink ink, double size, double lat, double lon, int zoom) {
        double pixels = Mercator.pixels(zoom);
        return Label.centred(text, ink, size, Mercator.x(lon) * pixels, Mercator.y(lat) * pixels);
    }

    private static List<Locality> distinct(List<Locality> localities) {
        List<Locality> kept = new ArrayList<>();
        Map<String, List<Locality>> byName = new HashMap<>();
        Set<String> spots = new HashSet<>();
        for (Locality place : localities) {
            List<Locality> same = byName.computeIfAbsent(place.name().toLowerCase(Locale.ROOT), n -> new ArrayList<>());
            boolean known = same.stream().anyMatch(other -> isNear(other, place));
            if (!known && spots.add(place.position().toString())) {
                same.add(place);
                kept.add(place);
            }
        }
        return kept;
    }

    private static boolean isNear(Locality a, Locality b) {
        return Math.abs(a.position().lat() - b.position().lat()) < SAME_PLACE
                && Math.abs(a.position().lon() - b.position().lon()) < 2 * SAME_PLACE;
    }
}

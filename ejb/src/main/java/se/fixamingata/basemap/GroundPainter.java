package se.fixamingata.basemap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import se.fixamingata.basemap.BorderNet.Rank;
import se.fixamingata.basemap.TownDetail.Street;
import se.fixamingata.geography.Shapes.RoadClass;

/** Draws everything but the letters: water, land, towns, borders, roads, streets. */
final class GroundPainter {

    /** Stroke widths of motorways in world pixels, by zoom from 4 to 18. */
    private static final double[] MOTORWAY = {0.8, 1, 1.3, 1.8, 2.2, 2.6, 3.2, 4, 5, 6, 7, 9, 11, 14, 18};

    private static final List<RoadClass> LESSER_FIRST = List.of(RoadClass.PRIMARY, RoadClass.TRUNK, RoadClass.MOTORWAY);
    private static final int CASINGS_FROM = 8;
    private static final int SEA_BORDERS_FROM = 9;
    /** From here on a screen may hold nothing else. */
    private static final int DOTS_FROM = 12;
    /** World pixels between the dots on ground without streets. */
    private static final double DOTS = 32;

    /** Widths of streets in world pixels at zoom 14 to 18, in the order of {@link Street}. */
    private static final double[][] STREETS = {
        {0, 0, 1, 1.3, 1.6}, {0.8, 2, 3.5, 6, 9}, {1.8, 4, 7, 12, 18}, {2.6, 5.5, 9, 15, 22}, {3.4, 7, 11, 18, 26}
    };

    private final MapData data;

    GroundPainter(MapData data) {
        this.data = data;
    }

    void paint(Graphics2D g, Frame frame, Palette palette) {
        g.setColor(palette.water());
        g.fill(new Rectangle2D.Double(0, 0, frame.width() * frame.scale(), frame.height() * frame.scale()));
        Path2D land = data.coast.land(frame.zoom()).path(frame);
        g.setColor(palette.land());
        g.fill(land);
        paintBuiltUp(g, land, frame, palette);
        paintAbroad(g, frame, palette);
        stroke(
                g,
                data.coast.shore(frame.zoom()).path(frame),
                palette.shore(),
                shoreWidth(frame.zoom()) * frame.scale());
        paintLakes(g, frame, palette);
        paintDots(g, frame, palette);
        paintGreens(g, frame, palette);
        paintBorders(g, frame, palette);
        paintRoads(g, frame, palette);
        paintStreets(g, frame, palette);
    }

    /** Towns, on land only: the clip's hard edge lies under the shore's stroke. */
    private void paintBuiltUp(Graphics2D g, Path2D land, Frame frame, Palette palette) {
        if (frame.zoom() < 6) {
            return;
        }
        Shape before = g.getClip();
        g.clip(land);
        g.setColor(palette.town());
        g.fill(data.towns.path(frame));
        if (frame.zoom() >= BuiltUp.FROM) {
            data.builtUp.paint(g, frame, palette.town());
        }
        g.setClip(before);
    }

    /** Where streets would be and are not, a quiet pattern says that the map goes on. */
    private void paintDots(Graphics2D g, Frame frame, Palette palette) {
        if (frame.zoom() < DOTS_FROM) {
            return;
        }
        double pixels = Mercator.pixels(frame.zoom());
        double r = 0.9 * frame.scale();
        g.setColor(palette.streetCasing());
        for (double y = Math.floor(frame.top() / DOTS) * DOTS; y <= frame.top() + frame.height() + 1; y += DOTS) {
            for (double x = Math.floor(frame.left() / DOTS) * DOTS; x <= frame.left() + frame.width() + 1; x += DOTS) {
                if (data.isBareLand(frame.zoom(), x / pixels, y / pixels)) {
                    double dx = (x - frame.left()) * frame.scale();
                    double dy = (y - frame.top()) * frame.scale();
                    g.fill(new Ellipse2D.Double(dx - r, dy - r, 2 * r, 2 * r));
                }
            }
        }
    }

    /** Paler land outside the country's own ground, so that the eye stays in it. */
    private void paintAbroad(Graphics2D g, Frame frame, Palette palette) {
        if (data.sweden.isEmpty()) {
            return;
        }
        Path2D outside = data.sweden.path(frame);
        double w = (frame.width() + 2.0 * Frame.MARGIN) * frame.scale();
        double h = (frame.height() + 2.0 * Frame.MARGIN) * frame.scale();
        double edge = -Frame.MARGIN * (double) frame.scale();
        // Turned against the areas: inside them the turns add up to nothing, and nothing is painted there.
        outside.moveTo(edge, edge);
        outside.lineTo(edge, edge + h);
        outside.lineTo(edge + w, edge + h);
        outside.lineTo(edge + w, edge);
        outside.closePath();
        g.setColor(palette.abroad());
        g.fill(outside);
    }

    private void paintLakes(Graphics2D g, Frame frame, Palette palette) {
        Path2D lakes = data.lakes(frame.zoom()).path(frame);
        g.setColor(palette.water());
        g.fill(lakes);
        stroke(g, lakes, palette.shore(), shoreWidth(frame.zoom()) * frame.scale());
    }

    private static double shoreWidth(int zoom) {
        return zoom <= 5 ? 0.5 : zoom <= 8 ? 0.7 : 1;
    }

    private void paintBorders(Graphics2D g, Frame frame, Palette palette) {
        int zoom = frame.zoom();
        double scale = frame.scale();
        BorderNet net = data.borders;
        if (zoom >= SEA_BORDERS_FROM) {
            for (Rank rank : Rank.values()) {
                stroke(
                        g,
                        net.of(rank, false).dashes(frame, 4),
                        palette.municipalBorder(),
                        (rank == Rank.NATIONAL ? 1.4 : 0.9) * scale);
            }
        }
        if (zoom >= 8) {
            Path2D dashes = net.of(Rank.MUNICIPAL, true).dashes(frame, zoom >= 11 ? 5 : 3);
            stroke(g, dashes, palette.municipalBorder(), (zoom >= 11 ? 1.4 : 0.9) * scale);
        }
        if (zoom >= 6) {
            Path2D counties = net.of(Rank.COUNTY, true).path(frame);
            Color colour = zoom >= 8 ? palette.countyBorder() : palette.municipalBorder();
            stroke(g, counties, colour, (zoom >= 11 ? 1.7 : zoom >= 8 ? 1.1 : 0.8) * scale);
        }
        stroke(g, net.abroad().path(frame), palette.municipalBorder(), 1 * scale);
        stroke(
                g,
                net.of(Rank.NATIONAL, true).path(frame),
                palette.nationalBorder(),
                (zoom >= 9 ? 2 : zoom >= 6 ? 1.4 : 1) * scale);
    }

    private void paintRoads(Graphics2D g, Frame frame, Palette palette) {
        int zoom = frame.zoom();
        if (zoom >= CASINGS_FROM) {
            for (RoadClass road : LESSER_FIRST) {
                double width = width(road, zoom);
                if (width > 0) {
                    double casing = zoom >= 12 ? 2 : 1.2;
                    stroke(
                            g,
                            data.road(road, zoom).path(frame),
                            palette.roadCasing(),
                            (width + casing) * frame.scale());
                }
            }
        }
        for (RoadClass road : LESSER_FIRST) {
            double width = width(road, zoom);
            if (width > 0) {
                Color colour = zoom >= CASINGS_FROM || road == RoadClass.MOTORWAY
                        ? colour(road, palette)
                        : palette.roadCasing();
                stroke(g, data.road(road, zoom).path(frame), colour, width * frame.scale());
            }
        }
    }

    private static double width(RoadClass road, int zoom) {
        double motorway = MOTORWAY[Math.max(0, Math.min(MOTORWAY.length - 1, zoom - 4))];
        return switch (road) {
            case MOTORWAY -> zoom >= 4 ? motorway : 0;
            case TRUNK -> zoom >= 6 ? motorway * 0.8 : 0;
            case PRIMARY -> zoom >= 8 ? motorway * 0.68 : 0;
        };
    }

    private static Color colour(RoadClass road, Palette palette) {
        return switch (road) {
            case MOTORWAY -> palette.motorway();
            case TRUNK -> palette.trunk();
            case PRIMARY -> palette.primary();
        };
    }

    private void paintGreens(Graphics2D g, Frame frame, Palette palette) {
        if (frame.zoom() >= MapData.STREETS_FROM) {
            g.setColor(palette.park());
            g.fill(data.town.greens.path(frame));
        }
    }

    private void paintStreets(Graphics2D g, Frame frame, Palette palette) {
        int step = Math.min(4, frame.zoom() - MapData.STREETS_FROM);
        if (step < 0 || data.town.isEmpty()) {
            return;
        }
        if (step >= 1) {
            Path2D houses = data.town.buildings.path(frame);
            g.setColor(palette.building());
            g.fill(houses);
            stroke(g, houses, palette.buildingEdge(), 0.8 * frame.scale());
        }
        if (step >= 2) {
            Path2D paths = data.town.streets.get(Street.PATH).dashes(frame, 3);
            stroke(g, paths, palette.path(), STREETS[0][step] * frame.scale());
        }
        for (Street street : Street.values()) {
            if (street != Street.PATH && step >= 1) {
                stroke(
                        g,
                        data.town.streets.get(street).path(frame),
                        palette.streetCasing(),
                        (STREETS[street.ordinal()][step] + 1.6) * frame.scale());
            }
        }
        for (Street street : Street.values()) {
            if (street != Street.PATH) {
                Color colour =
                        step == 0 ? palette.streetCasing() : street == Street.MAIN ? palette.trunk() : palette.street();
                stroke(
                        g,
                        data.town.streets.get(street).path(frame),
                        colour,
                        STREETS[street.ordinal()][step] * frame.scale());
            }
        }
    }

    private static void stroke(Graphics2D g, Shape shape, Color colour, double width) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }
}

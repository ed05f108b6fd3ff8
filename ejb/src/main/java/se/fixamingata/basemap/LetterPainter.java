package se.fixamingata.basemap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import se.fixamingata.lettering.Typeface;

/** Draws names, road numbers, and the calm word where the streets end. */
final class LetterPainter {

    /** From here on a place without streets would be blank. */
    static final int WORD_FROM = 15;

    private static final List<String> WORD = List.of("Ingen gatukarta här –", "peka ut platsen så gott det går");
    private static final double WORD_SIZE = 12.5;
    private static final double WORD_APART_X = 560;
    private static final double WORD_APART_Y = 340;
    private static final double LINE = 17;

    private final MapData data;
    private final Cartographer cartographer;
    private final Map<Integer, LabelPlan> plans = new ConcurrentHashMap<>();

    LetterPainter(MapData data) {
        this.data = data;
        this.cartographer = new Cartographer(data);
    }

    LabelPlan plan(int zoom) {
        return plans.computeIfAbsent(zoom, cartographer::plan);
    }

    void paint(Graphics2D g, Frame frame, Palette palette) {
        LabelPlan plan = plan(frame.zoom());
        if (frame.zoom() >= WORD_FROM) {
            words(frame, plan).forEach(label -> draw(g, label, frame, palette));
        }
        plan.near(frame).forEach(label -> draw(g, label, frame, palette));
    }

    static void draw(Graphics2D g, Label label, Frame frame, Palette palette) {
        if (label.ink().isShield()) {
            drawPlate(g, label, frame, palette);
        }
        if (label.dot() != null) {
            drawDot(g, label.dot(), frame, palette);
        }
        Path2D outline = label.outline(frame);
        if (label.ink().hasHalo) {
            g.setColor(label.ink().halo(palette));
            g.setStroke(new BasicStroke(2.6f * frame.scale(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(outline);
        }
        g.setColor(label.ink().colour(palette));
        g.fill(outline);
    }

    private static void drawDot(Graphics2D g, Label.Dot dot, Frame frame, Palette palette) {
        double s = frame.scale();
        double x = (dot.x() - frame.left()) * s;
        double y = (dot.y() - frame.top()) * s;
        double r = dot.radius() * s;
        g.setColor(palette.dot());
        g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        g.setColor(palette.land());
        double hole = r * 0.45;
        g.fill(new Ellipse2D.Double(x - hole, y - hole, 2 * hole, 2 * hole));
    }

    private static void drawPlate(Graphics2D g, Label label, Frame frame, Palette palette) {
        double s = frame.scale();
        double half = Label.width(label.text(), label.ink(), label.size()) / 2 + 4;
        double high = label.size() * Typeface.CAP_HEIGHT / 2 + 3.5;
        Color plate = label.ink() == Ink.EUROPEAN_ROAD ? palette.europeanShield() : palette.nationalShield();
        RoundRectangle2D shape = new RoundRectangle2D.Double(
                (label.x() - half - frame.left()) * s,
                (label.y() - high - frame.top()) * s,
                2 * half * s,
                2 * high * s,
                6 * s,
                6 * s);
        g.setColor(plate);
        g.fill(shape);
        g.setColor(palette.shieldInk());
        g.setStroke(new BasicStroke((float) s));
        g.draw(shape);
    }

    /** The word stands on a fixed grid of the world, so that tiles agree, and only on land that has no streets. */
    private List<Label> words(Frame frame, LabelPlan plan) {
        List<Label> words = new ArrayList<>();
        double widest = Label.width(WORD.get(1), Ink.QUIET, WORD_SIZE) / 2 + 8;
        Envelope reach = frame.pixelReach();
        reach.expandBy(widest, 2 * LINE);
        long firstRow = (long) Math.floor(reach.getMinY() / WORD_APART_Y);
        long firstColumn = (long) Math.floor(reach.getMinX() / WORD_APART_X) - 1;
        for (long row = firstRow; row * WORD_APART_Y <= reach.getMaxY(); row++) {
            for (long column = firstColumn; column * WORD_APART_X <= reach.getMaxX(); column++) {
                double x = (column + (row % 2 == 0 ? 0.25 : 0.75)) * WORD_APART_X;
                double y = (row + 0.5) * WORD_APART_Y;
                Envelope box = new Envelope(x - widest, x + widest, y - LINE, y + LINE + 6);
                if (isBare(box, frame.zoom()) && plan.isFree(box)) {
                    words.add(Label.centred(WORD.get(0), Ink.QUIET, WORD_SIZE, x, y - LINE / 2));
                    words.add(Label.centred(WORD.get(1), Ink.QUIET, WORD_SIZE, x, y + LINE / 2));
                }
            }
        }
        return words;
    }

    private boolean isBare(Envelope box, int zoom) {
        double pixels = Mercator.pixels(zoom);
        Envelope world = new Envelope(
                box.getMinX() / pixels, box.getMaxX() / pixels, box.getMinY() / pixels, box.getMaxY() / pixels);
        if (data.town.extent.intersects(world)) {
            return false;
        }
        for (double x : new double[] {world.getMinX(), world.centre().x, world.getMaxX()}) {
            double y = world.centre().y;
            if (!data.isBareLand(zoom, x, y)) {
                return false;
            }
        }
        return true;
    }
}

package se.fixamingata.monthly;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import se.fixamingata.statistics.reading.Figure;

/**
 * The chart of a letter: bars and a line over as many columns of the same width as there are months. No letters, so that it needs no
 * fonts, which a bare machine does not have: what it means stands in the mail around it.
 */
final class MonthPicture {

    /** As wide as the letter's column, in points; drawn at twice that for sharp screens. */
    static final int WIDTH = 536;

    static final int HEIGHT = 180;
    static final int SHARP = 2;

    private static final Color GROUND = Color.WHITE;
    private static final Color GRID = new Color(0xd5dde5);
    private static final Color AXIS = new Color(0x6b7c8c);
    /** As the legend in the mail says. */
    private static final Color BARS = new Color(0x0b5fa5);

    private static final Color LINE = new Color(0xb26a00);

    private static final int TOP = 12;
    private static final int BOTTOM = 8;
    private static final int GRID_LINES = 4;
    private static final double BAR_SHARE = 0.6;
    private static final double DOT = 4;
    private static final Stroke HALO = new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke STROKE = new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke THIN = new BasicStroke(1);

    private final List<Figure> bars;
    private final List<Figure> line;
    private final double column;
    private final long most;

    private MonthPicture(List<Figure> bars, List<Figure> line) {
        this.bars = bars;
        this.line = line;
        this.column = (double) WIDTH / bars.size();
        this.most = most(bars, line);
    }

    /** What the upper edge means: the largest of all, at least 1. */
    static long most(List<Figure> bars, List<Figure> line) {
        return Math.max(
                1,
                Stream.concat(bars.stream(), line.stream())
                        .filter(figure -> !figure.hidden())
                        .mapToLong(Figure::number)
                        .max()
                        .orElse(1));
    }

    /** A PNG; of what is hidden there is neither bar nor point. */
    static byte[] draw(List<Figure> bars, List<Figure> line) {
        BufferedImage image = new BufferedImage(WIDTH * SHARP, HEIGHT * SHARP, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(SHARP, SHARP);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            new MonthPicture(bars, line).paint(g);
        } finally {
            g.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    private void paint(Graphics2D g) {
        g.setColor(GROUND);
        g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        g.setStroke(THIN);
        g.setColor(GRID);
        for (int i = 1; i <= GRID_LINES; i++) {
            double y = y((double) most * i / GRID_LINES);
            g.draw(new Line2D.Double(0, y, WIDTH, y));
        }
        g.setColor(BARS);
        for (int i = 0; i < bars.size(); i++) {
            if (!bars.get(i).hidden()) {
                double top = y(bars.get(i).number());
                double width = column * BAR_SHARE;
                g.fill(new Rectangle2D.Double(x(i) - width / 2, top, width, y(0) - top));
            }
        }
        g.setColor(AXIS);
        g.draw(new Line2D.Double(0, y(0), WIDTH, y(0)));
        course(g, GROUND, HALO, DOT + 2);
        course(g, LINE, STROKE, DOT);
    }

    private void course(Graphics2D g, Color colour, Stroke stroke, double dot) {
        g.setColor(colour);
        g.setStroke(stroke);
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i).hidden()) {
                continue;
            }
            double y = y(line.get(i).number());
            g.fill(new Ellipse2D.Double(x(i) - dot, y - dot, 2 * dot, 2 * dot));
            if (i > 0 && !line.get(i - 1).hidden()) {
                g.draw(new Line2D.Double(x(i - 1), y(line.get(i - 1).number()), x(i), y));
            }
        }
    }

    private double x(int month) {
        return (month + 0.5) * column;
    }

    private double y(double number) {
        return HEIGHT - BOTTOM - number / most * (HEIGHT - TOP - BOTTOM);
    }
}

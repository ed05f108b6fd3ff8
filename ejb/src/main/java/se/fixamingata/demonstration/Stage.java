package se.fixamingata.demonstration;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** Where a scene is set: light, sky, houses and ground, and the strokes that every scene is drawn with. Units are pixels. */
final class Stage {

    /** The light of the day. */
    enum Mood {
        OVERCAST(0xB9C4CC, 0xDDE2E4, 0x7D8286, 0x6E7F58, 1),
        SUNNY(0x6FA8DC, 0xD6E8F5, 0x8E8C88, 0x6F9A4C, 1),
        DUSK(0x5C6C94, 0xE9B48C, 0x66666C, 0x55664A, 0.8),
        NIGHT(0x0D1420, 0x1D2838, 0x23262B, 0x1B2620, 0.35),
        WINTER(0xAEBBC9, 0xE6EBF0, 0xC9D0D6, 0xE9EEF2, 1);

        final Color top;
        final Color low;
        final Color asphalt;
        final Color grass;
        final double light;

        Mood(int top, int low, int asphalt, int grass, double light) {
            this.top = new Color(top);
            this.low = new Color(low);
            this.asphalt = new Color(asphalt);
            this.grass = new Color(grass);
            this.light = light;
        }
    }

    static final int WIDTH = 1024;
    static final int HEIGHT = 768;

    private static final int[] WALLS = {0xC9A27A, 0xB86F52, 0xD9C7A3, 0xA9B3B5, 0xC8B8A6, 0x9B6A57};

    final Graphics2D g;
    final SplittableRandom random;
    final Mood mood;

    Stage(Graphics2D g, SplittableRandom random, Mood mood) {
        this.g = g;
        this.random = random;
        this.mood = mood;
    }

    static Mood daylight(SplittableRandom random) {
        Mood[] moods = {Mood.OVERCAST, Mood.OVERCAST, Mood.SUNNY, Mood.DUSK};
        return moods[random.nextInt(moods.length)];
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** The colour as it looks in this light. */
    Color lit(int rgb) {
        Color c = new Color(rgb);
        return new Color(
                (int) (c.getRed() * mood.light), (int) (c.getGreen() * mood.light), (int) (c.getBlue() * mood.light));
    }

    static Color faded(Color c, int alpha) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), alpha);
    }

    void sky(double horizon) {
        g.setPaint(new GradientPaint(0, 0, mood.top, 0, (float) horizon, mood.low));
        g.fill(new Rectangle2D.Double(0, 0, WIDTH, horizon + 2));
        if (mood != Mood.NIGHT) {
            for (int i = 0; i < 7; i++) {
                g.setColor(new Color(255, 255, 255, 18));
                g.fill(new Ellipse2D.Double(
                        between(-200, WIDTH), between(-60, horizon * 0.6), between(200, 520), between(30, 90)));
            }
        }
    }

    /** A row of houses with windows, a hedge before them. */
    void houses(double horizon) {
        double x = -between(0, 120);
        while (x < WIDTH) {
            double width = between(130, 270);
            double height = between(90, 250);
            Color wall = lit(WALLS[random.nextInt(WALLS.length)]);
            fill(wall, new Rectangle2D.Double(x, horizon - height, width, height));
            fill(lit(0x4F4A48), roof(x, horizon - height, width));
            for (double wy = horizon - height + 22; wy < horizon - 46; wy += 52) {
                for (double wx = x + 16; wx < x + width - 32; wx += 44) {
                    boolean home = mood.light < 0.9 && random.nextInt(3) == 0;
                    fill(home ? new Color(0xF2CF83) : lit(0x46525C), new Rectangle2D.Double(wx, wy, 22, 30));
                }
            }
            x += width + between(0, 60);
        }
        for (double bush = -20; bush < WIDTH; bush += 26) {
            fill(lit(0x4C6340), new Ellipse2D.Double(bush, horizon - between(22, 38), 56, 60));
        }
    }

    private static Path2D roof(double x, double y, double width) {
        Path2D roof = new Path2D.Double();
        roof.moveTo(x - 8, y);
        roof.lineTo(x + width / 2, y - 46);
        roof.lineTo(x + width + 8, y);
        roof.closePath();
        return roof;
    }

    /** Asphalt or whatever the colour is, rougher towards the front. */
    void ground(double from, Color colour) {
        g.setPaint(new GradientPaint(0, (float) from, colour.brighter(), 0, HEIGHT, colour));
        g.fill(new Rectangle2D.Double(0, from, WIDTH, HEIGHT - from));
        for (int i = 0; i < 2600; i++) {
            double depth = Math.sqrt(random.nextDouble());
            double y = from + depth * (HEIGHT - from);
            double size = 1 + 4 * depth * random.nextDouble();
            int shade = random.nextInt(2) * 255;
            g.setColor(new Color(shade, shade, shade, 10 + random.nextInt(26)));
            g.fill(new Ellipse2D.Double(random.nextDouble() * WIDTH, y, size * 1.7, size));
        }
    }

    /** Blades of grass over a strip. */
    void grass(double from, double to) {
        fill(mood.grass, new Rectangle2D.Double(0, from, WIDTH, to - from));
        for (int i = 0; i < 1500; i++) {
            double y = from + random.nextDouble() * (to - from);
            double x = random.nextDouble() * WIDTH;
            double length = 4 + 10 * (y - from) / (to - from + 1);
            Color blade = random.nextBoolean() ? mood.grass.darker() : mood.grass.brighter();
            line(faded(blade, 150), 1.4, x, y, x + between(-3, 3), y - length);
        }
    }

    /** Kerb stones along a line across the picture. */
    void kerb(double y, double height) {
        for (double x = -random.nextInt(60); x < WIDTH; x += 92) {
            fill(lit(0xB4B2AC), new Rectangle2D.Double(x, y, 90, height));
            fill(lit(0x8C8A85), new Rectangle2D.Double(x, y + height * 0.65, 90, height * 0.35));
        }
    }

    /** An irregular round shape. */
    Path2D blob(double x, double y, double rx, double ry, double roughness) {
        Path2D blob = new Path2D.Double();
        int corners = 22;
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = 1 + between(-roughness, roughness);
            double px = x + rx * r * Math.cos(angle);
            double py = y + ry * r * Math.sin(angle);
            if (i == 0) {
                blob.moveTo(px, py);
            } else {
                blob.lineTo(px, py);
            }
        }
        blob.closePath();
        return blob;
    }

    void shadow(double x, double y, double rx, double ry) {
        for (int i = 5; i > 0; i--) {
            double grow = 1 + i * 0.08;
            fill(
                    new Color(0, 0, 0, 16),
                    new Ellipse2D.Double(x - rx * grow, y - ry * grow, 2 * rx * grow, 2 * ry * grow));
        }
    }

    void fill(Color colour, Shape shape) {
        g.setColor(colour);
        g.fill(shape);
    }

    void line(Color colour, double width, double x1, double y1, double x2, double y2) {
        draw(colour, width, new Line2D.Double(x1, y1, x2, y2));
    }

    void draw(Color colour, double width, Shape shape) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    /** A post with its light and dark side. */
    void post(double x, double top, double bottom, double width, int rgb) {
        fill(lit(rgb), new Rectangle2D.Double(x - width / 2, top, width, bottom - top));
        fill(new Color(0, 0, 0, 70), new Rectangle2D.Double(x + width / 6, top, width / 3, bottom - top));
        fill(new Color(255, 255, 255, 40), new Rectangle2D.Double(x - width / 2, top, width / 5, bottom - top));
    }
}

package se.fixamingata.demonstration;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import se.fixamingata.demonstration.Stage.Mood;

/** What is wrong under one's feet or wheels. */
final class RoadScenes {

    private static final int HORIZON = 190;

    private RoadScenes() {}

    private static void street(Stage s) {
        s.sky(HORIZON);
        s.houses(HORIZON);
        s.ground(HORIZON, s.mood.asphalt);
        s.kerb(HORIZON + 24, 14);
    }

    /** A hole with crumbling edges, half filled with water now and then. */
    static void pothole(Stage s) {
        street(s);
        double x = s.between(400, 620);
        double y = s.between(460, 540);
        double rx = s.between(190, 270);
        double ry = rx * 0.38;
        cracks(s, x, y, rx * 1.5, 14);
        s.fill(new Color(0x2E2C2A), s.blob(x, y, rx, ry, 0.13));
        s.fill(new Color(0x4A443D), s.blob(x + 6, y + 12, rx * 0.86, ry * 0.8, 0.1));
        for (int i = 0; i < 260; i++) {
            double angle = s.between(0, 2 * Math.PI);
            double far = s.between(0.1, 1.35);
            double px = x + rx * far * Math.cos(angle);
            double py = y + ry * far * Math.sin(angle);
            int grey = 60 + s.random.nextInt(100);
            s.fill(new Color(grey, grey - 4, grey - 10), s.blob(px, py, s.between(2, 9), s.between(2, 6), 0.4));
        }
        if (s.random.nextInt(5) < 3) {
            puddle(s, x, y + ry * 0.2, rx * 0.62, ry * 0.5);
        }
    }

    private static void cracks(Stage s, double x, double y, double reach, int count) {
        for (int i = 0; i < count; i++) {
            double angle = s.between(0, 2 * Math.PI);
            Path2D crack = new Path2D.Double();
            double px = x + reach * 0.5 * Math.cos(angle);
            double py = y + reach * 0.2 * Math.sin(angle);
            crack.moveTo(px, py);
            for (int step = 0; step < 6; step++) {
                px += reach * 0.13 * Math.cos(angle) + s.between(-16, 16);
                py += reach * 0.06 * Math.sin(angle) + s.between(-9, 9);
                crack.lineTo(px, py);
            }
            s.draw(new Color(20, 20, 20, 170), s.between(1.5, 4), crack);
        }
    }

    private static void puddle(Stage s, double x, double y, double rx, double ry) {
        s.g.setPaint(new GradientPaint(0, (float) (y - ry), s.mood.low.darker(), 0, (float) (y + ry), s.mood.top));
        s.g.fill(s.blob(x, y, rx, ry, 0.06));
        for (int i = 1; i < 4; i++) {
            s.draw(
                    new Color(255, 255, 255, 46),
                    2,
                    new Ellipse2D.Double(x - rx * 0.2 * i, y - ry * 0.2 * i, rx * 0.4 * i, ry * 0.4 * i));
        }
    }

    /** A path that roots have lifted, leaves on it. */
    static void path(Stage s) {
        s.sky(HORIZON + 40);
        s.houses(HORIZON + 40);
        s.grass(HORIZON + 40, Stage.HEIGHT);
        Path2D path = new Path2D.Double();
        path.moveTo(440, HORIZON + 40);
        path.lineTo(560, HORIZON + 40);
        path.curveTo(640, 420, 860, 560, 900, Stage.HEIGHT);
        path.lineTo(90, Stage.HEIGHT);
        path.curveTo(180, 560, 380, 420, 440, HORIZON + 40);
        path.closePath();
        s.fill(s.mood.asphalt, path);
        for (int root = 0; root < 4; root++) {
            double y = 420 + root * 85 + s.between(-15, 15);
            Path2D ridge = new Path2D.Double();
            ridge.moveTo(340 - root * 45.0, y);
            ridge.curveTo(450, y - s.between(20, 50), 560, y + s.between(5, 30), 690 + root * 30.0, y - 10);
            s.draw(new Color(0, 0, 0, 60), 26, ridge);
            s.g.translate(0, -8);
            s.draw(s.lit(0x96928C), 12, ridge);
            s.g.translate(0, 8);
            s.draw(new Color(20, 18, 16, 190), 2.5, ridge);
        }
        int[] leaves = {0xB5651D, 0xD9A441, 0x8F3B1B, 0x7A7A2E};
        for (int i = 0; i < 150; i++) {
            double y = 280 + 480 * Math.sqrt(s.random.nextDouble());
            double size = 3 + y / 90;
            s.fill(
                    s.lit(leaves[s.random.nextInt(leaves.length)]),
                    s.blob(s.between(60, 960), y, size, size * 0.5, 0.35));
        }
    }

    /** Blank ice across a pavement between heaps of snow. */
    static void ice(Stage s) {
        s.sky(HORIZON);
        s.houses(HORIZON);
        s.ground(HORIZON, new Color(0xDDE4EA));
        for (int i = 0; i < 16; i++) {
            s.fill(
                    i % 3 == 0 ? new Color(0xC6D0DA) : new Color(0xF3F6F9),
                    s.blob(
                            s.between(0, 330) + i % 2 * 700,
                            s.between(230, 330),
                            s.between(90, 190),
                            s.between(40, 80),
                            0.15));
        }
        Path2D ice = new Path2D.Double();
        ice.moveTo(430, HORIZON + 30);
        ice.lineTo(600, HORIZON + 30);
        ice.lineTo(960, Stage.HEIGHT);
        ice.lineTo(110, Stage.HEIGHT);
        ice.closePath();
        s.g.setPaint(new GradientPaint(0, HORIZON, new Color(0xD7E3EC), 0, Stage.HEIGHT, new Color(0x8FA6B8)));
        s.g.fill(ice);
        for (int i = 0; i < 46; i++) {
            double y = s.between(280, 760);
            double half = (y - HORIZON) * 0.6;
            s.fill(
                    new Color(255, 255, 255, 40 + s.random.nextInt(70)),
                    new Ellipse2D.Double(520 + s.between(-half, half) - 60, y, s.between(50, 190), s.between(3, 10)));
        }
        cracks(s, 520, s.between(480, 600), 240, 6);
        for (int i = 0; i < 120; i++) {
            s.fill(new Color(90, 80, 70, 150), new Ellipse2D.Double(s.between(150, 900), s.between(330, 760), 4, 3));
        }
    }

    /** A grating under leaves and water. */
    static void drain(Stage s) {
        s.ground(0, s.mood.asphalt);
        s.kerb(110, 60);
        double x = s.between(430, 580);
        double y = s.between(400, 450);
        puddle(s, x, y, 400, 190);
        s.fill(new Color(0x1E1F20), new RoundRectangle2D.Double(x - 190, y - 120, 380, 240, 16, 16));
        for (int bar = 0; bar < 9; bar++) {
            s.fill(s.lit(0x6C6A66), new Rectangle2D.Double(x - 176 + bar * 40, y - 108, 20, 216));
        }
        s.draw(s.lit(0x55534F), 14, new RoundRectangle2D.Double(x - 190, y - 120, 380, 240, 16, 16));
        int[] leaves = {0x6B4A22, 0x8C6A2E, 0x4D3B1E, 0xA77B35};
        for (int i = 0; i < 170; i++) {
            double lx = x + s.between(-1, 1) * s.between(60, 260);
            double ly = y + s.between(-1, 1) * s.between(40, 150);
            s.fill(
                    s.lit(leaves[s.random.nextInt(leaves.length)]),
                    s.blob(lx, ly, s.between(12, 28), s.between(6, 14), 0.4));
        }
    }

    /** Water that comes up where it should not. */
    static void water(Stage s) {
        street(s);
        double x = s.between(420, 600);
        double y = s.between(420, 480);
        Path2D stream = new Path2D.Double();
        stream.moveTo(x - 40, y);
        stream.curveTo(x - 160, y + 120, x - 60, y + 190, x - 240, Stage.HEIGHT);
        stream.lineTo(x + 190, Stage.HEIGHT);
        stream.curveTo(x + 60, y + 210, x + 160, y + 100, x + 50, y);
        stream.closePath();
        Color deep = s.mood == Mood.DUSK ? new Color(0x6F7F9C) : new Color(0x8FB0C4);
        s.fill(Stage.faded(deep, 200), stream);
        cracks(s, x, y, 200, 9);
        for (int i = 0; i < 60; i++) {
            double top = s.between(10, 70);
            s.fill(
                    new Color(235, 245, 250, 150),
                    new Ellipse2D.Double(x + s.between(-40, 40), y - top, s.between(6, 22), s.between(6, 18)));
        }
        for (int i = 0; i < 40; i++) {
            double py = s.between(y + 30, 760);
            s.line(new Color(255, 255, 255, 90), 2, x + s.between(-90, 60), py, x + s.between(-60, 90), py + 6);
        }
    }
}

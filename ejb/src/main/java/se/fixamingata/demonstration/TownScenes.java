package se.fixamingata.demonstration;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Walls, parks and playgrounds. */
final class TownScenes {

    private static final int[] SPRAY = {0x111111, 0xC0C6CC, 0x2A4FB0, 0xB02A6F, 0x2E8B57, 0xD97A1F};
    private static final int[] RUBBISH = {0xE8E4DA, 0xC23B3B, 0x3B6FC2, 0xE0B93C, 0x7FA86B, 0x9AA3AA};

    private TownScenes() {}

    /** Sprayed words on brick or concrete; they are no words. */
    static void graffiti(Stage s) {
        boolean brick = s.random.nextBoolean();
        s.fill(s.lit(brick ? 0x8C4F3D : 0xA9A8A2), new Rectangle2D.Double(0, 0, Stage.WIDTH, 610));
        if (brick) {
            for (int row = 0; row < 26; row++) {
                for (double x = row % 2 * -35.0; x < Stage.WIDTH; x += 70) {
                    int shade = s.random.nextInt(30);
                    s.fill(
                            s.lit(0x8C4F3D - shade * 0x010101 + 0x0A0806),
                            new Rectangle2D.Double(x + 2, row * 24 + 2, 66, 20));
                }
            }
        } else {
            for (int i = 0; i < 40; i++) {
                s.fill(
                        new Color(0, 0, 0, 10),
                        s.blob(s.between(0, 1024), s.between(0, 600), s.between(30, 140), s.between(20, 90), 0.3));
            }
        }
        s.ground(600, s.mood.asphalt);
        for (int tag = 0; tag < 2 + s.random.nextInt(3); tag++) {
            Color paint = s.lit(SPRAY[s.random.nextInt(SPRAY.length)]);
            double x = s.between(60, 420) + tag * 130;
            double y = s.between(200, 420);
            scrawl(s, x, y, Stage.faded(paint, 70), s.between(26, 40));
            scrawl(s, x, y, paint, s.between(10, 22));
        }
    }

    private static void scrawl(Stage s, double left, double middle, Color paint, double width) {
        Path2D line = new Path2D.Double();
        double x = left;
        line.moveTo(x, middle);
        for (int i = 0; i < 7; i++) {
            double up = s.between(50, 130) * (i % 2 == 0 ? -1 : 1);
            line.curveTo(
                    x + s.between(-30, 60),
                    middle + up,
                    x + s.between(40, 130),
                    middle + up,
                    x + 70,
                    middle + s.between(-25, 25));
            x += 62;
        }
        s.draw(paint, width, line);
        for (int drop = 0; drop < 5; drop++) {
            double dx = left + s.between(0, 420);
            s.line(Stage.faded(paint, 150), 4, dx, middle + 40, dx, middle + s.between(70, 150));
        }
    }

    /** A bin that has had enough. */
    static void bin(Stage s) {
        double horizon = s.between(330, 390);
        s.sky(horizon);
        s.houses(horizon);
        s.grass(horizon, horizon + 130);
        s.ground(horizon + 130, s.mood.asphalt);
        double x = s.between(420, 600);
        rubbish(s, x, 690, 330, 46, 46);
        s.shadow(x, 690, 130, 20);
        s.post(x, 330, 690, 18, 0x4A4F52);
        Path2D bin = new Path2D.Double();
        bin.moveTo(x - 105, 350);
        bin.lineTo(x + 105, 350);
        bin.lineTo(x + 86, 620);
        bin.lineTo(x - 86, 620);
        bin.closePath();
        s.fill(s.lit(s.random.nextBoolean() ? 0x2F5D43 : 0x3B4B5C), bin);
        for (int slat = -2; slat <= 2; slat++) {
            s.line(new Color(0, 0, 0, 60), 4, x + slat * 38, 360, x + slat * 32, 612);
        }
        rubbish(s, x, 330, 105, 42, 30);
        s.fill(s.lit(0xF1EFEA), new RoundRectangle2D.Double(x + 20, 280, 90, 56, 8, 8));
    }

    private static void rubbish(Stage s, double x, double y, double rx, double ry, int pieces) {
        for (int i = 0; i < pieces; i++) {
            AffineTransform before = s.g.getTransform();
            double px = x + s.between(-rx, rx);
            double py = y + s.between(-ry, ry);
            s.g.rotate(s.between(-1.5, 1.5), px, py);
            Color colour = s.lit(RUBBISH[s.random.nextInt(RUBBISH.length)]);
            if (s.random.nextBoolean()) {
                s.fill(
                        colour,
                        new RoundRectangle2D.Double(px - 24, py - 12, s.between(30, 60), s.between(16, 30), 7, 7));
                s.fill(new Color(0, 0, 0, 40), new Rectangle2D.Double(px - 20, py + 3, 34, 5));
            } else {
                s.fill(colour, s.blob(px, py, s.between(14, 34), s.between(10, 22), 0.35));
            }
            s.g.setTransform(before);
        }
    }

    /** Rubbish along a fence. */
    static void litter(Stage s) {
        double horizon = s.between(300, 360);
        s.sky(horizon);
        s.houses(horizon);
        s.grass(horizon, Stage.HEIGHT);
        for (double x = 20; x < Stage.WIDTH; x += 170) {
            s.post(x, horizon - 90, horizon + 120, 12, 0x71787D);
        }
        for (double y = horizon - 80; y < horizon + 100; y += 22) {
            s.line(Stage.faded(s.lit(0xA5ABAF), 190), 2, 0, y, Stage.WIDTH, y);
        }
        rubbish(s, 512, horizon + 150, 470, 40, 30);
        rubbish(s, s.between(350, 650), 600, 260, 90, 40);
        if (s.random.nextBoolean()) {
            double x = s.between(200, 600);
            s.shadow(x + 110, 640, 150, 22);
            s.fill(s.lit(0xE9ECEC), new RoundRectangle2D.Double(x, 390, 210, 250, 14, 14));
            s.line(s.lit(0x9EA5A8), 4, x, 480, x + 210, 480);
            s.line(s.lit(0x8A9194), 9, x + 24, 410, x + 24, 460);
        }
    }

    /** A swing whose chain has broken. */
    static void swing(Stage s) {
        double horizon = s.between(330, 380);
        s.sky(horizon);
        s.houses(horizon);
        s.grass(horizon, 560);
        s.ground(560, s.lit(0xCDB48A));
        Color frame = s.lit(s.random.nextBoolean() ? 0xB5482F : 0x2F6FA5);
        s.draw(frame, 20, line(150, 700, 260, 130));
        s.draw(frame, 20, line(350, 690, 265, 130));
        s.draw(frame, 20, line(700, 690, 780, 130));
        s.draw(frame, 20, line(900, 700, 785, 130));
        s.draw(frame, 22, line(250, 130, 800, 130));
        Color chain = s.lit(0x8E9499);
        s.draw(chain, 5, line(350, 140, 350, 510));
        s.draw(chain, 5, line(450, 140, 450, 510));
        s.draw(s.lit(0x26292B), 20, line(335, 515, 465, 515));
        double hang = s.between(560, 600);
        s.draw(chain, 5, line(hang, 140, hang + 10, 560));
        s.draw(chain, 5, new CubicCurve2D.Double(hang + 110, 140, hang + 108, 190, hang + 118, 230, hang + 104, 262));
        AffineTransform before = s.g.getTransform();
        s.g.rotate(s.between(0.9, 1.2), hang + 10, 560);
        s.draw(s.lit(0x26292B), 20, line(hang + 10, 560, hang + 130, 560));
        s.g.setTransform(before);
        s.draw(chain, 5, new CubicCurve2D.Double(hang + 60, 668, hang + 90, 700, hang + 150, 690, hang + 190, 706));
        s.shadow(400, 690, 120, 12);
        s.shadow(hang + 60, 700, 110, 12);
    }

    private static Path2D line(double x1, double y1, double x2, double y2) {
        Path2D line = new Path2D.Double();
        line.moveTo(x1, y1);
        line.lineTo(x2, y2);
        return line;
    }

    /** A bench with a plank missing. */
    static void bench(Stage s) {
        double horizon = s.between(320, 370);
        s.sky(horizon);
        s.houses(horizon);
        s.grass(horizon, 560);
        s.ground(560, s.lit(0xB8AA92));
        s.shadow(512, 668, 340, 24);
        for (double leg : new double[] {260, 764}) {
            s.draw(s.lit(0x2E3234), 18, line(leg, 670, leg - 16, 540));
            s.draw(s.lit(0x2E3234), 16, line(leg - 16, 540, leg - 44, 330));
        }
        int missing = s.random.nextInt(4);
        for (int plank = 0; plank < 4; plank++) {
            boolean burnt = plank == (missing + 1) % 4;
            Color wood = burnt ? new Color(0x2A211B) : s.lit(0x8F6238);
            if (plank != missing) {
                s.fill(wood, new RoundRectangle2D.Double(190 - plank * 3.0, 345 + plank * 44.0, 640, 28, 6, 6));
                s.line(new Color(0, 0, 0, 60), 2, 196, 362 + plank * 44.0, 820, 362 + plank * 44.0);
            }
        }
        for (int plank = 0; plank < 3; plank++) {
            s.fill(s.lit(0x9A6C40), new RoundRectangle2D.Double(185 + plank * 6, 528 + plank * 17.0, 650, 14, 5, 5));
        }
        AffineTransform before = s.g.getTransform();
        s.g.rotate(s.between(-0.25, 0.25), 500, 710);
        s.fill(s.lit(0x8F6238), new RoundRectangle2D.Double(260, 700, 420, 24, 6, 6));
        s.g.setTransform(before);
    }

    /** A tree across the way. */
    static void tree(Stage s) {
        double horizon = s.between(300, 350);
        s.sky(horizon);
        s.houses(horizon);
        s.grass(horizon, Stage.HEIGHT);
        Path2D way = new Path2D.Double();
        way.moveTo(450, horizon);
        way.lineTo(560, horizon);
        way.lineTo(820, Stage.HEIGHT);
        way.lineTo(170, Stage.HEIGHT);
        way.closePath();
        s.fill(s.mood.asphalt, way);
        double y = s.between(500, 560);
        double slope = s.between(-50, 50);
        s.shadow(500, y + 44, 430, 26);
        Path2D trunk = new Path2D.Double();
        trunk.moveTo(40, y - 34 - slope);
        trunk.curveTo(300, y - 40, 600, y - 20, 900, y - 12 + slope);
        trunk.lineTo(900, y + 12 + slope);
        trunk.curveTo(600, y + 26, 300, y + 34, 40, y + 40 - slope);
        trunk.closePath();
        boolean birch = s.random.nextBoolean();
        s.fill(s.lit(birch ? 0xE4E0D6 : 0x5E4935), trunk);
        for (int i = 0; i < 40; i++) {
            double bx = s.between(60, 860);
            s.line(new Color(20, 18, 16, birch ? 190 : 90), 4, bx, y - 16, bx + s.between(10, 34), y - 14);
        }
        s.fill(s.lit(0xC9A26B), new Ellipse2D.Double(20, y - 38 - slope, 44, 82));
        int[] greens = {0x4E7A3A, 0x6A8F3F, 0x3F5F2E, 0x7C9A4B};
        for (int i = 0; i < 170; i++) {
            double lx = s.between(560, 1010);
            double ly = y + slope * (lx - 500) / 400 + s.between(-1, 1) * s.between(20, 150);
            s.fill(
                    Stage.faded(s.lit(greens[s.random.nextInt(greens.length)]), 220),
                    s.blob(lx, ly, s.between(14, 42), s.between(10, 28), 0.35));
        }
        for (int i = 0; i < 9; i++) {
            double bx = s.between(480, 800);
            s.line(s.lit(0x4A3A2A), s.between(4, 10), bx, y, bx + s.between(40, 150), y + s.between(-130, 120));
        }
    }
}

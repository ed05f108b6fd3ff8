package se.fixamingata.demonstration;

import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Things on posts, and what people leave beside them. */
final class StreetFurniture {

    private StreetFurniture() {}

    /** Lamps along a street; the near one is dark. */
    static void lamp(Stage s) {
        double horizon = s.between(400, 470);
        s.sky(horizon);
        s.houses(horizon);
        s.ground(horizon, s.mood.asphalt);
        s.kerb(horizon + 90, 12);
        double x = s.between(330, 560);
        double far = x + s.between(190, 300);
        lampPost(s, far, 250, horizon + 60, 7, true);
        lampPost(s, far + 150, 300, horizon + 30, 5, true);
        lampPost(s, x, 70, 690, 17, false);
    }

    private static void lampPost(Stage s, double x, double top, double bottom, double width, boolean shines) {
        double arm = width * 7;
        s.shadow(x, bottom, width * 1.6, width * 0.5);
        s.post(x, top, bottom, width, 0x6B7075);
        s.draw(
                s.lit(0x6B7075),
                width * 0.6,
                new QuadCurve2D.Double(x, top + 6, x + arm * 0.2, top - width, x + arm, top));
        double r = width * 1.5;
        s.fill(
                shines ? new Color(0xFFE9B0) : s.lit(0x8F969C),
                new Ellipse2D.Double(x + arm - r, top - r * 0.3, 2 * r, r));
        if (shines) {
            float reach = (float) (width * 22);
            s.g.setPaint(
                    new RadialGradientPaint((float) (x + arm), (float) top, reach, new float[] {0, 1}, new Color[] {
                        new Color(255, 226, 160, 150), new Color(255, 226, 160, 0)
                    }));
            s.g.fill(new Ellipse2D.Double(x + arm - reach, top - reach, 2 * reach, 2 * reach));
            s.fill(new Color(255, 226, 160, 26), new Ellipse2D.Double(x - arm, bottom - width, arm * 4, width * 5));
        }
    }

    /** A road sign that somebody drove into. */
    static void sign(Stage s) {
        double horizon = s.between(370, 450);
        s.sky(horizon);
        s.houses(horizon);
        s.grass(horizon, horizon + 110);
        s.ground(horizon + 110, s.mood.asphalt);
        s.kerb(horizon + 104, 16);
        double x = s.between(420, 600);
        double foot = horizon + 90;
        AffineTransform upright = s.g.getTransform();
        s.shadow(x, foot, 40, 9);
        s.g.rotate(s.between(0.25, 0.62) * (s.random.nextBoolean() ? 1 : -1), x, foot);
        s.post(x, foot - 370, foot, 13, 0x9AA0A5);
        switch (s.random.nextInt(3)) {
            case 0 -> giveWay(s, x, foot - 330);
            case 1 -> round(s, x, foot - 330);
            default -> crossing(s, x, foot - 330);
        }
        s.g.setTransform(upright);
    }

    private static void giveWay(Stage s, double x, double y) {
        s.fill(s.lit(0xC62828), triangle(x, y, 92));
        s.fill(s.lit(0xF4D35E), triangle(x, y, 62));
    }

    private static Path2D triangle(double x, double y, double size) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - size, y - size * 0.7);
        triangle.lineTo(x + size, y - size * 0.7);
        triangle.lineTo(x, y + size);
        triangle.closePath();
        return triangle;
    }

    private static void round(Stage s, double x, double y) {
        s.fill(s.lit(0xC62828), new Ellipse2D.Double(x - 80, y - 80, 160, 160));
        s.fill(s.lit(0xF4D35E), new Ellipse2D.Double(x - 60, y - 60, 120, 120));
        // A three, drawn by hand, and a nought.
        s.draw(s.lit(0x1A1A1A), 12, new Arc2D.Double(x - 46, y - 36, 36, 36, 140, -230, Arc2D.OPEN));
        s.draw(s.lit(0x1A1A1A), 12, new Arc2D.Double(x - 46, y, 36, 36, 90, -230, Arc2D.OPEN));
        s.draw(s.lit(0x1A1A1A), 12, new Ellipse2D.Double(x + 6, y - 36, 34, 72));
    }

    private static void crossing(Stage s, double x, double y) {
        s.fill(s.lit(0x1F5FA8), new RoundRectangle2D.Double(x - 76, y - 76, 152, 152, 14, 14));
        s.fill(s.lit(0xF3F3F3), triangleUp(x, y, 62));
        s.draw(s.lit(0x202020), 9, new Ellipse2D.Double(x - 6, y - 24, 12, 12));
        s.line(s.lit(0x202020), 9, x, y - 6, x - 4, y + 16);
        s.line(s.lit(0x202020), 8, x - 4, y + 16, x - 18, y + 36);
        s.line(s.lit(0x202020), 8, x - 4, y + 16, x + 14, y + 36);
    }

    private static Path2D triangleUp(double x, double y, double size) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, y - size);
        triangle.lineTo(x + size, y + size * 0.8);
        triangle.lineTo(x - size, y + size * 0.8);
        triangle.closePath();
        return triangle;
    }

    /** A traffic light stuck on red. */
    static void signal(Stage s) {
        double horizon = s.between(420, 480);
        s.sky(horizon);
        s.houses(horizon);
        s.ground(horizon, s.mood.asphalt);
        for (double x = 40; x < Stage.WIDTH; x += 120) {
            s.fill(Stage.faded(s.lit(0xF2F2F0), 190), new Rectangle2D.Double(x, horizon + 150, 70, 120));
        }
        double x = s.between(380, 640);
        s.shadow(x, 720, 36, 8);
        s.post(x, 120, 720, 16, 0x53585C);
        s.fill(new Color(0x17191B), new RoundRectangle2D.Double(x - 52, 110, 104, 270, 22, 22));
        int[] lamps = {0xFF4A3D, 0x3A3320, 0x1E3322};
        for (int i = 0; i < 3; i++) {
            s.fill(new Color(lamps[i]), new Ellipse2D.Double(x - 35, 128 + 82 * i, 70, 70));
        }
        s.fill(new Color(255, 80, 60, 50), new Ellipse2D.Double(x - 95, 68, 190, 190));
        s.fill(s.lit(0xD9B23C), new RoundRectangle2D.Double(x - 22, 520, 44, 70, 8, 8));
    }

    /** A bus shelter with a broken pane. */
    static void shelter(Stage s) {
        double horizon = s.between(390, 440);
        s.sky(horizon);
        s.houses(horizon);
        s.ground(horizon, s.mood.asphalt);
        s.kerb(640, 18);
        double x = s.between(160, 260);
        s.shadow(x + 300, 632, 330, 16);
        s.fill(new Color(190, 215, 225, 70), new Rectangle2D.Double(x + 20, 220, 560, 390));
        for (int pane = 0; pane <= 3; pane++) {
            s.post(x + 20 + pane * 186.0, 200, 630, 12, 0x4A5157);
        }
        s.fill(s.lit(0x3D454B), new Rectangle2D.Double(x - 20, 180, 640, 30));
        s.fill(s.lit(0x8A6B4A), new Rectangle2D.Double(x + 60, 520, 300, 18));
        double cx = x + 299 + s.between(-30, 30);
        double cy = s.between(330, 430);
        s.fill(new Color(20, 25, 30, 120), s.blob(cx, cy, 60, 75, 0.45));
        for (int i = 0; i < 26; i++) {
            double angle = s.between(0, 2 * Math.PI);
            double far = s.between(70, 150);
            s.line(
                    new Color(240, 248, 250, 170),
                    1.6,
                    cx + 40 * Math.cos(angle),
                    cy + 48 * Math.sin(angle),
                    cx + far * Math.cos(angle) * 0.62,
                    cy + far * Math.sin(angle));
        }
        for (int i = 0; i < 160; i++) {
            s.fill(
                    new Color(225, 240, 245, 190),
                    s.blob(cx + s.between(-150, 150), s.between(600, 680), s.between(2, 7), s.between(1, 4), 0.5));
        }
    }

    /** Bicycles that nobody fetches. */
    static void bikes(Stage s) {
        double horizon = s.between(360, 420);
        s.sky(horizon);
        s.houses(horizon);
        s.ground(horizon, s.mood.asphalt);
        int[] colours = {0x8A2D2D, 0x2D4F8A, 0x30343A, 0x4E7A4A, 0xB08A2E};
        for (int i = 0; i < 5; i++) {
            double x = 120 + i * 165 + s.between(-20, 20);
            s.draw(s.lit(0x8D9499), 9, new Arc2D.Double(x - 40, 430, 80, 190, 0, 180, Arc2D.OPEN));
            bike(s, x, 600 + s.between(-10, 20), s.lit(colours[s.random.nextInt(colours.length)]));
        }
    }

    private static void bike(Stage s, double x, double y, Color frame) {
        AffineTransform before = s.g.getTransform();
        s.g.rotate(s.between(-0.3, 0.3), x, y);
        s.shadow(x, y + 52, 110, 10);
        boolean wheelGone = s.random.nextInt(3) == 0;
        s.draw(s.lit(0x1D1D1D), 7, new Ellipse2D.Double(x - 120, y - 50, 100, 100));
        if (!wheelGone) {
            s.draw(s.lit(0x1D1D1D), 7, new Ellipse2D.Double(x + 20, y - 50, 100, 100));
        }
        Path2D tubes = new Path2D.Double();
        tubes.moveTo(x - 70, y);
        tubes.lineTo(x - 30, y - 80);
        tubes.lineTo(x + 45, y - 80);
        tubes.lineTo(x - 5, y);
        tubes.lineTo(x - 70, y);
        tubes.moveTo(x - 5, y);
        tubes.lineTo(x - 34, y - 95);
        tubes.moveTo(x + 40, y - 105);
        tubes.lineTo(x + 70, y);
        s.draw(frame, 9, tubes);
        s.line(s.lit(0x222222), 12, x - 52, y - 98, x - 16, y - 98);
        s.line(s.lit(0x55595C), 7, x + 20, y - 112, x + 60, y - 104);
        s.g.setTransform(before);
    }
}

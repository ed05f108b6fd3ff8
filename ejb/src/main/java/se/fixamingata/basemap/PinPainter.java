package se.fixamingata.basemap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import se.fixamingata.report.ReportStatus;

/** The status glyphs as pins: colour and shape, as everywhere else in the product. The tip stands on the place. */
final class PinPainter {

    private static final double RADIUS = 13;
    private static final double HEIGHT = 20;

    private PinPainter() {}

    static void draw(Graphics2D g, Pin pin, Frame frame, Theme theme) {
        double x = frame.deviceX(Mercator.x(pin.position().lon()));
        double y = frame.deviceY(Mercator.y(pin.position().lat()));
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(frame.scale(), frame.scale());
        Color colour = colour(pin.status(), theme);
        Color ground = theme == Theme.DARK ? new Color(0x12181F) : Color.WHITE;
        fill(g, place, new Color(0, 0, 0, 50), new Ellipse2D.Double(-7, -3, 14, 6));
        fill(g, place, colour, drop());
        g.setColor(ground);
        g.setStroke(new BasicStroke(1.6f * frame.scale()));
        g.draw(place.createTransformedShape(drop()));
        place.translate(0, -HEIGHT);
        glyph(g, place, pin.status(), colour, ground);
    }

    /** @param status null for a plain marker */
    static Color colour(ReportStatus status, Theme theme) {
        boolean dark = theme == Theme.DARK;
        if (status == null) {
            return new Color(dark ? 0x6CB4F5 : 0x0B5FA5);
        }
        return switch (status) {
            case UNCONFIRMED, REPORTED -> new Color(dark ? 0xFF8A80 : 0xC62828);
            case INVESTIGATING, PLANNED, IN_PROGRESS, FORWARDED -> new Color(dark ? 0xFFB74D : 0xB26A00);
            case FIXED -> new Color(dark ? 0x81C995 : 0x1B7F3B);
            case NO_ACTION, NOT_RESPONSIBLE, DUPLICATE -> new Color(dark ? 0xB0BEC5 : 0x546E7A);
        };
    }

    private static void glyph(Graphics2D g, AffineTransform place, ReportStatus status, Color colour, Color ground) {
        if (status == null) {
            fill(g, place, ground, new Ellipse2D.Double(-4.5, -4.5, 9, 9));
            return;
        }
        switch (status) {
            case UNCONFIRMED, REPORTED -> fill(g, place, ground, new Ellipse2D.Double(-6, -6, 12, 12));
            case INVESTIGATING, PLANNED, IN_PROGRESS, FORWARDED -> fill(g, place, ground, diamond());
            case FIXED -> {
                fill(g, place, ground, new Ellipse2D.Double(-7.5, -7.5, 15, 15));
                Path2D tick = new Path2D.Double();
                tick.moveTo(-3.8, 0.2);
                tick.lineTo(-1, 3);
                tick.lineTo(4, -3);
                g.setColor(colour);
                g.setStroke(new BasicStroke(
                        (float) (2.2 * place.getScaleX()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(place.createTransformedShape(tick));
            }
            case NO_ACTION, NOT_RESPONSIBLE, DUPLICATE ->
                fill(g, place, ground, new RoundRectangle2D.Double(-5.5, -5.5, 11, 11, 2, 2));
        }
    }

    private static Path2D diamond() {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -7.5);
        diamond.lineTo(7.5, 0);
        diamond.lineTo(0, 7.5);
        diamond.lineTo(-7.5, 0);
        diamond.closePath();
        return diamond;
    }

    private static Path2D drop() {
        Path2D drop = new Path2D.Double();
        drop.moveTo(0, 0);
        drop.curveTo(-4, -6, -RADIUS, -11, -RADIUS, -HEIGHT);
        drop.curveTo(-RADIUS, -HEIGHT - 7.2, -7.2, -HEIGHT - RADIUS, 0, -HEIGHT - RADIUS);
        drop.curveTo(7.2, -HEIGHT - RADIUS, RADIUS, -HEIGHT - 7.2, RADIUS, -HEIGHT);
        drop.curveTo(RADIUS, -11, 4, -6, 0, 0);
        drop.closePath();
        return drop;
    }

    private static void fill(Graphics2D g, AffineTransform place, Color colour, Shape shape) {
        g.setColor(colour);
        g.fill(place.createTransformedShape(shape));
    }
}

package se.fixamingata.basemap;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import se.fixamingata.lettering.Typeface;

/**
 * A placed piece of text, in world pixels of its zoom: straight around a point, or letter by letter along a street.
 *
 * @param x middle of the text; 0 with letters
 * @param y half-way up the capitals; 0 with letters
 * @param letters each letter of its own, or empty for straight text
 * @param dot where the place's dot is, or null
 * @param boxes the ground that no other label may touch
 */
record Label(
        String text, Ink ink, double size, double x, double y, List<Letter> letters, Dot dot, List<Envelope> boxes) {

    /** A letter whose base line's middle is at the point, turned clockwise by the angle in radians. */
    record Letter(int character, double x, double y, double angle) {}

    /** The spot of a town at small scales. */
    record Dot(double x, double y, double radius) {}

    private static final double PADDING = 3;

    static Label centred(String text, Ink ink, double size, double x, double y) {
        // Whole world pixels: text is crisper, and alike in every tile and picture.
        double left = Math.rint(x);
        double middle = Math.rint(y);
        return new Label(text, ink, size, left, middle, List.of(), null, List.of(box(text, ink, size, left, middle)));
    }

    /** Beside its dot. */
    static Label beside(String text, Ink ink, double size, double x, double y, Dot dot) {
        Label label = centred(text, ink, size, x, y);
        Envelope spot = new Envelope(
                dot.x() - dot.radius() - 1,
                dot.x() + dot.radius() + 1,
                dot.y() - dot.radius() - 1,
                dot.y() + dot.radius() + 1);
        return new Label(
                text,
                ink,
                size,
                label.x(),
                label.y(),
                List.of(),
                dot,
                List.of(label.boxes().get(0), spot));
    }

    static double width(String text, Ink ink, double size) {
        return ink.typeface.width(text, size, ink.tracking);
    }

    private static Envelope box(String text, Ink ink, double size, double x, double y) {
        double half = width(text, ink, size) / 2 + PADDING + (ink.isShield() ? 3 : 0);
        double high = size * 0.5 + PADDING;
        return new Envelope(x - half, x + half, y - high, y + high);
    }

    /** Everything it touches. */
    Envelope extent() {
        Envelope extent = new Envelope();
        boxes.forEach(extent::expandToInclude);
        return extent;
    }

    /** The outline in device pixels of the frame. */
    Path2D outline(Frame frame) {
        double scale = frame.scale();
        if (letters.isEmpty()) {
            double half = width(text, ink, size) / 2;
            Path2D path = ink.typeface.outline(text, size * scale, ink.tracking);
            path.transform(AffineTransform.getTranslateInstance(
                    (x - half - frame.left()) * scale, (y + size * Typeface.CAP_HEIGHT / 2 - frame.top()) * scale));
            return path;
        }
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Letter letter : letters) {
            AffineTransform place = AffineTransform.getTranslateInstance(
                    (letter.x() - frame.left()) * scale, (letter.y() - frame.top()) * scale);
            place.rotate(letter.angle());
            place.scale(size * scale, size * scale);
            place.translate(-ink.typeface.advance(letter.character()) / 2, Typeface.CAP_HEIGHT / 2);
            path.append(ink.typeface.character(letter.character()).getPathIterator(place), false);
        }
        return path;
    }
}

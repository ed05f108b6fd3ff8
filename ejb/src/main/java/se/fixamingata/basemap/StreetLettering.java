package se.fixamingata.basemap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import se.fixamingata.basemap.Label.Letter;
import se.fixamingata.lettering.Typeface;

/** Sets a name along a line: letter by letter, never upside down, not around corners. */
final class StreetLettering {

    /** No two letters in a row may turn more than this against each other, in radians. */
    private static final double SHARPEST = 0.35;

    private StreetLettering() {}

    /**
     * @param line in world units
     * @param middle where along the line the text's middle comes, in world pixels
     * @return the label, or empty when the line is too short or too bent there
     */
    static Optional<Label> along(Strand line, int zoom, String text, Ink ink, double size, double middle) {
        double pixels = Mercator.pixels(zoom);
        double width = Label.width(text, ink, size);
        double start = middle - width / 2;
        if (start < 2 || middle + width / 2 > length(line, pixels) - 2) {
            return Optional.empty();
        }
        double[] from = at(line, pixels, start);
        double[] to = at(line, pixels, start + width);
        boolean backwards = to[0] < from[0];
        List<Letter> letters = new ArrayList<>();
        List<Envelope> boxes = new ArrayList<>();
        double pen = 0;
        double before = Double.NaN;
        for (int character : Typeface.characters(text).toArray()) {
            double advance = ink.typeface.advance(character) * size;
            double offset = pen + advance / 2;
            double walked = backwards ? start + width - offset : start + offset;
            double[] spot = at(line, pixels, walked);
            double angle = spot[2] + (backwards ? Math.PI : 0);
            angle = Math.atan2(Math.sin(angle), Math.cos(angle));
            if (!Double.isNaN(before) && Math.abs(Math.IEEEremainder(angle - before, 2 * Math.PI)) > SHARPEST) {
                return Optional.empty();
            }
            before = angle;
            letters.add(new Letter(character, spot[0], spot[1], angle));
            double reach = size * 0.55;
            boxes.add(new Envelope(spot[0] - reach, spot[0] + reach, spot[1] - reach, spot[1] + reach));
            pen += advance + ink.tracking * size;
        }
        return Optional.of(new Label(text, ink, size, 0, 0, letters, null, boxes));
    }

    static double length(Strand line, double pixels) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += Math.hypot(line.x(i) - line.x(i - 1), line.y(i) - line.y(i - 1));
        }
        return length * pixels;
    }

    /** World pixel and direction in radians of the point that far along. */
    static double[] at(Strand line, double pixels, double distance) {
        double left = distance / pixels;
        for (int i = 1; i < line.size(); i++) {
            double dx = line.x(i) - line.x(i - 1);
            double dy = line.y(i) - line.y(i - 1);
            double length = Math.hypot(dx, dy);
            if (left <= length || i == line.size() - 1) {
                double t = length == 0 ? 0 : Math.min(1, left / length);
                return new double[] {
                    (line.x(i - 1) + t * dx) * pixels, (line.y(i - 1) + t * dy) * pixels, Math.atan2(dy, dx)
                };
            }
            left -= length;
        }
        throw new IllegalArgumentException("A line of one point has no direction");
    }
}

package se.fixamingata.lettering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cuts of the shipped font (Source Sans 3). Sizes are in pixels per em; tracking is extra space between letters, in em.
 *
 * <p>A character that the font lacks is left out: names on a map are Swedish, Finnish or Sámi, and those letters are there.
 */
public enum Typeface {
    REGULAR("Regular"),
    SEMIBOLD("SemiBold"),
    ITALIC("Italic");

    /** The height of a capital letter, in em. */
    public static final double CAP_HEIGHT = 0.66;

    private final String cut;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();
    private volatile List<OutlineFont> fonts;

    Typeface(String cut) {
        this.cut = cut;
    }

    /** @param advance in em */
    private record Glyph(Path2D outline, double advance) {}

    /** How wide the text is, in pixels. */
    public double width(String text, double size, double tracking) {
        double[] width = {0};
        characters(text).forEach(c -> width[0] += glyph(c).advance() + tracking);
        return Math.max(0, width[0] - tracking) * size;
    }

    /** The text's outline in pixels, its base line at y = 0 and its beginning at x = 0. */
    public Path2D outline(String text, double size, double tracking) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double pen = 0;
        for (int character : characters(text).toArray()) {
            Glyph glyph = glyph(character);
            AffineTransform place = AffineTransform.getTranslateInstance(pen * size, 0);
            place.scale(size, size);
            path.append(glyph.outline().getPathIterator(place), false);
            pen += glyph.advance() + tracking;
        }
        return path;
    }

    /** One character's outline in em, for text along a curve. */
    public Path2D character(int character) {
        return new Path2D.Double(glyph(character).outline());
    }

    /** One character's advance in em. */
    public double advance(int character) {
        return glyph(character).advance();
    }

    /** What is drawn of a text: composed characters, so that å is one. */
    public static IntStream characters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).codePoints();
    }

    private Glyph glyph(int character) {
        return glyphs.computeIfAbsent(character, this::find);
    }

    private Glyph find(int character) {
        for (OutlineFont font : fonts()) {
            int glyph = font.glyph(character);
            if (glyph != 0) {
                return new Glyph(font.outline(glyph), font.advance(glyph));
            }
        }
        return new Glyph(new Path2D.Double(), 0);
    }

    private List<OutlineFont> fonts() {
        if (fonts == null) {
            fonts = Stream.of("", "-Ext")
                    .map(part -> read("SourceSans3-" + cut + part + ".ttf"))
                    .toList();
        }
        return fonts;
    }

    private static OutlineFont read(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The font is missing: " + name);
            }
            return new OutlineFont(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

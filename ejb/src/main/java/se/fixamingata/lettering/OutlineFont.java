package se.fixamingata.lettering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The glyphs of a TrueType file (tables {@code glyf}, {@code hmtx}, and {@link CharacterMap}), in em units with y downwards.
 *
 * <p>Reads fonts that we ship, not fonts from strangers: a file that is not what it should be is a programming error.
 */
final class OutlineFont {

    private static final int ON_CURVE = 1;
    private static final int X_SHORT = 2;
    private static final int Y_SHORT = 4;
    private static final int REPEAT = 8;
    private static final int X_SAME_OR_POSITIVE = 16;
    private static final int Y_SAME_OR_POSITIVE = 32;

    private static final int WORDS = 1;
    private static final int OFFSETS = 2;
    private static final int ONE_SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int MATRIX = 128;

    private final ByteBuffer file;
    private final Map<String, Integer> tables = new HashMap<>();
    private final CharacterMap characters;
    private final double unitsPerEm;
    private final boolean longOffsets;
    private final int advances;

    /** @throws IllegalArgumentException when the bytes are not a TrueType font */
    OutlineFont(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
        try {
            int count = file.getShort(4);
            for (int i = 0; i < count; i++) {
                int entry = 12 + 16 * i;
                tables.put(new String(bytes, entry, 4, StandardCharsets.US_ASCII), file.getInt(entry + 8));
            }
            unitsPerEm = unsigned(table("head") + 18);
            longOffsets = file.getShort(table("head") + 50) == 1;
            advances = unsigned(table("hhea") + 34);
            characters = CharacterMap.read(file, table("cmap"));
        } catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
            throw new IllegalArgumentException("Not a TrueType font", broken);
        }
    }

    /** The number of the character's glyph, 0 when the font lacks it. */
    int glyph(int character) {
        return characters.glyph(character);
    }

    /** How far the pen moves, in em. */
    double advance(int glyph) {
        return unsigned(table("hmtx") + 4 * Math.min(glyph, advances - 1)) / unitsPerEm;
    }

    /** The outline with the pen at the origin of the base line, in em, y downwards. */
    Path2D outline(int glyph) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        addGlyph(path, glyph, AffineTransform.getScaleInstance(1 / unitsPerEm, -1 / unitsPerEm));
        return path;
    }

    private int table(String name) {
        Integer offset = tables.get(name);
        if (offset == null) {
            throw new IllegalArgumentException("The font has no table " + name);
        }
        return offset;
    }

    private int unsigned(int at) {
        return file.getShort(at) & 0xFFFF;
    }

    private int glyphOffset(int glyph) {
        int loca = table("loca");
        return longOffsets ? file.getInt(loca + 4 * glyph) : 2 * unsigned(loca + 2 * glyph);
    }

    private void addGlyph(Path2D path, int glyph, AffineTransform transform) {
        int offset = glyphOffset(glyph);
        if (glyphOffset(glyph + 1) == offset) {
            return;
        }
        ByteBuffer data = file.duplicate();
        data.position(table("glyf") + offset);
        int contours = data.getShort();
        data.position(data.position() + 8);
        if (contours >= 0) {
            addSimple(path, data, contours, transform);
        } else {
            addComposed(path, data, transform);
        }
    }

    private void addComposed(Path2D path, ByteBuffer data, AffineTransform transform) {
        int flags;
        do {
            flags = data.getShort();
            int part = data.getShort() & 0xFFFF;
            double dx = (flags & WORDS) != 0 ? data.getShort() : data.get();
            double dy = (flags & WORDS) != 0 ? data.getShort() : data.get();
            double[] m = {1, 0, 0, 1};
            if ((flags & ONE_SCALE) != 0) {
                m[0] = fraction(data);
                m[3] = m[0];
            } else if ((flags & TWO_SCALES) != 0) {
                m[0] = fraction(data);
                m[3] = fraction(data);
            } else if ((flags & MATRIX) != 0) {
                for (int i = 0; i < 4; i++) {
                    m[i] = fraction(data);
                }
            }
            boolean moved = (flags & OFFSETS) != 0;
            AffineTransform placed = new AffineTransform(transform);
            placed.concatenate(new AffineTransform(m[0], m[1], m[2], m[3], moved ? dx : 0, moved ? dy : 0));
            addGlyph(path, part, placed);
        } while ((flags & MORE) != 0);
    }

    private static double fraction(ByteBuffer data) {
        return data.getShort() / 16384.0;
    }

    private static void addSimple(Path2D path, ByteBuffer data, int contours, AffineTransform transform) {
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = data.getShort() & 0xFFFF;
        }
        int instructions = data.getShort() & 0xFFFF;
        data.position(data.position() + instructions);
        int points = contours == 0 ? 0 : ends[contours - 1] + 1;
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++) {
            flags[i] = data.get();
            if ((flags[i] & REPEAT) != 0) {
                int again = data.get() & 0xFF;
                Arrays.fill(flags, i + 1, i + 1 + again, flags[i]);
                i += again;
            }
        }
        double[] xs = coordinates(data, flags, X_SHORT, X_SAME_OR_POSITIVE);
        double[] ys = coordinates(data, flags, Y_SHORT, Y_SAME_OR_POSITIVE);
        Path2D glyph = new Path2D.Double();
        int first = 0;
        for (int end : ends) {
            addContour(glyph, flags, xs, ys, first, end);
            first = end + 1;
        }
        path.append(transform.createTransformedShape(glyph), false);
    }

    private static double[] coordinates(ByteBuffer data, byte[] flags, int isShort, int sameOrPositive) {
        double[] values = new double[flags.length];
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean set = (flags[i] & sameOrPositive) != 0;
            if ((flags[i] & isShort) != 0) {
                int step = data.get() & 0xFF;
                value += set ? step : -step;
            } else if (!set) {
                value += data.getShort();
            }
            values[i] = value;
        }
        return values;
    }

    /** Two control points in a row have an implied point on the curve half-way between them. */
    private static void addContour(Path2D path, byte[] flags, double[] xs, double[] ys, int first, int last) {
        int count = last - first + 1;
        if (count < 2) {
            return;
        }
        boolean startsOn = (flags[first] & ON_CURVE) != 0;
        double startX = startsOn ? xs[first] : (xs[first] + xs[last]) / 2;
        double startY = startsOn ? ys[first] : (ys[first] + ys[last]) / 2;
        path.moveTo(startX, startY);
        for (int i = startsOn ? 1 : 0; i < count; i++) {
            int at = first + i;
            if ((flags[at] & ON_CURVE) != 0) {
                path.lineTo(xs[at], ys[at]);
                continue;
            }
            boolean closes = i == count - 1;
            int next = first + i + 1;
            if (closes) {
                path.quadTo(xs[at], ys[at], startX, startY);
            } else if ((flags[next] & ON_CURVE) != 0) {
                path.quadTo(xs[at], ys[at], xs[next], ys[next]);
                i++;
            } else {
                path.quadTo(xs[at], ys[at], (xs[at] + xs[next]) / 2, (ys[at] + ys[next]) / 2);
            }
        }
        path.closePath();
    }
}

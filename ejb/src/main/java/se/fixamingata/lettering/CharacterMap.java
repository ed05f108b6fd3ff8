package se.fixamingata.lettering;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Which glyph a TrueType font has for which character: its table {@code cmap}, format 4 and 12. */
final class CharacterMap {

    private final ByteBuffer file;
    private final Map<Integer, Integer> glyphs = new HashMap<>();

    private CharacterMap(ByteBuffer file) {
        this.file = file;
    }

    /** @param at where the table begins */
    static CharacterMap read(ByteBuffer file, int at) {
        CharacterMap map = new CharacterMap(file);
        int count = map.unsigned(at + 2);
        for (int i = 0; i < count; i++) {
            int subtable = at + file.getInt(at + 4 + 8 * i + 4);
            switch (map.unsigned(subtable)) {
                case 4 -> map.readSegments(subtable);
                case 12 -> map.readGroups(subtable);
                default -> {
                    // Other formats hold no more than these two.
                }
            }
        }
        return map;
    }

    /** 0 when the font lacks the character. */
    int glyph(int character) {
        return glyphs.getOrDefault(character, 0);
    }

    private int unsigned(int at) {
        return file.getShort(at) & 0xFFFF;
    }

    private void readSegments(int at) {
        int doubled = unsigned(at + 6);
        int ends = at + 14;
        int starts = ends + doubled + 2;
        for (int i = 0; i < doubled; i += 2) {
            int start = unsigned(starts + i);
            int end = unsigned(ends + i);
            int delta = unsigned(starts + doubled + i);
            int rangeAt = starts + 2 * doubled + i;
            int range = unsigned(rangeAt);
            for (int character = start; character <= end && character < 0xFFFF; character++) {
                int glyph = character + delta;
                if (range != 0) {
                    int listed = unsigned(rangeAt + range + 2 * (character - start));
                    glyph = listed == 0 ? 0 : listed + delta;
                }
                put(character, glyph & 0xFFFF);
            }
        }
    }

    private void readGroups(int at) {
        int count = file.getInt(at + 12);
        for (int i = 0; i < count; i++) {
            int group = at + 16 + 12 * i;
            int start = file.getInt(group);
            for (int character = start; character <= file.getInt(group + 4); character++) {
                put(character, file.getInt(group + 8) + character - start);
            }
        }
    }

    private void put(int character, int glyph) {
        if (glyph != 0) {
            glyphs.put(character, glyph);
        }
    }
}

package se.fixamingata.photo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two sizes in which every photo is kept. Both are JPEG. */
public enum PhotoSize {
    /** Longest side at most 2,048 pixels. */
    FULL(2048),
    /** For lists and cards: longest side at most 400 pixels. */
    THUMB(400);

    private final int longestSide;

    PhotoSize(int longestSide) {
        this.longestSide = longestSide;
    }

    /** In pixels. */
    public int longestSide() {
        return longestSide;
    }

    /** As it stands in the address: {@code /bild/{id}/thumb}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The size with that code; empty when there is none. */
    public static Optional<PhotoSize> find(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}

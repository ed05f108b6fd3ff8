package se.fixamingata.basemap;

import java.awt.Color;

/**
 * The map's colours, calm enough for pins to stand out. Inks keep 4.5:1 against every ground they may lie on (a test computes it).
 *
 * @param abroad laid over everything outside Sweden; the water's own colour, so that only land pales
 */
record Palette(
        Color water,
        Color shore,
        Color land,
        Color abroad,
        Color town,
        Color park,
        Color building,
        Color buildingEdge,
        Color motorway,
        Color trunk,
        Color primary,
        Color roadCasing,
        Color street,
        Color streetCasing,
        Color path,
        Color municipalBorder,
        Color countyBorder,
        Color nationalBorder,
        Color ink,
        Color quietInk,
        Color waterInk,
        Color parkInk,
        Color halo,
        Color waterHalo,
        Color dot,
        Color europeanShield,
        Color nationalShield,
        Color shieldInk) {

    static final Palette LIGHT = new Palette(
            rgb(0xC9DFEE),
            rgb(0x9DBFD6),
            rgb(0xF7F5F0),
            rgba(0xC9DFEE, 0x8C),
            rgb(0xECE7DF),
            rgb(0xD5E6CD),
            rgb(0xDDD6CB),
            rgb(0xC7BEB1),
            rgb(0xF0B45C),
            rgb(0xF7D28F),
            rgb(0xFFFFFF),
            rgb(0xB9A488),
            rgb(0xFFFFFF),
            rgb(0xCBC4B9),
            rgb(0xB7A78E),
            rgba(0x6F5F93, 0x78),
            rgba(0x6F5F93, 0xC8),
            rgb(0x6A5A8E),
            rgb(0x1C2733),
            rgb(0x4A5A6A),
            rgb(0x1F5580),
            rgb(0x2C5B2F),
            rgba(0xFBFAF7, 0xDC),
            rgba(0xD8E8F3, 0xB4),
            rgb(0x1C2733),
            rgb(0x2E7D4F),
            rgb(0x0B5FA5),
            rgb(0xFFFFFF));

    static final Palette DARK = new Palette(
            rgb(0x0F1A25),
            rgb(0x2F4A60),
            rgb(0x202A33),
            rgba(0x0F1A25, 0x8C),
            rgb(0x2A343D),
            rgb(0x22362C),
            rgb(0x36424D),
            rgb(0x47545F),
            rgb(0x8A6A35),
            rgb(0x6B5A3C),
            rgb(0x4A5764),
            rgb(0x141B22),
            rgb(0x46525E),
            rgb(0x151D25),
            rgb(0x5F6B76),
            rgba(0xA99BD0, 0x5A),
            rgba(0xA99BD0, 0xA0),
            rgb(0x9C8EC6),
            rgb(0xE8EEF4),
            rgb(0xBECAD5),
            rgb(0x8FC1E8),
            rgb(0xA5D3A8),
            rgba(0x151D25, 0xDC),
            rgba(0x0F1A25, 0xB4),
            rgb(0xE8EEF4),
            rgb(0x2A6B45),
            rgb(0x17568C),
            rgb(0xFFFFFF));

    static Palette of(Theme theme) {
        return theme == Theme.DARK ? DARK : LIGHT;
    }

    private static Color rgb(int rgb) {
        return new Color(rgb);
    }

    private static Color rgba(int rgb, int alpha) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, alpha);
    }
}

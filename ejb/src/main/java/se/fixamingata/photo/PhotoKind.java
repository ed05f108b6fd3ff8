package se.fixamingata.photo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a file is, told by its first bytes: its name and the browser's word for it are only claims. */
enum PhotoKind {
    JPEG(null),
    PNG(null),
    GIF(null),
    WEBP(null),
    /** The iPhone's format; phones convert by themselves when the form's accept list says so. */
    HEIC("photo.refused.heic"),
    SVG("photo.refused.svg"),
    HTML("photo.refused.html"),
    EMPTY("photo.refused.empty"),
    OTHER("photo.refused.type");

    /** As many first bytes as {@link #of} wants to see; fewer mean a shorter file. */
    static final int HEAD = 1024;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private final String refusal;

    PhotoKind(String refusal) {
        this.refusal = refusal;
    }

    /** The message key that says why it is not taken; null for the four kinds that are. */
    String refusal() {
        return refusal;
    }

    /** Tells the kind from the first {@link #HEAD} bytes of a file. */
    static PhotoKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (starts(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        }
        if (starts(head, 0, 'G', 'I', 'F', '8')) {
            return GIF;
        }
        if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
            return WEBP;
        }
        if (starts(head, 4, 'f', 't', 'y', 'p') && head.length >= 12) {
            String brand = new String(head, 8, 4, StandardCharsets.ISO_8859_1);
            return HEIC_BRANDS.contains(brand) ? HEIC : OTHER;
        }
        return markup(new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
    }

    private static PhotoKind markup(String text) {
        if (text.contains("<svg")) {
            return SVG;
        }
        return text.contains("<html") || text.contains("<!doctype") || text.contains("<script") ? HTML : OTHER;
    }

    private static boolean starts(byte[] head, int offset, int... magic) {
        if (head.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[offset + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

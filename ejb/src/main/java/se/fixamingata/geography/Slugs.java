package se.fixamingata.geography;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they stand in addresses: å ä → a, ö → o, é → e, space → -; lower case. */
final class Slugs {

    private Slugs() {}

    /** The slug of one name; not yet unique among several. */
    static String of(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The slug of a name that has to give way to another of the same slug: Håbo in Uppsala län is {@code habo-uppsala}. */
    static String of(String name, String county) {
        return of(name) + "-" + of(county.replaceFirst("s? län$", ""));
    }

    /** Whether the slug is the name itself, so that it has the better right to it: Habo before Håbo. */
    static boolean isPlain(String name) {
        return of(name).equals(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
}

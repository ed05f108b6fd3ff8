package se.fixamingata.geography;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Looks words up in the gazetteer the way people write addresses: "Väse", "Väse, Karlstad", "Drottninggatan 5 Stockholm",
 * "Storgatan 5, 667 30 Forshaga".
 */
final class NameSearch {

    /** How a name was found, so that the caller knows whether a geocoder could do better. */
    enum Quality {
        /** What was named, and nothing else can be meant. */
        EXACT,
        /** Names that begin so, or streets of a name that other towns may have too. */
        MAYBE,
        /** The street of an unknown house, or the town of an unknown street. */
        ONLY_AROUND
    }

    record Found(List<PlaceHit> hits, Quality quality) {}

    private static final Pattern STREET_NAME = Pattern.compile(
            ".*(gatan?|vägen|väg|gränd|gränden|torg|torget|plan|backen?|stigen?|allén?|leden|kajen|esplanaden)\\b.*",
            Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern POSTCODE = Pattern.compile("\\b\\d{3} ?\\d{2}\\b");
    private static final Found NOTHING = new Found(List.of(), Quality.MAYBE);
    private static final Predicate<GazetteerEntry> ANYWHERE = entry -> true;

    private final Gazetteer gazetteer;

    NameSearch(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Whole names if there are any, else beginnings, else the town of an unknown street. */
    Found find(String text) {
        Words all = Words.of(text);
        if (all.isEmpty()) {
            return NOTHING;
        }
        List<GazetteerEntry> exact = gazetteer.exactly(all, ANYWHERE);
        if (!exact.isEmpty()) {
            boolean onlyStreets = exact.stream().allMatch(NameSearch::isStreet);
            return new Found(hits(exact), onlyStreets ? Quality.MAYBE : Quality.EXACT);
        }
        Found inTown = text.indexOf(',') >= 0 ? aroundComma(text) : inLastWords(text);
        if (!inTown.hits().isEmpty()) {
            return inTown;
        }
        List<GazetteerEntry> beginning = gazetteer.beginning(all, ANYWHERE);
        return beginning.isEmpty()
                ? new Found(hits(streetOf(all, ANYWHERE)), Quality.ONLY_AROUND)
                : new Found(hits(beginning), Quality.MAYBE);
    }

    /** The street alone, for a house number that is not known. */
    private List<GazetteerEntry> streetOf(Words house, Predicate<GazetteerEntry> filter) {
        Words street = new Words(withoutNumber(house.spelt()), withoutNumber(house.folded()));
        return street.equals(house)
                ? List.of()
                : gazetteer.exactly(street, filter.and(entry -> entry.kind() == PlaceKind.STREET));
    }

    /** What the words typed so far may become. */
    List<PlaceHit> suggest(String text) {
        Words words = Words.of(text);
        return words.isEmpty() ? List.of() : hits(gazetteer.beginning(words, ANYWHERE));
    }

    /** "Storgatan 5, Forshaga", and the other way round for those who begin with the town. */
    private Found aroundComma(String text) {
        int comma = text.indexOf(',');
        String before = text.substring(0, comma);
        String behind = text.substring(comma + 1);
        Found found = inTown(before, behind, true);
        return found.hits().isEmpty() ? inTown(behind, before, isStreetName(behind)) : found;
    }

    /** "Drottninggatan 5 Stockholm": the longest ending that is a place, else the longest beginning before a street. */
    private Found inLastWords(String text) {
        String[] words = text.strip().split("\\s+");
        for (int i = 1; i < words.length; i++) {
            String head = String.join(" ", Arrays.copyOfRange(words, 0, i));
            String tail = String.join(" ", Arrays.copyOfRange(words, i, words.length));
            Found found = inTown(head, tail, isStreetLike(head));
            if (!found.hits().isEmpty()) {
                return found;
            }
        }
        for (int i = words.length - 1; i > 0; i--) {
            String tail = String.join(" ", Arrays.copyOfRange(words, i, words.length));
            String head = String.join(" ", Arrays.copyOfRange(words, 0, i));
            Found found = isStreetName(tail) ? inTown(tail, head, true) : NOTHING;
            if (!found.hits().isEmpty()) {
                return found;
            }
        }
        return NOTHING;
    }

    /** Whether it may be a street, by its name or by a house number. */
    private static boolean isStreetLike(String words) {
        return isStreetName(words) || words.chars().anyMatch(Character::isDigit);
    }

    private static boolean isStreetName(String words) {
        return STREET_NAME.matcher(words).matches();
    }

    /** What is called {@code head} within {@code tail}; else, when it may be a street, the town itself with a remark. */
    private Found inTown(String head, String tail, boolean mayBeStreet) {
        Words name = Words.of(head);
        List<Words> around = Arrays.stream(
                        POSTCODE.matcher(tail).replaceAll(" ").split(","))
                .map(Words::of)
                .filter(words -> !words.isEmpty())
                .toList();
        if (name.isEmpty() || around.isEmpty()) {
            return NOTHING;
        }
        List<GazetteerEntry> towns = gazetteer.exactly(around.get(0), entry -> entry.kind() != PlaceKind.ADDRESS);
        Predicate<GazetteerEntry> near = entry -> around.stream().allMatch(words -> liesIn(entry, words))
                || towns.stream().anyMatch(town -> town.municipality().equals(entry.municipality()) && isStreet(entry));
        List<GazetteerEntry> inside = gazetteer.exactly(name, near);
        if (!inside.isEmpty()) {
            return new Found(hits(inside), Quality.EXACT);
        }
        List<GazetteerEntry> street = streetOf(name, near);
        if (!street.isEmpty()) {
            return new Found(hits(street), Quality.ONLY_AROUND);
        }
        if (!mayBeStreet) {
            return NOTHING;
        }
        return new Found(
                towns.stream()
                        .filter(town -> !isStreet(town))
                        .map(town -> town.hit(PlaceHit.STREET_UNKNOWN, town.name()))
                        .toList(),
                Quality.ONLY_AROUND);
    }

    private static boolean isStreet(GazetteerEntry entry) {
        return entry.kind() == PlaceKind.STREET || entry.kind() == PlaceKind.ADDRESS;
    }

    private static String withoutNumber(String name) {
        return name.replaceFirst(" \\d+\\p{L}?$", "");
    }

    /** Whether the words name the entry's municipality or county, whole or begun. */
    private static boolean liesIn(GazetteerEntry entry, Words words) {
        MunicipalityFacts municipality = entry.municipality();
        return List.of(municipality.name(), municipality.name() + "s kommun", municipality.county()).stream()
                .map(name -> Words.of(name).folded())
                .anyMatch(name -> name.startsWith(words.folded()));
    }

    private static List<PlaceHit> hits(List<GazetteerEntry> entries) {
        return entries.stream().map(GazetteerEntry::hit).toList();
    }
}

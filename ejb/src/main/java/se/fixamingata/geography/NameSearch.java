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
        EXACT,
        BEGINNING,
        ONLY_THE_TOWN
    }

    record Found(List<PlaceHit> hits, Quality quality) {}

    private static final Pattern STREET = Pattern.compile(
            ".*\\d.*|.*(gatan?|vägen|väg|gränd|gränden|torg|torget|plan|backen?|stigen?|allén?|leden|kajen|esplanaden)\\b.*",
            Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern POSTCODE = Pattern.compile("\\b\\d{3} ?\\d{2}\\b");
    private static final Predicate<GazetteerEntry> ANYWHERE = entry -> true;

    private final Gazetteer gazetteer;

    NameSearch(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Whole names if there are any, else beginnings, else the town of an unknown street. */
    Found find(String text) {
        Words all = Words.of(text);
        if (all.isEmpty()) {
            return new Found(List.of(), Quality.BEGINNING);
        }
        List<GazetteerEntry> exact = gazetteer.exactly(all, ANYWHERE);
        if (!exact.isEmpty()) {
            return new Found(hits(exact), Quality.EXACT);
        }
        int comma = text.indexOf(',');
        Found inTown =
                comma >= 0 ? inTown(text.substring(0, comma), text.substring(comma + 1), true) : inLastWords(text);
        return inTown.hits().isEmpty()
                ? new Found(hits(gazetteer.beginning(all, ANYWHERE)), Quality.BEGINNING)
                : inTown;
    }

    /** What the words typed so far may become. */
    List<PlaceHit> suggest(String text) {
        Words words = Words.of(text);
        return words.isEmpty() ? List.of() : hits(gazetteer.beginning(words, ANYWHERE));
    }

    /** "Drottninggatan 5 Stockholm": the longest ending that is a place. */
    private Found inLastWords(String text) {
        String[] words = text.strip().split("\\s+");
        for (int i = 1; i < words.length; i++) {
            String head = String.join(" ", Arrays.copyOfRange(words, 0, i));
            String tail = String.join(" ", Arrays.copyOfRange(words, i, words.length));
            Found found = inTown(head, tail, STREET.matcher(head).matches());
            if (!found.hits().isEmpty()) {
                return found;
            }
        }
        return new Found(List.of(), Quality.BEGINNING);
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
            return new Found(List.of(), Quality.BEGINNING);
        }
        List<GazetteerEntry> towns = gazetteer.exactly(around.get(0), entry -> entry.kind() != PlaceKind.ADDRESS);
        Predicate<GazetteerEntry> near = entry -> around.stream().allMatch(words -> liesIn(entry, words))
                || towns.stream().anyMatch(town -> town.municipality().equals(entry.municipality()) && isStreet(entry));
        List<GazetteerEntry> inside = gazetteer.exactly(name, near);
        if (inside.isEmpty()) {
            inside = gazetteer.exactly(withoutNumber(name), near.and(entry -> entry.kind() == PlaceKind.STREET));
        }
        if (!inside.isEmpty()) {
            return new Found(hits(inside), Quality.EXACT);
        }
        if (!mayBeStreet) {
            return new Found(List.of(), Quality.BEGINNING);
        }
        return new Found(
                towns.stream()
                        .filter(town -> !isStreet(town))
                        .map(town -> town.hit(PlaceHit.STREET_UNKNOWN, town.name()))
                        .toList(),
                Quality.ONLY_THE_TOWN);
    }

    private static boolean isStreet(GazetteerEntry entry) {
        return entry.kind() == PlaceKind.STREET || entry.kind() == PlaceKind.ADDRESS;
    }

    private static Words withoutNumber(Words name) {
        return new Words(
                name.spelt().replaceFirst(" \\d+\\w?$", ""), name.folded().replaceFirst(" \\d+\\w?$", ""));
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

package se.fixamingata.geography;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Names in memory, sorted without their marks, so that everything that begins alike stands together. Immutable.
 *
 * <p>A name stands there whole and once more from each of its later words ("Frölunda" finds Västra Frölunda). Rightly spelt and
 * whole comes first, then whole without marks, then the beginnings; within each the more people the earlier.
 */
final class Gazetteer {

    /** How well a name fits; the smaller the better. */
    private static final int EXACT = 0;

    private static final int EXACT_WITHOUT_MARKS = 1;
    private static final int BEGINS = 2;
    private static final int BEGINS_WITHOUT_MARKS = 3;
    private static final int WORD_BEGINS = 4;

    private record Key(String folded, String spelt, boolean whole, GazetteerEntry entry) {}

    private record Match(GazetteerEntry entry, int fit) {}

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::fit)
            .thenComparing(match -> match.entry().misspelt())
            .thenComparing(match -> match.entry().weight(), Comparator.reverseOrder())
            .thenComparing(match -> match.entry().name().length())
            .thenComparing(match -> match.entry().name())
            .thenComparing(match -> match.entry().municipality().code());

    private final List<Key> keys = new ArrayList<>();

    Gazetteer(Reference reference) {
        for (Place place : reference.places()) {
            add(GazetteerEntry.of(place, reference.facts(place.municipalityCode())), place.name());
        }
        for (MunicipalityRow row : reference.municipalities().values()) {
            addMunicipality(row.facts());
        }
        for (Street street : reference.streets()) {
            addStreet(street, reference.facts(street.municipalityCode()));
        }
        keys.sort(Comparator.comparing(Key::folded));
    }

    private void addMunicipality(MunicipalityFacts facts) {
        GazetteerEntry entry = GazetteerEntry.of(facts);
        add(entry, facts.name());
        String genitive = facts.name().matches(".*[sxz]") ? facts.name() : facts.name() + "s";
        for (String form : new LinkedHashSet<>(List.of(facts.name(), genitive))) {
            addKey(entry, Words.of(form + " kommun"), true);
            addKey(entry, Words.of(form + " stad"), true);
        }
    }

    private void addStreet(Street street, MunicipalityFacts facts) {
        GazetteerEntry entry = GazetteerEntry.of(street, facts);
        add(entry, street.label());
        if (street.number().matches("\\d+[-–]\\d+")) {
            for (String number : street.number().split("[-–]")) {
                addKey(entry, Words.of(street.name() + " " + number), true);
            }
        }
    }

    private void add(GazetteerEntry entry, String name) {
        Words words = Words.of(name);
        addKey(entry, words, true);
        for (int space = words.spelt().indexOf(' ');
                space >= 0;
                space = words.spelt().indexOf(' ', space + 1)) {
            addKey(entry, Words.of(words.spelt().substring(space + 1)), false);
        }
    }

    private void addKey(GazetteerEntry entry, Words words, boolean whole) {
        if (!words.isEmpty()) {
            keys.add(new Key(words.folded(), words.spelt(), whole, entry));
        }
    }

    /** Everything of exactly that name that passes; with marks typed, only what has them if there is any such. */
    List<GazetteerEntry> exactly(Words words, Predicate<GazetteerEntry> filter) {
        List<Match> matches = matches(words, filter, EXACT_WITHOUT_MARKS);
        boolean rightlySpelt = matches.stream().anyMatch(match -> match.fit() == EXACT);
        boolean onlyThose = rightlySpelt && words.hasMarks();
        return withoutTwins(matches.stream()
                .filter(match -> match.fit() == EXACT || !onlyThose)
                .filter(match -> !(rightlySpelt && match.entry().misspelt()))
                .map(Match::entry)
                .toList());
    }

    /** Everything that begins so, best first. */
    List<GazetteerEntry> beginning(Words words, Predicate<GazetteerEntry> filter) {
        return withoutTwins(
                matches(words, filter, WORD_BEGINS).stream().map(Match::entry).toList());
    }

    private List<Match> matches(Words words, Predicate<GazetteerEntry> filter, int worstFit) {
        Map<GazetteerEntry, Integer> best = new IdentityHashMap<>();
        for (int i = firstAtOrAfter(words.folded()); i < keys.size(); i++) {
            Key key = keys.get(i);
            boolean same = key.folded().length() == words.folded().length();
            if (!key.folded().startsWith(words.folded()) || worstFit <= EXACT_WITHOUT_MARKS && !same) {
                break;
            }
            int fit = fit(key, words, same);
            if (fit <= worstFit && filter.test(key.entry())) {
                best.merge(key.entry(), fit, Math::min);
            }
        }
        return best.entrySet().stream()
                .map(found -> new Match(found.getKey(), found.getValue()))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static int fit(Key key, Words words, boolean same) {
        if (!key.whole()) {
            return WORD_BEGINS;
        }
        boolean rightlySpelt = !key.entry().misspelt() && key.spelt().startsWith(words.spelt());
        if (same) {
            return rightlySpelt ? EXACT : EXACT_WITHOUT_MARKS;
        }
        return rightlySpelt ? BEGINS : BEGINS_WITHOUT_MARKS;
    }

    private int firstAtOrAfter(String folded) {
        int low = 0;
        int high = keys.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.get(middle).folded().compareTo(folded) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Leaves out a municipality where a place of its own name in it is listed: one "Forshaga" is enough. And of places that nobody
     * could tell apart in a list (same name, same municipality) only the first stays.
     */
    private static List<GazetteerEntry> withoutTwins(Collection<GazetteerEntry> entries) {
        Set<MunicipalityFacts> named = new HashSet<>();
        Set<String> shown = new HashSet<>();
        for (GazetteerEntry entry : entries) {
            if (entry.kind() == PlaceKind.LOCALITY
                    && entry.name().equals(entry.municipality().name())) {
                named.add(entry.municipality());
            }
        }
        return entries.stream()
                .filter(entry -> entry.kind() != PlaceKind.MUNICIPALITY || !named.contains(entry.municipality()))
                .filter(entry -> shown.add(entry.kind() + entry.hit().label()))
                .toList();
    }
}

package se.fixamingata.geography;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import se.fixamingata.position.Position;

/**
 * The one search box: postcode, address, place, municipality, coordinates, report number.
 *
 * <p>The gazetteer in memory answers first. Nominatim is asked, where one is configured, only when no whole name was found; if it is
 * down, what the gazetteer has still comes.
 */
@ApplicationScoped
public class PlaceSearch {

    private static final int MOST = 50;

    private record Index(NameSearch names, Postcodes postcodes) {}

    private Lazy<Index> index;
    private Boundaries boundaries;
    private Nominatim nominatim;

    /** For the container. */
    protected PlaceSearch() {}

    @Inject
    public PlaceSearch(ReferenceData data, Boundaries boundaries, Nominatim nominatim) {
        this.index = new Lazy<>(
                () -> new Index(new NameSearch(new Gazetteer(data.reference())), new Postcodes(data.reference())));
        this.boundaries = boundaries;
        this.nominatim = nominatim;
    }

    /** Reads the index now, so that the first search need not wait for it. */
    void warmUp() {
        index.get();
    }

    /**
     * Finds places. May take up to 5 s where a geocoder is configured: never inside a transaction.
     *
     * @param query what was typed; longer than 200 characters finds nothing
     * @param limit at most so many hits, 1 to {@value #MOST}; more or less is taken as the nearest of those
     */
    public SearchResult search(String query, int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        PlaceQuery understood = PlaceQuery.of(query);
        if (understood instanceof PlaceQuery.ReportNumber report) {
            return SearchResult.report(report.number());
        }
        if (understood instanceof PlaceQuery.Coordinates coordinates) {
            return coordinates(coordinates.position());
        }
        if (understood instanceof PlaceQuery.PostcodeDigits code) {
            List<PlaceHit> hits = index.get().postcodes().beginning(code.digits(), most);
            return hits.isEmpty() ? behindPostcode(code, most) : SearchResult.of(hits);
        }
        return understood instanceof PlaceQuery.Name name ? named(name.text(), most) : SearchResult.of(List.of());
    }

    /** What the words typed so far may become. Asks the gazetteer alone, so it is quick and burdens nobody else's server. */
    public List<PlaceHit> suggest(String beginning, int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        PlaceQuery understood = PlaceQuery.of(beginning);
        if (understood instanceof PlaceQuery.Coordinates coordinates) {
            return coordinates(coordinates.position()).hits();
        }
        if (understood instanceof PlaceQuery.PostcodeDigits code) {
            return index.get().postcodes().beginning(code.digits(), most);
        }
        return understood instanceof PlaceQuery.Name name
                ? first(index.get().names().suggest(name.text()), most)
                : List.of();
    }

    private SearchResult coordinates(Position position) {
        Optional<Location> location = boundaries.locate(position);
        if (location.isEmpty()) {
            return SearchResult.outside();
        }
        String numbers = String.format(Locale.ROOT, "%.5f, %.5f", position.lat(), position.lon());
        return SearchResult.of(List.of(hit(numbers, null, PlaceKind.COORDINATES, position, location.get())));
    }

    /** A code that is not in the list may still stand before a town that is. */
    private SearchResult behindPostcode(PlaceQuery.PostcodeDigits code, int most) {
        String words = code.behind().isEmpty() ? code.digits() : code.behind();
        return code.digits().length() < 5 ? SearchResult.of(List.of()) : named(words, most);
    }

    private SearchResult named(String text, int most) {
        NameSearch.Found found = index.get().names().find(text);
        if (found.quality() == NameSearch.Quality.EXACT || !nominatim.isConfigured()) {
            return SearchResult.of(first(found.hits(), most));
        }
        try {
            List<PlaceHit> geocoded = geocoded(text, most);
            boolean better = found.quality() == NameSearch.Quality.ONLY_AROUND && !geocoded.isEmpty();
            List<PlaceHit> hits = new ArrayList<>(better ? List.of() : found.hits());
            geocoded.stream()
                    .filter(hit ->
                            hits.stream().noneMatch(known -> known.label().equals(hit.label())))
                    .forEach(hits::add);
            return SearchResult.of(first(hits, most));
        } catch (Nominatim.Down down) {
            // Logged where it happened; the resident gets the gazetteer's hits and a quiet note.
            return new SearchResult(first(found.hits(), most), OptionalLong.empty(), true, false);
        }
    }

    private List<PlaceHit> geocoded(String text, int most) throws Nominatim.Down {
        List<PlaceHit> hits = new ArrayList<>();
        for (NominatimPlace place : nominatim.search(text, Math.min(most, 10))) {
            Optional<Location> location = boundaries.locate(place.position());
            if (location.isPresent() && place.title().isPresent()) {
                String town = place.town().isEmpty() ? null : place.town();
                hits.add(hit(place.title().get(), town, place.kind(), place.position(), location.get()));
            }
        }
        return hits;
    }

    private static PlaceHit hit(String name, String town, PlaceKind kind, Position position, Location location) {
        Area area = location.area();
        int zoom = kind == PlaceKind.LOCALITY ? 14 : 17;
        String label = GazetteerEntry.label(name, town, area);
        return new PlaceHit(label, kind, position, zoom, area.code(), area.name(), area.county(), null, null);
    }

    private static List<PlaceHit> first(List<PlaceHit> hits, int most) {
        return hits.size() <= most ? hits : hits.subList(0, most);
    }
}

package se.fixamingata.geography;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The one search box: postcode, address, place, municipality, coordinates, report number. */
@ApplicationScoped
public class PlaceSearch {

    /** Finds places; the gazetteer first, then Nominatim where one is configured. May take up to 5 s: never inside a transaction. */
    public SearchResult search(String query, int limit) {
        return SearchResult.of(List.of());
    }

    /** What the words typed so far may become. Asks the gazetteer alone, so it is quick and burdens nobody else's server. */
    public List<PlaceHit> suggest(String beginning, int limit) {
        return List.of();
    }
}

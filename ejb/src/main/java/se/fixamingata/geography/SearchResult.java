package se.fixamingata.geography;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a search for a place gave.
 *
 * @param hits best first
 * @param reportNumber the number, when somebody searched for {@code #1234}; whether there is such a report is not known here
 * @param geocoderDown a geocoder is configured and would have been asked, but did not answer
 * @param outsideSweden coordinates were given and they lie outside Sweden: say so, and leave the map where it is
 */
public record SearchResult(
        List<PlaceHit> hits, OptionalLong reportNumber, boolean geocoderDown, boolean outsideSweden) {

    public SearchResult {
        hits = List.copyOf(hits);
    }

    static SearchResult of(List<PlaceHit> hits) {
        return new SearchResult(hits, OptionalLong.empty(), false, false);
    }

    static SearchResult report(long number) {
        return new SearchResult(List.of(), OptionalLong.of(number), false, false);
    }

    static SearchResult outside() {
        return new SearchResult(List.of(), OptionalLong.empty(), false, true);
    }
}

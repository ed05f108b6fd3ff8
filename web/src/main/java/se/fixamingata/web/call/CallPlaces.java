package se.fixamingata.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.fixamingata.geography.PlaceHit;
import se.fixamingata.geography.PlaceKind;
import se.fixamingata.geography.PlaceSearch;
import se.fixamingata.web.text.TextBean;

/** Finds the place that somebody names on the phone. */
@RequestScoped
public class CallPlaces {

    private static final int MOST = 8;
    private static final int LONGEST = 200;
    private static final Set<PlaceKind> EXACT = EnumSet.of(PlaceKind.ADDRESS, PlaceKind.COORDINATES);

    @Inject
    PlaceSearch search;

    @Inject
    TextBean text;

    /**
     * A place of that name.
     *
     * @param exact whether it is a point, and not the middle of something
     */
    public record Hit(String label, double lat, double lon, boolean exact) {}

    /** Best first; none for what is no text to search for. */
    List<Hit> find(String typed) {
        if (typed.isBlank() || typed.length() > LONGEST) {
            return List.of();
        }
        return search.search(typed.strip(), MOST).hits().stream().map(this::hit).toList();
    }

    private Hit hit(PlaceHit hit) {
        String remark = hit.noteKey() == null ? "" : " (" + text.of(hit.noteKey(), hit.noteArgument()) + ")";
        String town =
                hit.municipality() == null || hit.label().contains(hit.municipality()) ? "" : ", " + hit.municipality();
        return new Hit(
                hit.label() + town + remark,
                hit.position().lat(),
                hit.position().lon(),
                EXACT.contains(hit.kind()));
    }
}

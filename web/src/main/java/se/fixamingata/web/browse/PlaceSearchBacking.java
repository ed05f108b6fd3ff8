package se.fixamingata.web.browse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omnifaces.util.Faces;
import se.fixamingata.geography.PlaceHit;
import se.fixamingata.geography.PlaceSearch;
import se.fixamingata.geography.SearchResult;
import se.fixamingata.report.ReportPages;
import se.fixamingata.web.text.TextBean;

/** The search box (R1): one hit goes to the map, several are listed, none says so; {@code #1234} goes to the report. */
@Named("placeSearch")
@RequestScoped
public class PlaceSearchBacking {

    private static final int MOST_HITS = 12;
    private static final int MOST_LETTERS = 200;

    @Inject
    PlaceSearch places;

    @Inject
    ReportPages reports;

    @Inject
    TextBean text;

    private String query = "";
    private boolean placed;
    private SearchResult result;

    /** Searches when the address holds something to search for; may leave for the map or for a report. */
    public void open() {
        String asked = Faces.getRequestParameter("q");
        query = asked == null ? "" : asked.strip();
        if (query.isEmpty() || query.length() > MOST_LETTERS) {
            return;
        }
        placed = Viewport.parse(Faces.getRequestParameter("lat"), Faces.getRequestParameter("lon"), "")
                .isPresent();
        result = places.search(query, MOST_HITS);
        if (placed) {
            return;
        }
        if (result.reportNumber().isPresent()) {
            openReport(result.reportNumber().getAsLong());
        } else if (result.hits().size() == 1) {
            Faces.redirect(address(result.hits().get(0)));
        }
    }

    private void openReport(long number) {
        if (reports.find(number).isPresent()) {
            Faces.redirect("/rapport/" + number);
        }
    }

    public String getQuery() {
        return query;
    }

    /** Whether the page has to ask back instead of showing the map. */
    public boolean isAsking() {
        return result != null && !placed;
    }

    public List<PlaceHit> getHits() {
        return result.hits();
    }

    /** What to say when there is no hit. */
    public String getNothing() {
        if (result.outsideSweden()) {
            return text.of("karta.search.outside");
        }
        return result.reportNumber().isPresent()
                ? text.of(
                        "karta.search.no-report",
                        Long.toString(result.reportNumber().getAsLong()))
                : text.of("karta.search.nothing", query);
    }

    /** Whether the foreign server that knows addresses did not answer. */
    public boolean isGeocoderDown() {
        return result != null && result.geocoderDown();
    }

    /** The remark that goes with the place on the map, for example that it is approximate; empty when there is none. */
    public String getRemark() {
        if (result == null || !placed) {
            return "";
        }
        return result.hits().stream()
                .filter(this::isHere)
                .findFirst()
                .map(this::remark)
                .orElse("");
    }

    private boolean isHere(PlaceHit hit) {
        return Double.toString(hit.position().lat()).equals(Faces.getRequestParameter("lat"))
                && Double.toString(hit.position().lon()).equals(Faces.getRequestParameter("lon"));
    }

    /** The hit's remark in words; empty when it has none. */
    public String remark(PlaceHit hit) {
        return hit.noteKey() == null ? "" : text.of(hit.noteKey(), hit.noteArgument());
    }

    /** The map at the hit; the words stay in the address, so that the remark can be shown there. */
    public String address(PlaceHit hit) {
        return "/karta?lat=" + hit.position().lat() + "&lon=" + hit.position().lon() + "&z=" + hit.zoom() + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}

package se.fixamingata.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import se.fixamingata.geography.PlaceHit;
import se.fixamingata.geography.PlaceKind;
import se.fixamingata.geography.PlaceSearch;
import se.fixamingata.geography.SearchResult;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportPages;
import se.fixamingata.report.ReportView;

/**
 * Places by name, postcode, coordinates or report number: {@code GET /api/places?q=653 40&limit=10}.
 *
 * <p>With {@code suggest=true} what the letters typed so far may become, from memory alone. Whether a geocoder was asked in vain
 * stands in the header {@value #GEOCODER}, so that the list stays a list.
 */
@Path("/places")
@ApplicationScoped
public class PlacesResource {

    /** Response header: {@code down} when the geocoder did not answer and only the gazetteer's hits are there. */
    static final String GEOCODER = "X-Geocoder";

    private static final int LONGEST_QUERY = 200;
    private static final int MOST = 50;
    private static final int REPORT_ZOOM = 17;
    private static final Pattern LIMIT = Pattern.compile("\\d{1,3}");

    @Inject
    PlaceSearch search;

    @Inject
    ReportPages reports;

    @Inject
    Municipalities municipalities;

    /**
     * Finds places, best first.
     *
     * @param q what was typed, 1 to 200 characters
     * @param limit 1 to 50 hits
     * @param suggest whether the text is still being typed
     * @return 200 with a list, empty when there is no such place; 400 with the reason; 404 for coordinates outside Sweden
     */
    @GET
    @Produces("application/json")
    public Response places(
            @QueryParam("q") String q,
            @QueryParam("limit") @DefaultValue("10") String limit,
            @QueryParam("suggest") boolean suggest) {
        if (q == null || q.isBlank() || q.length() > LONGEST_QUERY) {
            return Problem.of(400, "bad_query", "q must have 1 to " + LONGEST_QUERY + " characters");
        }
        if (!LIMIT.matcher(limit).matches() || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            return Problem.of(400, "bad_limit", "limit must be a whole number from 1 to " + MOST);
        }
        int most = Integer.parseInt(limit);
        if (suggest) {
            return ok(search.suggest(q, most)).build();
        }
        SearchResult result = search.search(q, most);
        if (result.outsideSweden()) {
            return Problem.of(404, "outside_sweden", "The coordinates lie outside Sweden");
        }
        List<PlaceHit> hits = result.reportNumber().isPresent() ? report(result.reportNumber()) : result.hits();
        Response.ResponseBuilder answer = ok(hits);
        return (result.geocoderDown() ? answer.header(GEOCODER, "down") : answer).build();
    }

    /** Only a report that everybody may see. */
    private List<PlaceHit> report(OptionalLong number) {
        Optional<ReportView> report = reports.find(number.getAsLong());
        return report.map(found -> List.of(new PlaceHit(
                        "#" + found.id() + " " + found.title(),
                        PlaceKind.REPORT,
                        Position.of(found.lat(), found.lon()),
                        REPORT_ZOOM,
                        found.municipalityCode(),
                        municipalities
                                .find(found.municipalityCode())
                                .map(Municipality::name)
                                .orElse(null),
                        null,
                        null,
                        null)))
                .orElse(List.of());
    }

    private static Response.ResponseBuilder ok(List<PlaceHit> hits) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        hits.forEach(hit -> list.add(json(hit)));
        return Response.ok(list.build().toString());
    }

    private static JsonObjectBuilder json(PlaceHit hit) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("label", hit.label())
                .add("kind", hit.kind().name().toLowerCase(Locale.ROOT))
                .add("lat", hit.position().lat())
                .add("lon", hit.position().lon())
                .add("zoom", hit.zoom());
        add(json, "municipality", hit.municipality());
        add(json, "municipalityCode", hit.municipalityCode());
        add(json, "note", hit.noteKey());
        add(json, "noteArgument", hit.noteArgument());
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}

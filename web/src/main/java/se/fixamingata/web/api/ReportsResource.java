package se.fixamingata.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import se.fixamingata.category.Categories;
import se.fixamingata.map.MapFilter;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;
import se.fixamingata.report.PublicReport;
import se.fixamingata.report.PublicReports;
import se.fixamingata.report.PublicReports.Wanted;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.PageMark;

/**
 * Public reports as GeoJSON (RFC 7946), newest first: {@code GET /api/reports.geojson?municipality=karlstad&status=open&limit=100}. At
 * most 1,000 at once; {@code next} is the address of the following ones, which repeats and skips nothing while reports come and go.
 */
@Path("/reports.geojson")
@ApplicationScoped
public class ReportsResource {

    private static final int FRESH_SECONDS = 60;
    private static final int LAST_PAGE = 1_000_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    @Inject
    PublicReports reports;

    @Inject
    Categories categories;

    @Inject
    Municipalities municipalities;

    @Inject
    ServiceSettings settings;

    /**
     * The reports that fit.
     *
     * @param municipality slug or code
     * @param status codes or groups, comma-separated
     * @param category category codes, comma-separated
     * @param since a date or a moment: only what changed then or later, the last changed first
     * @param bbox west,south,east,north in degrees
     * @param limit 1 to 1,000
     * @param page from 1
     * @param cursor where the page before ended, as {@code next} says it; then no page is counted
     * @return 200, 400 with the reason, 404 for no municipality
     */
    @GET
    @Produces({"application/geo+json", "application/json"})
    public Response reports(
            @QueryParam("municipality") String municipality,
            @QueryParam("status") String status,
            @QueryParam("category") String category,
            @QueryParam("since") String since,
            @QueryParam("bbox") String bbox,
            @QueryParam("limit") @DefaultValue("1000") String limit,
            @QueryParam("page") @DefaultValue("1") String page,
            @QueryParam("cursor") String cursor,
            @Context UriInfo address) {
        String code = null;
        if (municipality != null && !municipality.isBlank()) {
            code = municipalities
                    .bySlugOrCode(municipality.strip())
                    .map(Municipality::code)
                    .orElse(null);
            if (code == null) {
                return Problem.of(404, "unknown_municipality", "There is no such municipality");
            }
        }
        Wanted wanted;
        try {
            MapFilter filter = MapFilter.parse(status, category, since, categories.codes());
            wanted = new Wanted(
                    code,
                    filter.statuses(),
                    filter.categories(),
                    box(bbox),
                    filter.since(),
                    number("page", page, LAST_PAGE) - 1,
                    number("limit", limit, PublicReports.MOST),
                    mark(cursor));
            if (wanted.after() == null && (long) wanted.page() * wanted.size() > PublicReports.FARTHEST) {
                throw new IllegalArgumentException("page reaches " + PublicReports.FARTHEST
                        + " reports far at most: follow next, or use bbox or since");
            }
        } catch (IllegalArgumentException bad) {
            return Problem.of(400, "bad_filter", bad.getMessage());
        }
        return answer(reports.list(wanted), wanted, address);
    }

    private Response answer(List<PublicReport> found, Wanted wanted, UriInfo address) {
        String next = found.size() < wanted.size() ? null : next(wanted.mark(found.get(found.size() - 1)), address);
        StreamingOutput body = to -> ReportsGeoJson.write(to, found, next, settings);
        CacheControl fresh = new CacheControl();
        fresh.setNoTransform(false);
        fresh.getCacheExtension().put("public", null);
        fresh.setMaxAge(FRESH_SECONDS);
        return Response.ok(body, "application/geo+json")
                .cacheControl(fresh)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    /** At our own address, whatever host the caller named. */
    private String next(PageMark mark, UriInfo address) {
        URI following = address.getRequestUriBuilder()
                .replaceQueryParam("page")
                .replaceQueryParam("cursor", mark.text())
                .build();
        return settings.link(following.getRawPath() + "?" + following.getRawQuery());
    }

    private static PageMark mark(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        return PageMark.parse(cursor.strip())
                .orElseThrow(() -> new IllegalArgumentException("cursor must be one that next has named"));
    }

    private static BoundingBox box(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] edges = text.split(",", -1);
        try {
            Position southWest = Position.of(Double.parseDouble(edges[1]), Double.parseDouble(edges[0]));
            Position northEast = Position.of(Double.parseDouble(edges[3]), Double.parseDouble(edges[2]));
            return new BoundingBox(southWest.lat(), southWest.lon(), northEast.lat(), northEast.lon());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notABox) {
            throw new IllegalArgumentException("bbox must be west,south,east,north in degrees", notABox);
        }
    }

    private static int number(String name, String text, int most) {
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(name + " must be a whole number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }
}

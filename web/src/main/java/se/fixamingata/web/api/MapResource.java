package se.fixamingata.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Set;
import se.fixamingata.category.Categories;
import se.fixamingata.map.MapFilter;
import se.fixamingata.map.MapTiles;
import se.fixamingata.position.MapCell;

/**
 * The map's reports as tiles: {@code GET /api/map/{z}/{x}/{y}.json?status=open,fixed&category=lighting&since=2026-05-23}, GeoJSON
 * (RFC 7946) of at most 200 single reports and counted clusters.
 *
 * <p>The same for everybody, so that a proxy may answer: nothing here looks at a cookie or a language.
 */
@Path("/map")
@ApplicationScoped
public class MapResource {

    private static final String GEO_JSON = "application/geo+json";
    /** So long may somebody not yet see a new report on the map; so long does a browser pan without asking. */
    private static final int FRESH_SECONDS = 15;

    @Inject
    MapTiles tiles;

    @Inject
    Categories categories;

    /**
     * One tile of the web-mercator grid, zoom 0 to 20.
     *
     * @param status codes or groups, comma-separated
     * @param category category codes, comma-separated
     * @param since a date or a moment: only what changed then or later
     * @return 200, 304 when the caller has it already, or 400 with the reason
     */
    @GET
    @Path("{z}/{x}/{y}.json")
    @Produces({GEO_JSON, "application/json"})
    public Response tile(
            @PathParam("z") String z,
            @PathParam("x") String x,
            @PathParam("y") String y,
            @QueryParam("status") String status,
            @QueryParam("category") String category,
            @QueryParam("since") String since,
            @Context Request request) {
        MapCell tile;
        try {
            tile = TileAddress.parse(z, x, y);
        } catch (IllegalArgumentException badTile) {
            return Problem.of(400, "bad_tile", badTile.getMessage());
        }
        MapFilter filter;
        try {
            filter = MapFilter.parse(status, category, since, knownCategories());
        } catch (IllegalArgumentException badFilter) {
            return Problem.of(400, "bad_filter", badFilter.getMessage());
        }
        return answer(tile, filter, request);
    }

    private Response answer(MapCell tile, MapFilter filter, Request request) {
        EntityTag tag = new EntityTag(tiles.version(tile, filter));
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(GeoJson.of(tiles.tile(tile, filter)), GEO_JSON);
        return answer.tag(tag).cacheControl(fresh()).build();
    }

    private static CacheControl fresh() {
        CacheControl control = new CacheControl();
        control.setPrivate(false);
        control.setNoTransform(false);
        control.getCacheExtension().put("public", null);
        control.setMaxAge(FRESH_SECONDS);
        return control;
    }

    private Set<String> knownCategories() {
        return categories.codes();
    }
}

package se.fixamingata.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import se.fixamingata.geography.Area;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.Location;
import se.fixamingata.position.Position;

/** Which municipality a point lies in: {@code GET /api/municipality?lat=59.53&lon=13.48}. */
@Path("/municipality")
@ApplicationScoped
public class MunicipalityResource {

    /** Boundaries change on New Year's Day, if at all. */
    private static final int FRESH_SECONDS = 3_600;

    @Inject
    Boundaries boundaries;

    /**
     * The municipality of a point.
     *
     * @param lat latitude in degrees, WGS 84
     * @param lon longitude in degrees, WGS 84
     * @return 200; 400 when the two are no position, with the reason; 404 outside Sweden
     */
    @GET
    @Produces("application/json")
    public Response at(@QueryParam("lat") String lat, @QueryParam("lon") String lon) {
        Position position;
        try {
            position = PositionParameters.parse(lat, lon);
        } catch (IllegalArgumentException bad) {
            return Problem.of(400, "bad_position", bad.getMessage());
        }
        Optional<Location> location = boundaries.locate(position);
        if (location.isEmpty()) {
            return Problem.of(404, "outside_sweden", "The point lies in no Swedish municipality");
        }
        CacheControl fresh = new CacheControl();
        fresh.setMaxAge(FRESH_SECONDS);
        return Response.ok(json(location.get())).cacheControl(fresh).build();
    }

    private static String json(Location location) {
        JsonArrayBuilder alternatives = Json.createArrayBuilder();
        location.alternatives().forEach(area -> alternatives.add(area(area)));
        return area(location.area())
                .add("borderDistanceMetres", Math.round(location.borderDistanceMetres()))
                .add("alternatives", alternatives)
                .add("approximate", location.approximate())
                .build()
                .toString();
    }

    private static JsonObjectBuilder area(Area area) {
        return Json.createObjectBuilder()
                .add("code", area.code())
                .add("name", area.name())
                .add("county", area.county());
    }
}

package se.fixamingata.web.inbox;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.fixamingata.inbox.InboxAddress;
import se.fixamingata.inbox.InboxCriteria;
import se.fixamingata.inbox.InboxMap;
import se.fixamingata.inbox.InboxPins;
import se.fixamingata.inbox.SavedFilters;
import se.fixamingata.map.MapFeature;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.desk.DeskAddress;
import se.fixamingata.web.security.CurrentCaller;

/**
 * What the inbox's scripts fetch after the page is there, as JSON: {@code GET /handlaggning/nalar?a=…&<filter>&sikt=s,w,n,e&z=12},
 * the pins of the same reports, and {@code GET /handlaggning/antal?a=…}, how many reports each saved filter finds.
 */
@WebServlet({"/handlaggning/nalar", "/handlaggning/antal"})
public class InboxData extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient CurrentDesk desk;

    @Inject
    transient DeskAddress address;

    @Inject
    transient InboxMap map;

    @Inject
    transient SavedFilters filters;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String authorityCode = desk.get().code();
        JsonObjectBuilder answer = request.getServletPath().endsWith("/antal")
                ? counts(filters.counts(caller.get(), authorityCode))
                : pins(request, authorityCode);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "private, no-store");
        response.getWriter().write(answer.build().toString());
    }

    private JsonObjectBuilder pins(HttpServletRequest request, String authorityCode) {
        InboxCriteria criteria =
                address.reports(authorityCode, request.getQueryString()).criteria();
        BoundingBox seen = InboxAddress.box(request.getParameter("sikt")).orElse(null);
        String zoom = request.getParameter("z");
        int level = zoom != null && zoom.matches("[0-9]{1,2}") ? Integer.parseInt(zoom) : 8;
        return json(map.pins(caller.get(), criteria, seen, level));
    }

    /** More than are counted exactly come as one more than that, and the script says so. */
    private static JsonObjectBuilder counts(Map<Long, Long> counts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        counts.forEach((id, count) -> json.add(Long.toString(id), count));
        return json;
    }

    private static JsonObjectBuilder json(InboxPins pins) {
        JsonArrayBuilder features = Json.createArrayBuilder();
        pins.features().forEach(one -> features.add(json(one)));
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("total", pins.total()).add("features", features);
        BoundingBox box = pins.box();
        return box == null
                ? json
                : json.add(
                        "box",
                        Json.createArrayBuilder()
                                .add(box.south())
                                .add(box.west())
                                .add(box.north())
                                .add(box.east()));
    }

    private static JsonObjectBuilder json(MapFeature feature) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("lat", feature.lat()).add("lon", feature.lon());
        if (feature instanceof MapFeature.Single one) {
            return json.add("id", one.id()).add("status", one.status().code()).add("title", one.title());
        }
        MapFeature.Cluster ring = (MapFeature.Cluster) feature;
        json.add("cluster", true)
                .add("count", ring.count())
                .add("open", ring.open())
                .add("fixed", ring.fixed());
        return ring.expandZoom() == null ? json.addNull("expandZoom") : json.add("expandZoom", ring.expandZoom());
    }
}

package se.fixamingata.web.browse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.geography.Attribution;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.TextBean;

/** What {@code js/map.js} needs besides a place: texts in the reader's language, street tiles, attributions. */
@Named
@RequestScoped
public class MapConfig {

    @Inject
    @ConfigProperty(name = "fmg.tile.url")
    Optional<String> tileUrl;

    @Inject
    @ConfigProperty(name = "fmg.tile.attribution")
    Optional<String> tileAttribution;

    @Inject
    @ConfigProperty(name = "fmg.tile.max.zoom")
    int tileMaxZoom;

    @Inject
    ReferenceData reference;

    @Inject
    TextBean text;

    @Inject
    Glyphs glyphs;

    /** For the attribute {@code data-config}. */
    public String getJson() {
        JsonObjectBuilder config = Json.createObjectBuilder()
                .add("tileUrl", tileUrl.orElse(""))
                .add("tileAttribution", tileAttribution.orElse(""))
                .add("tileMaxZoom", tileMaxZoom)
                .add("attributions", attributions())
                .add("texts", texts());
        return config.build().toString();
    }

    /** The host that readers' browsers fetch street tiles from; empty when there is none. */
    public String getStreetsFrom() {
        return tileUrl.filter(url -> !url.isBlank())
                .map(url -> url.replaceFirst("^https?://(\\{s}\\.)?", "").replaceFirst("[:/].*", ""))
                .orElse("");
    }

    private JsonArrayBuilder attributions() {
        JsonArrayBuilder owed = Json.createArrayBuilder();
        reference.attributions().stream()
                .filter(Attribution::onMap)
                .forEach(a -> owed.add(
                        Json.createObjectBuilder().add("text", a.text()).add("url", a.url())));
        return owed;
    }

    private JsonObjectBuilder texts() {
        JsonObjectBuilder statuses = Json.createObjectBuilder();
        for (ReportStatus status : ReportStatus.values()) {
            statuses.add(status.code(), text.of(glyphs.key(status)));
        }
        return Json.createObjectBuilder()
                .add("label", text.of("map.label"))
                .add("zoomIn", text.of("map.zoom-in"))
                .add("zoomOut", text.of("map.zoom-out"))
                .add("wrongMap", text.of("map.wrong"))
                .add("here", text.of("map.here"))
                .add("hereQuestion", text.of("map.here.question"))
                .add("marker", text.of("map.marker"))
                .add("cluster", text.of("map.cluster"))
                .add("loading", text.of("map.loading"))
                .add("failed", text.of("map.failed"))
                .add("status", statuses);
    }
}

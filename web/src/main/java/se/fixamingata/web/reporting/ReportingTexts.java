package se.fixamingata.web.reporting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Report;
import se.fixamingata.web.text.TextBean;

/** The words that the form's script needs, in the reader's language. */
@Named
@RequestScoped
public class ReportingTexts {

    private static final List<String> KEYS = List.of(
            "address-loading",
            "place-none",
            "place-chosen",
            "photos-none",
            "photos-some",
            "photos-one",
            "photo-sending",
            "photo-done",
            "photo-removed",
            "photo-failed",
            "photo-remove",
            "photo-again",
            "photo-alt",
            "photo-large",
            "photo-many",
            "moved",
            "hits",
            "hits-none",
            "hits-failed",
            "outside",
            "category-count",
            "saved",
            "not-saved",
            "name-shown",
            "name-hidden",
            "edit",
            "fill-in",
            "sending");

    @Inject
    TextBean text;

    /** For the attribute {@code data-texts}; places for values stay as {@code {0}}. */
    public String getJson() {
        JsonObjectBuilder texts = Json.createObjectBuilder()
                .add("maxBytes", PhotoIntake.MAX_BYTES)
                .add("maxPhotos", PhotoStore.MAX_PER_OWNER)
                .add("wanted", wanted());
        KEYS.forEach(key -> texts.add(key, text.of("rapportera.script." + key)));
        return texts.build().toString();
    }

    /** What to say when a step lacks something, by the name of the form's field. */
    private JsonObjectBuilder wanted() {
        return Json.createObjectBuilder()
                .add("lat", text.of("report.place.missing"))
                .add("category", text.of("report.category.missing"))
                .add("title", text.of("report.title.short", Report.TITLE_MIN))
                .add("description", text.of("report.description.short", Report.DESCRIPTION_MIN))
                .add("question", text.of("extra.wanted"))
                .add("distinct", text.of("rapportera.nearby.wanted"))
                .add("name", text.of("report.name.missing"))
                .add("email", text.of("report.email.missing"));
    }
}

package se.fixamingata.web.comment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.web.text.TextBean;

/** The words that the form's script needs, in the reader's language. */
@Named
@RequestScoped
public class CommentTexts {

    /** The same as on the report form. */
    private static final List<String> KEYS = List.of(
            "photo-sending",
            "photo-done",
            "photo-removed",
            "photo-failed",
            "photo-remove",
            "photo-again",
            "photo-alt",
            "photo-large",
            "photo-many",
            "saved",
            "not-saved",
            "sending");

    @Inject
    TextBean text;

    /** For the attribute {@code data-texts}; places for values stay as {@code {0}}. */
    public String getJson() {
        JsonObjectBuilder texts = Json.createObjectBuilder()
                .add("maxBytes", PhotoIntake.MAX_BYTES)
                .add("maxPhotos", PhotoStore.MAX_PER_OWNER);
        KEYS.forEach(key -> texts.add(key, text.of("rapportera.script." + key)));
        return texts.build().toString();
    }
}

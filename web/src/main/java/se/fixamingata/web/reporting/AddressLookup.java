package se.fixamingata.web.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.NearestAddress;
import se.fixamingata.position.Position;
import se.fixamingata.submission.DraftFields;

/** Puts the nearest address to a place that has none yet. May ask a server elsewhere and take up to 5 s: outside transactions only. */
@ApplicationScoped
public class AddressLookup {

    @Inject
    NearestAddress nearest;

    @Inject
    Boundaries boundaries;

    /** The same fields with the address of their place; unchanged when it is known, or the place is none in Sweden. */
    DraftFields complete(DraftFields fields) {
        Position place = FormFields.place(fields);
        if (place == null
                || fields.address() != null
                || boundaries.locate(place).isEmpty()) {
            return fields;
        }
        String address = nearest.at(place).orElse(null);
        return new DraftFields(
                fields.lat(),
                fields.lon(),
                address,
                fields.authorityCode(),
                fields.categoryCode(),
                fields.title(),
                fields.description(),
                fields.name(),
                fields.email(),
                fields.phone(),
                fields.showName());
    }
}

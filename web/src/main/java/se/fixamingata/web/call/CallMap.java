package se.fixamingata.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.position.Position;

/** Where the form's map opens: at the place, else at the authority's own. */
@Named("callMap")
@RequestScoped
public class CallMap {

    /** Sweden, for an authority that is no place. */
    private static final Position MIDDLE = Position.of(62.4, 16.3);

    @Inject
    CallPage page;

    @Inject
    Municipalities municipalities;

    public boolean isPlaced() {
        return page.getForm().place() != null;
    }

    public Position getCentre() {
        return isPlaced()
                ? page.getForm().place()
                : municipalities
                        .find(page.getAuthority())
                        .map(Municipality::centre)
                        .orElse(MIDDLE);
    }

    /** How close: a place, a municipality, the country. */
    public int getZoom() {
        return isPlaced() ? 16 : municipalities.find(page.getAuthority()).isPresent() ? 12 : 5;
    }
}

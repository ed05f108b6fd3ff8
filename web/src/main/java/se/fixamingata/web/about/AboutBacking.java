package se.fixamingata.web.about;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.geography.Attribution;
import se.fixamingata.geography.ReferenceData;

/** What {@code /om} says about the data that are loaded in this installation. */
@Named("about")
@RequestScoped
public class AboutBacking {

    @Inject
    ReferenceData reference;

    public List<Attribution> getAttributions() {
        return reference.attributions();
    }

    /** Whether boundaries and places are only generalised ones. */
    public boolean isApproximate() {
        return reference.isApproximate();
    }
}

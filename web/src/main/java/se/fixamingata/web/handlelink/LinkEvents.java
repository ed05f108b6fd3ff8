package se.fixamingata.web.handlelink;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.handlelink.HandleAccess;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.reading.CaseReading;

/** What has happened to the report of {@link LinkBacking}, the oldest first. */
@Named("linkEvents")
@RequestScoped
public class LinkEvents {

    @Inject
    LinkBacking page;

    @Inject
    CaseReading reading;

    @Inject
    LinkStory story;

    private List<LinkEvent> all;

    public List<LinkEvent> getAll() {
        if (all == null) {
            HandleAccess access = page.getAccess();
            all = story.of(
                    reading.events(Handler.byLink(access.authorityCode()), access.reportId()), access.authorityCode());
        }
        return all;
    }

    /** What happened while somebody wrote; empty when nobody was faster. */
    public List<LinkEvent> getSince() {
        return page.conflict() == null
                ? List.of()
                : story.of(page.conflict().since(), page.getAccess().authorityCode());
    }
}

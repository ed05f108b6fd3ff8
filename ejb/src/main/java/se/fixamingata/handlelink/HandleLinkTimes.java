package se.fixamingata.handlelink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.handling.StatusChanged;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;

/**
 * Writes down when links run out, whenever a report is closed or opened again: photos are shown to who holds a link that has not, and
 * links that ran out long ago are deleted. Whether the page opens is asked of the report itself ({@link HandleLinks}).
 */
@ApplicationScoped
public class HandleLinkTimes {

    @Inject
    SecretLinks links;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.handle.link.lifetime")
    Duration afterClosing;

    /** For the container. */
    public HandleLinkTimes() {}

    /** For tests. */
    HandleLinkTimes(SecretLinks links, Clock clock, Duration afterClosing) {
        this.links = links;
        this.clock = clock;
        this.afterClosing = afterClosing;
    }

    void follow(@Observes StatusChanged change) {
        boolean open = change.to().group() == StatusGroup.OPEN;
        links.runOut(
                Purpose.HANDLE, change.reportId(), clock.instant().plus(open ? AnswerLinks.LIFETIME : afterClosing));
    }
}

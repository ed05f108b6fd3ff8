package se.fixamingata.secretlink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import se.fixamingata.settings.ServiceSettings;

/**
 * The link by which an authority answers from its mail, without an account (product.md, R22). Each mail carries one of its own; it is
 * that authority's alone.
 */
@ApplicationScoped
public class AnswerLinks {

    /** Until the report has been closed for a while, which only the report knows: the link itself runs out when nobody asks any more. */
    public static final Duration LIFETIME = Duration.ofDays(3650);

    @Inject
    SecretLinks links;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public AnswerLinks() {}

    /** For tests. */
    public AnswerLinks(SecretLinks links, ServiceSettings service) {
        this.links = links;
        this.service = service;
    }

    /**
     * A new one, for a mail that is being written. Needs a transaction.
     *
     * @param authorityCode to whom the mail goes; it must be responsible for the report at this moment
     * @return the whole address
     */
    public String issue(long reportId, String authorityCode) {
        return service.link("/svar/"
                + links.issueTo(Purpose.HANDLE, reportId, authorityCode, LIFETIME)
                        .text());
    }
}

package se.fixamingata.secretlink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import se.fixamingata.settings.ReplySettings;
import se.fixamingata.settings.ServiceSettings;

/**
 * The link by which an authority answers from its mail, without an account (product.md, R22), and the address by which it answers with a
 * mail (R21). Each mail carries one of its own of each; they are that authority's alone.
 */
@ApplicationScoped
public class AnswerLinks {

    /** Until the report has been closed for a while, which only the report knows: the link itself runs out when nobody asks any more. */
    public static final Duration LIFETIME = Duration.ofDays(3650);

    @Inject
    SecretLinks links;

    @Inject
    ServiceSettings service;

    @Inject
    ReplySettings replies;

    /** For the container. */
    public AnswerLinks() {}

    /** For tests. */
    public AnswerLinks(SecretLinks links, ServiceSettings service) {
        this(links, service, new ReplySettings(Optional.empty()));
    }

    /** For tests. */
    public AnswerLinks(SecretLinks links, ServiceSettings service, ReplySettings replies) {
        this.links = links;
        this.service = service;
        this.replies = replies;
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

    /**
     * A new address that brings the reply to a mail back to its report (R21), for a mail that is being written. Needs a transaction.
     *
     * @param authorityCode to whom the mail goes; it must be responsible for the report at this moment
     * @param deliveryId whose letter it is; null when the mail tells of something else
     * @return empty when this installation reads no mail
     */
    public Optional<String> replyAddress(long reportId, String authorityCode, Long deliveryId) {
        return replies.isUsed()
                ? Optional.of(
                        replies.address(links.issueTo(Purpose.REPLY, reportId, deliveryId, authorityCode, LIFETIME)))
                : Optional.empty();
    }

    /** What an address to which somebody wrote stands for; empty when it is none of ours, or never was. */
    public Optional<SecretLink> byReplyAddress(String address) {
        return replies.token(address).flatMap(token -> links.find(token, Purpose.REPLY));
    }
}

package se.fixamingata.delivery;

import java.time.Instant;
import java.util.Optional;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.photo.Photo;

/**
 * One delivery to be tried, apart from its row.
 *
 * @param messageId the same for every attempt, with angle brackets
 * @param resent whether it was handed over before and nothing was heard
 * @param answerUrl where the authority answers without an account: a secret, for this letter alone; empty when the report is no longer
 *     its business
 * @param replyTo where a reply by mail becomes an answer to the report: a secret as well; empty when nobody reads mail here, or the
 *     report is no longer its business
 * @param handedOverAt when it was first handed over without an answer, on whatever way; empty for never
 * @param notFoundAt when it was first looked for in vain since then; empty for never
 * @param isTheirs whether it is still that authority's; if not, it is looked for where it may have arrived, and never sent
 */
public record DeliveryTask(
        long deliveryId,
        ChannelKind channel,
        String recipient,
        String messageId,
        boolean resent,
        String answerUrl,
        Optional<String> replyTo,
        Optional<Instant> handedOverAt,
        Optional<Instant> notFoundAt,
        boolean isTheirs,
        ReportFacts facts) {

    /** A photo in full size. What not everybody may see is shown to whoever has this task's secret. */
    public String photoUrl(Photo photo) {
        String url = facts.photoUrl(photo);
        return facts.report().isListed() || answerUrl.isEmpty()
                ? url
                : url + "?nyckel=" + answerUrl.substring(answerUrl.lastIndexOf('/') + 1);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "DeliveryTask[" + deliveryId + "]";
    }
}

package se.fixamingata.open311.server;

import java.util.Optional;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.Scope;
import se.fixamingata.report.ReportCondition;
import se.fixamingata.shared.Language;

/**
 * For whom an answer is written.
 *
 * @param authorityCode whose private reports, and whose reporters' names and addresses, it may hold; null for nobody's
 * @param extended whether it gets extended statuses
 * @param language of what things are called
 */
public record Reader(String authorityCode, boolean extended, Language language) {

    /** Who gets what everybody may read, in Swedish. */
    public static final Reader ANYBODY = new Reader(null, false, Language.SV);

    /** @param client empty for a stranger */
    public static Reader of(Optional<ApiClient> client, Language language) {
        return new Reader(
                client.filter(known -> known.may(Scope.READ_PRIVATE))
                        .map(ApiClient::authorityCode)
                        .orElse(null),
                client.map(ApiClient::extended).orElse(false),
                language);
    }

    /** Whether it reads what is not for everybody. */
    public boolean readsPrivate() {
        return authorityCode != null;
    }

    /** Which reports it may see. */
    ReportCondition sight() {
        return readsPrivate() ? ReportCondition.seenBy(authorityCode) : new ReportCondition();
    }
}

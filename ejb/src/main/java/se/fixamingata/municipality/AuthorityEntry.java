package se.fixamingata.municipality;

import java.util.Map;
import java.util.Set;

/**
 * Everything that {@code authorities.csv} says about one authority, judged and found good.
 *
 * @param email its address, or null
 * @param categories codes that it has chosen; empty for the standard list
 * @param privates codes of the categories whose reports are for the reporter and the caseworkers only
 * @param recipients addresses by the code of the category that goes there instead
 * @param refusal where to turn instead; null unless the state is refusing
 */
record AuthorityEntry(
        String code,
        String name,
        AuthorityState state,
        String email,
        Set<String> categories,
        Set<String> privates,
        Map<String, String> recipients,
        Refusal refusal) {

    /** Why an authority takes no reports here: Swedish text, English text or null, address or null. */
    record Refusal(String sv, String en, String url) {}
}

package se.fixamingata.open311.client;

import java.time.ZoneId;
import se.fixamingata.open311.wire.WireFormat;

/**
 * How a server wants to be spoken to, as an administrator has set it.
 *
 * @param url without the slash at the end and without a resource's name
 * @param jurisdiction null for none: then none is sent
 * @param extendedStatuses whether it says more than open and closed, so that it may be believed
 * @param closedMeans what a bare "closed" means to us: a status' code
 * @param sendsUpdates whether it takes residents' updates
 * @param timeZone where its clock stands when a time names no zone
 * @param ownIdAttribute the attribute that takes our number, if its definition offers it; null for none
 */
public record EndpointDialect(
        String url,
        String jurisdiction,
        WireFormat format,
        AttributeStyle attributeStyle,
        boolean extendedStatuses,
        String closedMeans,
        UpdatesFrom updates,
        boolean sendsUpdates,
        ZoneId timeZone,
        String ownIdAttribute) {

    public EndpointDialect {
        url = url.strip().replaceFirst("/+$", "");
        jurisdiction = blankToNull(jurisdiction);
        ownIdAttribute = blankToNull(ownIdAttribute);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

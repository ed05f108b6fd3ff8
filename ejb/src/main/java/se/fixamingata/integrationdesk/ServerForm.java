package se.fixamingata.integrationdesk;

import java.util.Objects;

/**
 * An authority's server and how it wants to be spoken to, as typed.
 *
 * @param format name of a {@link se.fixamingata.open311.wire.WireFormat}
 * @param attributeStyle name of an {@link se.fixamingata.open311.client.AttributeStyle}
 * @param closedMeans code of the status that a bare "closed" is to us
 * @param updates name of an {@link se.fixamingata.open311.client.UpdatesFrom}
 * @param key empty for the one that is kept
 * @param withoutKey whether none is kept any more
 */
public record ServerForm(
        String url,
        String jurisdiction,
        String format,
        String attributeStyle,
        boolean extendedStatuses,
        String closedMeans,
        String updates,
        boolean sendsUpdates,
        String timeZone,
        String ownIdAttribute,
        String key,
        boolean withoutKey) {

    public ServerForm {
        url = typed(url);
        jurisdiction = typed(jurisdiction);
        format = typed(format);
        attributeStyle = typed(attributeStyle);
        closedMeans = typed(closedMeans);
        updates = typed(updates);
        timeZone = typed(timeZone);
        ownIdAttribute = typed(ownIdAttribute);
        key = typed(key);
    }

    private static String typed(String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ServerForm[" + url + "]";
    }
}

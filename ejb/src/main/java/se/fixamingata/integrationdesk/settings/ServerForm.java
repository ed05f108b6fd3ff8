package se.fixamingata.integrationdesk.settings;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.EndpointDialect;

/**
 * An authority's server and how it wants to be spoken to, as typed.
 *
 * @param format name of a {@link se.fixamingata.open311.wire.WireFormat}
 * @param attributeStyle name of an {@link se.fixamingata.open311.client.AttributeStyle}
 * @param closedMeans code of the status that a bare "closed" is to us
 * @param updates name of an {@link se.fixamingata.open311.client.UpdatesFrom}
 * @param key empty for the one that is kept
 * @param withoutKey whether none is kept any more
 * @param seen what the form started from, by {@link #mark}; empty when no server was registered
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
        boolean withoutKey,
        String seen) {

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
        seen = typed(seen);
    }

    /** As it is kept. */
    static ServerForm of(Endpoint kept) {
        EndpointDialect dialect = kept.dialect();
        return new ServerForm(
                dialect.url(),
                dialect.jurisdiction(),
                dialect.format().name(),
                dialect.attributeStyle().name(),
                dialect.extendedStatuses(),
                dialect.closedMeans(),
                dialect.updates().name(),
                dialect.sendsUpdates(),
                dialect.timeZone().getId(),
                dialect.ownIdAttribute(),
                "",
                false,
                mark(Optional.of(kept)));
    }

    /** Tells one state of a server's settings from another, its key included. */
    static String mark(Optional<Endpoint> kept) {
        return kept.map(one -> one.changedAt().truncatedTo(ChronoUnit.MICROS).toString())
                .orElse("");
    }

    /** The same, started from something else. */
    public ServerForm from(String mark) {
        return new ServerForm(
                url,
                jurisdiction,
                format,
                attributeStyle,
                extendedStatuses,
                closedMeans,
                updates,
                sendsUpdates,
                timeZone,
                ownIdAttribute,
                key,
                withoutKey,
                mark);
    }

    /** Whether saving it would change something. */
    public boolean isOtherThan(ServerForm kept) {
        return !key.isEmpty() || withoutKey || !values().equals(kept.values());
    }

    /** By setting; never the key. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("server.url", url.replaceFirst("/+$", ""));
        values.put("server.jurisdiction", jurisdiction);
        values.put("server.format", format);
        values.put("server.style", attributeStyle);
        values.put("server.updates", updates);
        values.put("server.sends", sendsUpdates ? "on" : "off");
        values.put("server.extended", extendedStatuses ? "on" : "off");
        values.put("server.closed", closedMeans);
        values.put("server.zone", timeZone);
        values.put("server.own-id", ownIdAttribute);
        return values;
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

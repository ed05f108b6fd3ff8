package se.fixamingata.integrationdesk.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.open311.client.AttributeStyle;
import se.fixamingata.open311.client.EndpointDialect;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/** Reads what was typed about a server. */
final class ServerFields {

    private static final int URL_MAX = 500;
    private static final int JURISDICTION_MAX = 120;
    private static final int ATTRIBUTE_MAX = 60;
    private static final int KEY_MAX = 400;
    private static final int ZONE_MAX = 40;

    private final ServerForm form;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private EndpointDialect dialect;

    private ServerFields(ServerForm form) {
        this.form = form;
    }

    /**
     * @param keptFor the address of the server whose key is kept; empty for none
     */
    static ServerFields read(ServerForm form, OutgoingSettings outgoing, Optional<String> keptFor) {
        ServerFields fields = new ServerFields(form);
        fields.check(outgoing, keptFor);
        return fields;
    }

    private void check(OutgoingSettings outgoing, Optional<String> keptFor) {
        if (form.url().isEmpty()) {
            problems.put("url", "integration.server.url.missing");
        } else if (!isAddress(form.url(), outgoing)) {
            problems.put("url", "integration.server.url.invalid");
        }
        plain("jurisdiction", form.jurisdiction(), JURISDICTION_MAX);
        plain("ownIdAttribute", form.ownIdAttribute(), ATTRIBUTE_MAX);
        plain("key", form.key(), KEY_MAX);
        // A key goes to the server that it was typed for, and to no other.
        if (form.key().isEmpty()
                && !form.withoutKey()
                && !problems.containsKey("url")
                && keptFor.filter(url -> !origin(url).equals(origin(form.url())))
                        .isPresent()) {
            problems.put("key", "integration.server.key.again");
        }
        Optional<ReportStatus> closed =
                ReportStatus.find(form.closedMeans()).filter(status -> status.group() != StatusGroup.OPEN);
        Optional<ZoneId> zone = zone();
        Optional<WireFormat> format = named(WireFormat.class, form.format());
        Optional<AttributeStyle> style = named(AttributeStyle.class, form.attributeStyle());
        Optional<UpdatesFrom> updates = named(UpdatesFrom.class, form.updates());
        if (zone.isEmpty()) {
            problems.put("timeZone", "integration.server.zone.invalid");
        }
        if (closed.isEmpty() || format.isEmpty() || style.isEmpty() || updates.isEmpty()) {
            problems.put("format", "integration.server.choice");
        }
        if (problems.isEmpty()) {
            dialect = new EndpointDialect(
                    form.url(),
                    form.jurisdiction(),
                    format.get(),
                    style.get(),
                    form.extendedStatuses(),
                    closed.get().code(),
                    updates.get(),
                    form.sendsUpdates(),
                    zone.get(),
                    form.ownIdAttribute());
        }
    }

    /** Field → message key; empty when all is well. */
    Map<String, String> problems() {
        return problems;
    }

    /** Only when there are no problems. */
    EndpointDialect dialect() {
        return dialect;
    }

    private Optional<ZoneId> zone() {
        try {
            return form.timeZone().length() <= ZONE_MAX ? Optional.of(ZoneId.of(form.timeZone())) : Optional.empty();
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private void plain(String field, String text, int most) {
        if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            problems.put(field, "integration.server.text.invalid");
        }
    }

    /** What resources' names are put behind: without anything that comes after a path. */
    private static boolean isAddress(String text, OutgoingSettings outgoing) {
        try {
            URI uri = new URI(text);
            return text.length() <= URL_MAX
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && outgoing.isCallable(uri);
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> kind, String name) {
        for (E one : kind.getEnumConstants()) {
            if (one.name().equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}

package se.fixamingata.integrationdesk.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.fixamingata.open311.client.EndpointDialect;

/** What is different between two states of some settings. */
final class SettingsChange {

    private SettingsChange() {}

    /** How that server is spoken to, by setting; never its key. */
    static Map<String, String> values(EndpointDialect dialect) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("server.url", dialect.url());
        values.put("server.jurisdiction", Objects.requireNonNullElse(dialect.jurisdiction(), ""));
        values.put("server.format", dialect.format().name());
        values.put("server.style", dialect.attributeStyle().name());
        values.put("server.updates", dialect.updates().name());
        values.put("server.sends", dialect.sendsUpdates() ? "on" : "off");
        values.put("server.extended", dialect.extendedStatuses() ? "on" : "off");
        values.put("server.closed", dialect.closedMeans());
        values.put("server.zone", dialect.timeZone().getId());
        values.put("server.own-id", Objects.requireNonNullElse(dialect.ownIdAttribute(), ""));
        return values;
    }

    /** Those of the values that are something else in the other ones. */
    static Map<String, String> different(Map<String, String> values, Map<String, String> others) {
        Map<String, String> different = new LinkedHashMap<>();
        values.forEach((setting, value) -> {
            if (!value.equals(others.get(setting))) {
                different.put(setting, value);
            }
        });
        return different;
    }

    /** For the log, one line each; null for none. */
    static String lines(Map<String, String> values) {
        return values.isEmpty()
                ? null
                : values.entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining("\n"));
    }
}

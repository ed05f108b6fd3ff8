package se.fixamingata.integrationdesk.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.EndpointDialect;
import se.fixamingata.open311.client.EndpointKeys;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.outgoing.OutgoingSettings;

/**
 * Which server an authority has and how it is spoken to: changed by its administrators and the operator. Who saves what they saw before
 * somebody else's change is told so, and changes nothing. The key is never told to anybody, the log included.
 */
@Stateless
public class ServerAdministration {

    @Inject
    Endpoints endpoints;

    @Inject
    EndpointKeys keys;

    @Inject
    OutgoingSettings outgoing;

    @Inject
    SettingsTurn turn;

    @Inject
    Clock clock;

    /** For the container. */
    public ServerAdministration() {}

    /** For tests. */
    public ServerAdministration(
            Endpoints endpoints, EndpointKeys keys, OutgoingSettings outgoing, SettingsTurn turn, Clock clock) {
        this.endpoints = endpoints;
        this.keys = keys;
        this.outgoing = outgoing;
        this.turn = turn;
        this.clock = clock;
    }

    /** Another server, or another dialect. It is used once the authority's way is that one. */
    public SettingsResult change(Caller caller, String authorityCode, ServerForm form) {
        turn.begin(caller, authorityCode);
        Optional<Endpoint> kept = endpoints.locked(authorityCode);
        Map<String, String> now = now(kept, form);
        if (!ServerForm.mark(kept).equals(form.seen()) && !now.isEmpty()) {
            return new SettingsResult.Conflict(now, ServerForm.mark(kept));
        }
        ServerFields fields =
                ServerFields.read(form, outgoing, kept.filter(Endpoint::hasKey).map(Endpoint::url));
        if (!fields.problems().isEmpty()) {
            return new SettingsResult.Invalid(fields.problems());
        }
        boolean otherKey = !form.key().isEmpty()
                || form.withoutKey() && kept.filter(Endpoint::hasKey).isPresent();
        Map<String, String> before =
                kept.map(one -> SettingsChange.values(one.dialect())).orElse(Map.of());
        Map<String, String> after = SettingsChange.values(fields.dialect());
        if (otherKey || !before.equals(after)) {
            keep(caller, kept.orElseGet(() -> add(authorityCode, fields.dialect())), fields.dialect(), form, otherKey);
            note(caller, authorityCode, before, after);
            turn.tell(authorityCode);
        }
        return new SettingsResult.Saved();
    }

    /** What is kept where it is something else than what was typed. */
    private static Map<String, String> now(Optional<Endpoint> kept, ServerForm form) {
        Map<String, String> now = SettingsChange.different(
                kept.map(one -> SettingsChange.values(one.dialect())).orElse(Map.of()), form.values());
        if (kept.isPresent() && (!form.key().isEmpty() || form.withoutKey())) {
            now.put("server.key", kept.get().hasKey() ? "kept" : "");
        }
        return now;
    }

    private Endpoint add(String authorityCode, EndpointDialect dialect) {
        Endpoint made = new Endpoint(authorityCode, dialect, clock.instant());
        endpoints.add(made);
        return made;
    }

    private void keep(Caller caller, Endpoint endpoint, EndpointDialect dialect, ServerForm form, boolean otherKey) {
        endpoint.speak(dialect, clock.instant());
        if (otherKey) {
            keys.set(endpoint, form.key());
            turn.note(
                    caller,
                    endpoint.authorityCode(),
                    "integration.key",
                    null,
                    form.key().isEmpty() ? "removed" : "new");
        }
    }

    /** Only what is different. */
    private void note(Caller caller, String authorityCode, Map<String, String> before, Map<String, String> after) {
        if (!before.equals(after)) {
            turn.note(
                    caller,
                    authorityCode,
                    "integration.server",
                    SettingsChange.lines(SettingsChange.different(before, after)),
                    SettingsChange.lines(SettingsChange.different(after, before)));
        }
    }
}

package se.fixamingata.integrationdesk;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.EndpointKeys;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.OneAtATime;

/** By which way an authority is reached, and whether it is open: changed by its administrators and the operator. */
@Stateless
public class IntegrationAdministration {

    /** A month: who wants to hear later than that wants to hear nothing. */
    private static final int HOURS_MAX = 720;

    @Inject
    EntityManager em;

    @Inject
    Endpoints endpoints;

    @Inject
    EndpointKeys keys;

    @Inject
    OutgoingSettings outgoing;

    @Inject
    OneAtATime turns;

    @Inject
    AuditTrail audit;

    @Inject
    Event<IntegrationChanged> changed;

    @Inject
    Clock clock;

    /** For the container. */
    public IntegrationAdministration() {}

    /** For tests. */
    IntegrationAdministration(
            EntityManager em,
            Endpoints endpoints,
            EndpointKeys keys,
            OutgoingSettings outgoing,
            OneAtATime turns,
            AuditTrail audit,
            Event<IntegrationChanged> changed,
            Clock clock) {
        this.em = em;
        this.endpoints = endpoints;
        this.keys = keys;
        this.outgoing = outgoing;
        this.turns = turns;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    /** Nothing is sent from now on; what is to go waits. Twice changes nothing. */
    public void pause(Caller caller, String authorityCode) {
        Integration row = mine(caller, authorityCode);
        if (!row.isPaused()) {
            row.pause(clock.instant());
            tell(caller, authorityCode, "integration.paused", null, null);
        }
    }

    /** What waited goes. */
    public void resume(Caller caller, String authorityCode) {
        Integration row = mine(caller, authorityCode);
        if (row.isPaused()) {
            row.resume(clock.instant());
            tell(caller, authorityCode, "integration.resumed", null, null);
        }
    }

    /** Another way, or another alarm. What waits goes by the new way. */
    public SettingsResult change(Caller caller, String authorityCode, WayForm form) {
        Integration row = mine(caller, authorityCode);
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<ChannelKind> kind = form.kind();
        if (kind.isEmpty()) {
            problems.put("channel", "integration.way.missing");
        } else if (kind.get() == ChannelKind.OPEN311
                && endpoints.find(authorityCode).isEmpty()) {
            problems.put("channel", "integration.way.no-server");
        }
        Integer hours = hours(form.alarmHours(), problems);
        Optional<EmailAddress> email = EmailAddress.parse(form.alarmEmail());
        if (email.isEmpty() && !form.alarmEmail().isEmpty()) {
            problems.put("alarmEmail", "integration.alarm.email.invalid");
        }
        if (!problems.isEmpty()) {
            return new SettingsResult.Invalid(problems);
        }
        ChannelKind before = row.channel();
        if (before != kind.get()) {
            row.use(kind.get(), clock.instant());
            tell(
                    caller,
                    authorityCode,
                    "integration.way",
                    before.name(),
                    kind.get().name());
        }
        String address = email.map(EmailAddress::text).orElse(null);
        if (row.trustsMail() != form.trustsMail()) {
            row.trustMail(form.trustsMail(), clock.instant());
            note(caller, authorityCode, "integration.trust", null, form.trustsMail() ? "on" : "off");
        }
        if (!Objects.equals(row.alarmHours(), hours) || !Objects.equals(row.alarmEmail(), address)) {
            String earlier = text(row.alarmHours());
            row.alarm(hours, address, clock.instant());
            note(caller, authorityCode, "integration.alarm", earlier, text(hours));
        }
        return new SettingsResult.Saved();
    }

    /** Another server, or another dialect. It is used once the authority's way is that one. */
    public SettingsResult change(Caller caller, String authorityCode, ServerForm form) {
        mine(caller, authorityCode);
        Optional<Endpoint> kept = endpoints.find(authorityCode);
        ServerFields fields =
                ServerFields.read(form, outgoing, kept.filter(Endpoint::hasKey).map(Endpoint::url));
        if (!fields.problems().isEmpty()) {
            return new SettingsResult.Invalid(fields.problems());
        }
        String before = kept.map(one -> one.dialect().toString()).orElse(null);
        Endpoint endpoint = kept.orElseGet(() -> {
            Endpoint made = new Endpoint(authorityCode, fields.dialect(), clock.instant());
            endpoints.add(made);
            return made;
        });
        endpoint.speak(fields.dialect(), clock.instant());
        if (!form.key().isEmpty() || form.withoutKey() && endpoint.hasKey()) {
            keys.set(endpoint, form.key());
            note(caller, authorityCode, "integration.key", null, null);
        }
        tell(
                caller,
                authorityCode,
                "integration.server",
                before,
                endpoint.dialect().toString());
        return new SettingsResult.Saved();
    }

    private static Integer hours(String typed, Map<String, String> problems) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,4}") || Integer.parseInt(typed) > HOURS_MAX) {
            problems.put("alarmHours", "integration.alarm.hours.invalid");
            return null;
        }
        return Integer.valueOf(typed);
    }

    private Integration mine(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turns.enter("integration:" + authorityCode);
        Integration found = em.find(Integration.class, authorityCode);
        if (found != null) {
            em.refresh(found);
            return found;
        }
        Integration made = new Integration(authorityCode, ChannelKind.MAIL, clock.instant());
        em.persist(made);
        em.flush();
        return made;
    }

    /** Also those who have to send by another way from now on. */
    private void tell(Caller caller, String authorityCode, String action, String before, String after) {
        note(caller, authorityCode, action, before, after);
        changed.fire(new IntegrationChanged(authorityCode));
    }

    private void note(Caller caller, String authorityCode, String action, String before, String after) {
        audit.record(caller.accountId(), authorityCode, action, "authority:" + authorityCode, before, after);
    }

    private static String text(Integer hours) {
        return hours == null ? null : hours + " h";
    }
}

package se.fixamingata.integrationdesk.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.shared.EmailAddress;

/**
 * By which way an authority is reached, and whether it is open: changed by its administrators and the operator. Who saves what they
 * saw before somebody else's change is told so, and changes nothing.
 */
@Stateless
public class IntegrationAdministration {

    /** A month: who wants to hear later than that wants to hear nothing. */
    private static final int HOURS_MAX = 720;

    @Inject
    EntityManager em;

    @Inject
    Endpoints endpoints;

    @Inject
    SettingsTurn turn;

    @Inject
    Clock clock;

    /** For the container. */
    public IntegrationAdministration() {}

    /** For tests. */
    public IntegrationAdministration(EntityManager em, Endpoints endpoints, SettingsTurn turn, Clock clock) {
        this.em = em;
        this.endpoints = endpoints;
        this.turn = turn;
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
        WayForm kept = WayForm.of(Optional.of(row));
        Map<String, String> now = SettingsChange.different(kept.values(), form.values());
        if (!kept.mark().equals(form.seen()) && !now.isEmpty()) {
            return new SettingsResult.Conflict(now, kept.mark());
        }
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
        keep(
                caller,
                row,
                kind.get(),
                form.trustsMail(),
                hours,
                email.map(EmailAddress::text).orElse(null));
        return new SettingsResult.Saved();
    }

    private void keep(Caller caller, Integration row, ChannelKind kind, boolean trusts, Integer hours, String email) {
        String authority = row.authorityCode();
        ChannelKind before = row.channel();
        Integer earlier = row.alarmHours();
        if (before != kind) {
            row.use(kind, clock.instant());
            tell(caller, authority, "integration.way", before.name(), kind.name());
        }
        if (row.trustsMail() != trusts) {
            row.trustMail(trusts, clock.instant());
            turn.note(caller, authority, "integration.trust", onOff(!trusts), onOff(trusts));
        }
        if (!Objects.equals(earlier, hours)) {
            turn.note(caller, authority, "integration.alarm", hoursCode(earlier), hoursCode(hours));
        }
        // Somebody's address: the log says that it changed, not what it is.
        if (!Objects.equals(row.alarmEmail(), email)) {
            turn.note(caller, authority, "integration.alarm-address", null, null);
        }
        row.alarm(hours, email, clock.instant());
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
        turn.begin(caller, authorityCode);
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
        turn.note(caller, authorityCode, action, before, after);
        turn.tell(authorityCode);
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String hoursCode(Integer hours) {
        return hours == null ? "usual" : String.valueOf(hours);
    }
}

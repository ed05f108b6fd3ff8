package se.fixamingata.integrationdesk.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.shared.OneAtATime;

/** Somebody's turn at an authority's connection, whichever of its settings they change: by whom, alone, and into the log. */
@ApplicationScoped
public class SettingsTurn {

    @Inject
    OneAtATime turns;

    @Inject
    AuditTrail audit;

    @Inject
    Event<IntegrationChanged> changed;

    /** For the container. */
    public SettingsTurn() {}

    /** For tests. */
    public SettingsTurn(OneAtATime turns, AuditTrail audit, Event<IntegrationChanged> changed) {
        this.turns = turns;
        this.audit = audit;
        this.changed = changed;
    }

    /**
     * Nobody else changes this authority's settings before the end of the transaction, which it needs.
     *
     * @throws se.fixamingata.account.NotPermitted when they are not the caller's to change
     */
    public void begin(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turns.enter("integration:" + authorityCode);
    }

    /** A line in the log. @param before null for what is nobody's business, as is {@code after} */
    public void note(Caller caller, String authorityCode, String action, String before, String after) {
        audit.record(caller.accountId(), authorityCode, action, "authority:" + authorityCode, before, after);
    }

    /** Those who have to send by another way from now on hear of it. */
    public void tell(String authorityCode) {
        changed.fire(new IntegrationChanged(authorityCode));
    }
}

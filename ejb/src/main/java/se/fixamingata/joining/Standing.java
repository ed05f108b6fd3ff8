package se.fixamingata.joining;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.AuthorityChanged;
import se.fixamingata.municipality.AuthorityState;
import se.fixamingata.shared.OneAtATime;

/** An authority starts, goes back, or says that it takes reports elsewhere: by its administrator, without the operator. */
@Stateless
@PermitAll
public class Standing {

    @Inject
    EntityManager em;

    @Inject
    Checklists checklists;

    @Inject
    OneAtATime turns;

    @Inject
    AuditTrail audit;

    @Inject
    Event<AddressRegistered> addressRegistered;

    @Inject
    Event<AuthorityChanged> authorityChanged;

    @Inject
    Clock clock;

    /** For the container. */
    public Standing() {}

    /** For tests. */
    Standing(
            EntityManager em,
            Checklists checklists,
            OneAtATime turns,
            AuditTrail audit,
            Event<AddressRegistered> addressRegistered,
            Event<AuthorityChanged> authorityChanged,
            Clock clock) {
        this.em = em;
        this.checklists = checklists;
        this.turns = turns;
        this.audit = audit;
        this.addressRegistered = addressRegistered;
        this.authorityChanged = authorityChanged;
        this.clock = clock;
    }

    /**
     * Starts, unless something that a start needs is missing.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller administers that authority
     */
    public StandingResult goLive(Caller caller, String authorityCode) {
        enter(caller, authorityCode);
        Set<ChecklistStep> missing = checklists.find(caller, authorityCode).missing();
        if (!missing.isEmpty()) {
            return new StandingResult.Missing(missing);
        }
        return become(caller, authorityCode, AuthorityState.LIVE, null);
    }

    /**
     * As before the start: reports go to its address, if there is one.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller administers that authority
     */
    public StandingResult goBack(Caller caller, String authorityCode) {
        enter(caller, authorityCode);
        return become(caller, authorityCode, AuthorityState.DEFAULT, null);
    }

    /**
     * Says where reports are taken instead: ours are published and sent to nobody from then on.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller administers that authority
     */
    public StandingResult refuse(Caller caller, String authorityCode, Refusal refusal) {
        enter(caller, authorityCode);
        Map<String, String> problems = refusal.problems();
        return problems.isEmpty()
                ? become(caller, authorityCode, AuthorityState.REFUSING, refusal)
                : new StandingResult.Invalid(problems);
    }

    /** The same turn as for its categories: nobody takes the last address away while somebody else starts. */
    private void enter(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turns.enter("administration:" + authorityCode);
    }

    private StandingResult become(Caller caller, String authorityCode, AuthorityState state, Refusal refusal) {
        Authority authority = em.find(Authority.class, authorityCode);
        AuthorityState before = authority.state();
        boolean changed = refusal == null
                ? authority.take(state, clock.instant())
                : authority.refuse(refusal.sv(), empty(refusal.en()), empty(refusal.url()), clock.instant());
        if (changed) {
            audit.record(
                    caller.accountId(),
                    authorityCode,
                    "authority.standing",
                    "authority:" + authorityCode,
                    before.name(),
                    state.name());
            em.flush();
            addressRegistered.fire(new AddressRegistered(authorityCode));
            authorityChanged.fire(new AuthorityChanged(authorityCode));
        }
        return new StandingResult.Done();
    }

    private static String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}

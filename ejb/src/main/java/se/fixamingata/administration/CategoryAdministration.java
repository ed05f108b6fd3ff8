package se.fixamingata.administration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.AuthorityChanged;
import se.fixamingata.municipality.AuthorityState;
import se.fixamingata.shared.OneAtATime;

/**
 * An authority's administrator chooses its categories and who gets their reports. What is switched off can no longer be reported; open
 * reports in it stay, and are handled as before. Reports that wait for an address go when there is one.
 */
@Stateless
@PermitAll
public class CategoryAdministration {

    @Inject
    EntityManager em;

    @Inject
    CategoryStore store;

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
    public CategoryAdministration() {}

    /** For tests. */
    CategoryAdministration(
            EntityManager em,
            CategoryStore store,
            OneAtATime turns,
            AuditTrail audit,
            Event<AddressRegistered> addressRegistered,
            Event<AuthorityChanged> authorityChanged,
            Clock clock) {
        this.em = em;
        this.store = store;
        this.turns = turns;
        this.audit = audit;
        this.addressRegistered = addressRegistered;
        this.authorityChanged = authorityChanged;
        this.clock = clock;
    }

    /** @throws se.fixamingata.account.NotPermitted unless the caller administers that authority */
    public CategorySettings find(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return store.find(em.find(Authority.class, authorityCode));
    }

    /**
     * Saves everything, or nothing of it.
     *
     * @param mark of the settings that the caller saw
     * @param typed every category that was on the form; one that is not there stays as it is
     * @throws se.fixamingata.account.NotPermitted unless the caller administers that authority
     */
    public CategoryResult save(Caller caller, String authorityCode, String mark, CategorySettings typed) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turns.enter("administration:" + authorityCode);
        Authority authority = em.find(Authority.class, authorityCode);
        CategorySettings before = store.find(authority);
        CategoryRules rules = new CategoryRules();
        CategorySettings after = rules.judge(complete(before, typed), authority.state() == AuthorityState.LIVE);
        if (!rules.problems().isEmpty()) {
            return new CategoryResult.Invalid(rules.problems());
        }
        if (!before.mark().equals(mark)) {
            return new CategoryResult.Conflict();
        }
        if (!before.equals(after)) {
            authority.reachAt(after.email().isEmpty() ? null : after.email(), clock.instant());
            store.write(authorityCode, after);
            note(caller, authorityCode, before, after);
            em.flush();
            addressRegistered.fire(new AddressRegistered(authorityCode));
            authorityChanged.fire(new AuthorityChanged(authorityCode));
        }
        return new CategoryResult.Saved();
    }

    /** What is wrong with settings that somebody would like to save: key of the message by field. */
    public Map<String, String> problems(String authorityCode, CategorySettings typed) {
        CategoryRules rules = new CategoryRules();
        rules.judge(typed, em.find(Authority.class, authorityCode).state() == AuthorityState.LIVE);
        return rules.problems();
    }

    /** The authority's categories and no others, in their order, as typed where they were typed. */
    private static CategorySettings complete(CategorySettings before, CategorySettings typed) {
        Map<String, CategoryChoice> sent = typed.categories().stream()
                .collect(Collectors.toMap(CategoryChoice::code, Function.identity(), (one, same) -> one));
        return new CategorySettings(
                typed.email(),
                before.categories().stream()
                        .map(one -> sent.getOrDefault(one.code(), one))
                        .toList());
    }

    /** Addresses may be a person's: the trail says which were changed, not to what. */
    private void note(Caller caller, String authorityCode, CategorySettings before, CategorySettings after) {
        String subject = "authority:" + authorityCode;
        note(
                caller,
                authorityCode,
                "categories.chosen",
                subject,
                codes(before, CategoryChoice::on),
                codes(after, CategoryChoice::on));
        note(
                caller,
                authorityCode,
                "categories.private",
                subject,
                codes(before, CategoryChoice::confidential),
                codes(after, CategoryChoice::confidential));
        if (!before.email().equals(after.email())) {
            audit.record(caller.accountId(), authorityCode, "recipient.changed", subject, null, null);
        }
        List<CategoryChoice> was = before.categories();
        for (int i = 0; i < was.size(); i++) {
            if (!was.get(i).recipient().equals(after.categories().get(i).recipient())) {
                String category = "category:" + was.get(i).code();
                audit.record(caller.accountId(), authorityCode, "recipient.changed", category, null, null);
            }
        }
    }

    private void note(Caller caller, String authorityCode, String action, String subject, String before, String after) {
        if (!before.equals(after)) {
            audit.record(caller.accountId(), authorityCode, action, subject, before, after);
        }
    }

    private static String codes(CategorySettings settings, Predicate<CategoryChoice> which) {
        return settings.categories().stream()
                .filter(which)
                .map(CategoryChoice::code)
                .collect(Collectors.joining(", "));
    }
}

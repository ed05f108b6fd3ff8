package se.fixamingata.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.shared.OneAtATime;

/** Who works for an authority, as its administrators decide. */
@Stateless
@PermitAll
public class Staff {

    /** More are not listed: no authority's back office has so many. */
    public static final int MOST = 500;

    @Inject
    EntityManager em;

    @Inject
    Categories categories;

    @Inject
    Unassigning unassigning;

    @Inject
    OneAtATime turn;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Staff() {}

    /** For tests. */
    Staff(
            EntityManager em,
            Categories categories,
            Unassigning unassigning,
            OneAtATime turn,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.categories = categories;
        this.unassigning = unassigning;
        this.turn = turn;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody who works there, by name; at most {@link #MOST}. */
    public List<StaffRow> list(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return em.createNamedQuery("StaffMember.withAccount", Object[].class)
                .setParameter("authority", authorityCode)
                .setMaxResults(MOST)
                .getResultStream()
                .map(Staff::row)
                .toList();
    }

    /** One of them; empty when that person does not work there. */
    public Optional<StaffRow> find(Caller caller, String authorityCode, long accountId) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return at(authorityCode, accountId).map(Staff::row);
    }

    /** How many open reports of that authority that person is to handle. */
    public int openReports(Caller caller, String authorityCode, long accountId) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return unassigning.open(authorityCode, accountId);
    }

    /**
     * Gives somebody another role or other categories there. Open reports that they may not handle from then on are nobody's.
     *
     * @param only codes of the categories that it is limited to; empty for all
     */
    public StaffResult change(Caller caller, String authorityCode, long accountId, Role role, Set<String> only) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turn.enter(name(authorityCode));
        Optional<Object[]> found = at(authorityCode, accountId);
        if (found.isEmpty()) {
            return new StaffResult.Refused("staff.gone");
        }
        StaffMember member = (StaffMember) found.get()[0];
        Membership before = member.membership();
        Membership after = new Membership(authorityCode, role, only);
        Optional<String> problem = problem(caller, accountId, before, after);
        if (problem.isPresent()) {
            return new StaffResult.Refused(problem.get());
        }
        if (before.equals(after)) {
            return new StaffResult.Done(0);
        }
        member.become(role, only);
        audit.record(
                caller.accountId(),
                authorityCode,
                "membership.changed",
                "account:" + accountId,
                text(before),
                text(after));
        return new StaffResult.Done(unassigning.whatIsBeyond(after, accountId, caller));
    }

    private Optional<String> problem(Caller caller, long accountId, Membership before, Membership after) {
        if (after.categories().stream().anyMatch(code -> categories.find(code).isEmpty())) {
            return Optional.of("staff.category.unknown");
        }
        boolean raised = after.role().compareTo(before.role()) > 0 || reachesFurther(before, after);
        if (raised && caller.accountId() == accountId) {
            return Optional.of("staff.own-role");
        }
        boolean steppingDown = before.role() == Role.ADMINISTRATOR && after.role() != Role.ADMINISTRATOR;
        return steppingDown && isLastAdministrator(before.authorityCode(), accountId)
                ? Optional.of("staff.last-administrator")
                : Optional.empty();
    }

    private static boolean reachesFurther(Membership before, Membership after) {
        return !before.categories().isEmpty()
                && (after.categories().isEmpty() || !before.categories().containsAll(after.categories()));
    }

    /**
     * Takes somebody's place there away, and invitations there that still wait: no older mail leads back. The account stays; open reports
     * of theirs are nobody's from then on.
     */
    public StaffResult remove(Caller caller, String authorityCode, long accountId) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turn.enter(name(authorityCode));
        Optional<Object[]> found = at(authorityCode, accountId);
        if (found.isEmpty()) {
            return new StaffResult.Refused("staff.gone");
        }
        StaffMember member = (StaffMember) found.get()[0];
        Membership before = member.membership();
        if (before.role() == Role.ADMINISTRATOR && isLastAdministrator(authorityCode, accountId)) {
            return new StaffResult.Refused("staff.last-administrator");
        }
        em.remove(member);
        em.createNamedQuery("Invitation.withdrawAll")
                .setParameter("email", ((Account) found.get()[1]).email())
                .setParameter("authority", authorityCode)
                .setParameter("now", clock.instant())
                .executeUpdate();
        audit.record(
                caller.accountId(), authorityCode, "membership.removed", "account:" + accountId, text(before), null);
        return new StaffResult.Done(unassigning.everything(authorityCode, accountId, caller));
    }

    private boolean isLastAdministrator(String authorityCode, long accountId) {
        return em.createNamedQuery("StaffMember.others", Long.class)
                        .setParameter("authority", authorityCode)
                        .setParameter("role", Role.ADMINISTRATOR)
                        .setParameter("account", accountId)
                        .getSingleResult()
                == 0;
    }

    private Optional<Object[]> at(String authorityCode, long accountId) {
        return em.createNamedQuery("StaffMember.at", Object[].class)
                .setParameter("authority", authorityCode)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    private static StaffRow row(Object[] found) {
        StaffMember member = (StaffMember) found[0];
        Account account = (Account) found[1];
        return new StaffRow(
                account.id(),
                account.name(),
                account.email(),
                member.membership(),
                account.hasTotp(),
                account.lastSeenAt(),
                member.createdAt());
    }

    private static String text(Membership place) {
        String categories = String.join(",", new TreeSet<>(place.categories()));
        return categories.isEmpty() ? place.role().code() : place.role().code() + ": " + categories;
    }

    /** Two administrators who demote each other at once take turns. */
    private static String name(String authorityCode) {
        return "staff:" + authorityCode;
    }
}

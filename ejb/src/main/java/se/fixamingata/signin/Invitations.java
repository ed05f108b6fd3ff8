package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.Language;

/** Inviting people to an authority's back office, by its administrators; and operators, by operators. */
@Stateless
@PermitAll
public class Invitations {

    static final Duration LIFETIME = Duration.ofDays(14);
    private static final int SHOWN = 200;

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    Notifications notifications;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Invitations() {}

    /** For tests. */
    Invitations(EntityManager em, Accounts accounts, Notifications notifications, AuditTrail audit, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Invites somebody. An invitation of the same address to the same authority that still waits is replaced.
     *
     * @param typed the address as typed
     * @param authorityCode null for an operator; then the role is null and there are no categories
     * @param categories codes of those that it is limited to; empty for all
     * @param language in which the mail is written
     */
    public InviteResult invite(
            Caller caller, String typed, String authorityCode, Role role, Set<String> categories, Language language) {
        require(caller, authorityCode);
        if (authorityCode != null) {
            Objects.requireNonNull(role);
        }
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            return new InviteResult.InvalidAddress();
        }
        String email = address.get().text();
        Optional<Account> there = accounts.find(email).filter(account -> worksAt(account, authorityCode));
        if (there.isPresent()) {
            return new InviteResult.AlreadyThere(there.get().id());
        }
        Instant now = clock.instant();
        waiting(email, authorityCode).forEach(older -> older.withdraw(now));
        Invitation invitation = new Invitation(
                email,
                authorityCode,
                authorityCode == null ? null : role,
                categories,
                language,
                caller.accountId(),
                now,
                now.plus(LIFETIME));
        em.persist(invitation);
        notifications.plan(NotificationKind.INVITATION, null, invitation.id(), email, language);
        audit.record(
                caller.accountId(),
                authorityCode,
                "invitation.sent",
                "invitation:" + invitation.id(),
                null,
                role == null ? "operator" : role.code());
        return new InviteResult.Invited(invitation.id());
    }

    /** Takes an invitation back; one that was accepted stays accepted. */
    public void withdraw(Caller caller, long invitationId) {
        Invitation invitation = em.find(Invitation.class, invitationId);
        if (invitation == null) {
            throw new NotPermitted();
        }
        require(caller, invitation.authorityCode());
        if (isOpen(invitation)) {
            invitation.withdraw(clock.instant());
            audit.record(
                    caller.accountId(),
                    invitation.authorityCode(),
                    "invitation.withdrawn",
                    "invitation:" + invitationId,
                    null,
                    null);
        }
    }

    private boolean isOpen(Invitation invitation) {
        InvitationState state = invitation.state(clock.instant());
        return state == InvitationState.WAITING || state == InvitationState.EXPIRED;
    }

    /** The newest invitations of that authority, in whatever state; null for those of operators. */
    public List<Invitation> list(Caller caller, String authorityCode) {
        require(caller, authorityCode);
        return (authorityCode == null
                        ? em.createNamedQuery("Invitation.ofOperators", Invitation.class)
                        : em.createNamedQuery("Invitation.ofAuthority", Invitation.class)
                                .setParameter("authority", authorityCode))
                .setMaxResults(SHOWN)
                .getResultList();
    }

    private static void require(Caller caller, String authorityCode) {
        if (authorityCode == null) {
            Permissions.requireOperator(caller);
        } else {
            Permissions.require(caller, Right.ADMINISTER, authorityCode);
        }
    }

    private boolean worksAt(Account account, String authorityCode) {
        return authorityCode == null
                ? account.isOperator()
                : accounts.memberships(account.id()).stream()
                        .anyMatch(place -> place.authorityCode().equals(authorityCode));
    }

    private List<Invitation> waiting(String email, String authorityCode) {
        return em.createNamedQuery("Invitation.waiting", Invitation.class)
                .setParameter("email", email)
                .getResultStream()
                .filter(one -> Objects.equals(one.authorityCode(), authorityCode))
                .toList();
    }
}

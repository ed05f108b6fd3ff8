package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.StaffMember;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.session.Visitor;
import se.fixamingata.signin.session.Way;

/** What an invitation gives, decided under its lock: a place for an account, which is opened if there is none. */
@Stateless
@PermitAll
public class Admission {

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    SecretLinks links;

    @Inject
    AccountOpening opening;

    @Inject
    SignInOutcome outcome;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Admission() {}

    /** For tests. */
    Admission(
            EntityManager em,
            Accounts accounts,
            SecretLinks links,
            AccountOpening opening,
            SignInOutcome outcome,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.links = links;
        this.opening = opening;
        this.outcome = outcome;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the link is good for; changes nothing. */
    public InvitationView look(String token) {
        return find(token)
                .map(invitation -> new InvitationView(
                        invitation.state(clock.instant()),
                        invitation.email(),
                        invitation.authorityCode(),
                        invitation.role(),
                        accounts.find(invitation.email()).isPresent()))
                .orElseGet(() -> new InvitationView(InvitationState.UNKNOWN, "", null, null, false));
    }

    /** The account that the address has joins. */
    public JoinResult join(String token) {
        // An account that was erased a moment ago has taken its invitations along.
        return whileWaiting(token, invitation -> accounts.find(invitation.email())
                .map(account -> join(account, invitation))
                .orElseGet(() -> new JoinResult.Over(InvitationState.UNKNOWN)));
    }

    /**
     * The address gets an account, unless it has got one a moment ago.
     *
     * @param name checked
     * @param hash of the password
     */
    public JoinResult open(String token, String name, String hash, Visitor visitor) {
        return whileWaiting(token, invitation -> accounts.find(invitation.email())
                .map(account -> join(account, invitation))
                .orElseGet(() -> open(invitation, name, hash, visitor)));
    }

    private JoinResult whileWaiting(String token, Function<Invitation, JoinResult> use) {
        Optional<Invitation> found = find(token);
        if (found.isEmpty()) {
            return new JoinResult.Over(InvitationState.UNKNOWN);
        }
        Invitation invitation = found.get();
        em.refresh(invitation, LockModeType.PESSIMISTIC_WRITE);
        InvitationState state = invitation.state(clock.instant());
        return state == InvitationState.WAITING ? use.apply(invitation) : new JoinResult.Over(state);
    }

    private JoinResult open(Invitation invitation, String name, String hash, Visitor visitor) {
        Account account = opening.ofProved(invitation.email(), name, invitation.language());
        account.setPasswordHash(hash);
        give(account, invitation);
        SignInResult result = outcome.complete(account.id(), Way.INVITATION, visitor);
        // A new account has no second factor to ask for.
        return new JoinResult.Opened((SignInResult.Done) result);
    }

    /** Nobody is invited to where they work: a place that is there is newer than the invitation, and stands. */
    private JoinResult join(Account account, Invitation invitation) {
        if (isThere(account, invitation)) {
            invitation.accept(clock.instant());
            audit.record(
                    account.id(),
                    invitation.authorityCode(),
                    "invitation.outlived",
                    "account:" + account.id(),
                    null,
                    null);
            return new JoinResult.Kept(account.email());
        }
        give(account, invitation);
        return new JoinResult.Joined(account.email());
    }

    private boolean isThere(Account account, Invitation invitation) {
        return invitation.authorityCode() == null
                ? account.isOperator()
                : accounts.memberships(account.id()).stream()
                        .anyMatch(place -> place.authorityCode().equals(invitation.authorityCode()));
    }

    private void give(Account account, Invitation invitation) {
        invitation.accept(clock.instant());
        boolean operator = invitation.authorityCode() == null;
        if (operator) {
            account.becomeOperator();
        } else {
            em.persist(new StaffMember(
                    account.id(),
                    invitation.authorityCode(),
                    invitation.role(),
                    invitation.categories(),
                    clock.instant()));
        }
        em.flush();
        audit.record(
                account.id(),
                invitation.authorityCode(),
                "invitation.accepted",
                "account:" + account.id(),
                null,
                operator ? "operator" : invitation.role().code());
    }

    private Optional<Invitation> find(String token) {
        return SecretToken.parse(token)
                .flatMap(secret -> links.find(secret, Purpose.INVITATION))
                .map(link -> em.find(Invitation.class, link.subjectId()));
    }
}

package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.StaffMember;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.shared.TypedText;
import se.fixamingata.submission.FieldProblem;

/** Accepting an invitation: whoever holds the link that went to the address opens an account, or the one that it has joins. */
@Stateless
@PermitAll
public class Joining {

    static final int NAME_MIN = 2;
    static final int NAME_MAX = 100;

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    SecretLinks links;

    @Inject
    AccountOpening opening;

    @Inject
    Passwords passwords;

    @Inject
    PasswordRules rules;

    @Inject
    SignInOutcome outcome;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Joining() {}

    /** For tests. */
    Joining(
            EntityManager em,
            Accounts accounts,
            SecretLinks links,
            AccountOpening opening,
            Passwords passwords,
            PasswordRules rules,
            SignInOutcome outcome,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.links = links;
        this.opening = opening;
        this.passwords = passwords;
        this.rules = rules;
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

    /**
     * Accepts. Name and password are of no use when the address has an account already.
     *
     * @param name as typed; may be null
     * @param password as typed; may be null
     */
    public JoinResult accept(String token, String name, String password, Visitor visitor) {
        Optional<Invitation> found = find(token);
        if (found.isEmpty()) {
            return new JoinResult.Over(InvitationState.UNKNOWN);
        }
        Invitation invitation = found.get();
        em.refresh(invitation, LockModeType.PESSIMISTIC_WRITE);
        InvitationState state = invitation.state(clock.instant());
        if (state != InvitationState.WAITING) {
            return new JoinResult.Over(state);
        }
        return accounts.find(invitation.email())
                .map(account -> join(account, invitation))
                .orElseGet(() -> open(invitation, TypedText.line(name, NAME_MAX + 1), password, visitor));
    }

    private JoinResult join(Account account, Invitation invitation) {
        give(account, invitation);
        return new JoinResult.Joined(account.email());
    }

    private JoinResult open(Invitation invitation, String name, String password, Visitor visitor) {
        List<FieldProblem> problems = problems(invitation, name, password);
        if (!problems.isEmpty()) {
            return new JoinResult.Invalid(problems);
        }
        String hash;
        try {
            hash = passwords.hash(password);
        } catch (Passwords.Crowded crowded) {
            return new JoinResult.Invalid(List.of(new FieldProblem("password", "password.busy")));
        }
        Account account = opening.ofProved(invitation.email(), name, invitation.language());
        account.setPasswordHash(hash);
        give(account, invitation);
        SignInResult result = outcome.complete(account.id(), Way.INVITATION, visitor);
        // A new account has no second factor to ask for.
        return new JoinResult.Opened((SignInResult.Done) result);
    }

    private List<FieldProblem> problems(Invitation invitation, String name, String password) {
        List<FieldProblem> problems = new ArrayList<>();
        int length = name == null ? 0 : TypedText.length(name);
        if (length < NAME_MIN || !TypedText.isVisible(name)) {
            problems.add(new FieldProblem("name", "report.name.short", NAME_MIN));
        } else if (length > NAME_MAX) {
            problems.add(new FieldProblem("name", "report.name.long", NAME_MAX));
        }
        rules.problem(password, invitation.email(), name == null ? "" : name)
                .ifPresent(key -> problems.add(new FieldProblem("password", key, PasswordRules.MIN)));
        return problems;
    }

    private void give(Account account, Invitation invitation) {
        invitation.accept(clock.instant());
        String place = invitation.authorityCode() == null
                ? "operator"
                : invitation.role().code();
        if (invitation.authorityCode() == null) {
            account.becomeOperator();
        } else {
            membership(account, invitation);
        }
        em.flush();
        audit.record(
                account.id(),
                invitation.authorityCode(),
                "invitation.accepted",
                "account:" + account.id(),
                null,
                place);
    }

    private void membership(Account account, Invitation invitation) {
        em.createNamedQuery("StaffMember.ofAccount", StaffMember.class)
                .setParameter("account", account.id())
                .getResultStream()
                .filter(one -> one.membership().authorityCode().equals(invitation.authorityCode()))
                .findFirst()
                .ifPresentOrElse(
                        there -> there.become(invitation.role(), invitation.categories()),
                        () -> em.persist(new StaffMember(
                                account.id(),
                                invitation.authorityCode(),
                                invitation.role(),
                                invitation.categories(),
                                clock.instant())));
    }

    private Optional<Invitation> find(String token) {
        return SecretToken.parse(token)
                .flatMap(secret -> links.find(secret, Purpose.INVITATION))
                .map(link -> em.find(Invitation.class, link.subjectId()));
    }
}

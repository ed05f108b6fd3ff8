package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import se.fixamingata.shared.TypedText;
import se.fixamingata.signin.session.Visitor;
import se.fixamingata.submission.FieldProblem;

/**
 * Accepting an invitation: whoever holds the link that went to the address opens an account, or the one that it has joins.
 *
 * <p>The slow hash of a new password runs before any transaction; everything else is {@link Admission}'s.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Joining {

    static final int NAME_MIN = 2;
    static final int NAME_MAX = 100;

    @Inject
    Admission admission;

    @Inject
    Passwords passwords;

    @Inject
    PasswordRules rules;

    /** For the container. */
    public Joining() {}

    /** For tests. */
    Joining(Admission admission, Passwords passwords, PasswordRules rules) {
        this.admission = admission;
        this.passwords = passwords;
        this.rules = rules;
    }

    /** What the link is good for; changes nothing. */
    public InvitationView look(String token) {
        return admission.look(token);
    }

    /**
     * Accepts. Name and password are of no use when the address has an account already.
     *
     * @param name as typed; may be null
     * @param password as typed; may be null
     */
    public JoinResult accept(String token, String name, String password, Visitor visitor) {
        InvitationView invitation = admission.look(token);
        if (invitation.state() != InvitationState.WAITING) {
            return new JoinResult.Over(invitation.state());
        }
        if (invitation.known()) {
            return admission.join(token);
        }
        String line = TypedText.line(name, NAME_MAX + 1);
        List<FieldProblem> problems = problems(invitation.email(), line, password);
        if (!problems.isEmpty()) {
            return new JoinResult.Invalid(problems);
        }
        try {
            return admission.open(token, line, passwords.hash(password), visitor);
        } catch (Passwords.Crowded crowded) {
            return new JoinResult.Busy();
        }
    }

    private List<FieldProblem> problems(String email, String name, String password) {
        List<FieldProblem> problems = new ArrayList<>();
        int length = name == null ? 0 : TypedText.length(name);
        if (length < NAME_MIN || !TypedText.isVisible(name)) {
            problems.add(new FieldProblem("name", "report.name.short", NAME_MIN));
        } else if (length > NAME_MAX) {
            problems.add(new FieldProblem("name", "report.name.long", NAME_MAX));
        }
        rules.problem(password, email, name == null ? "" : name)
                .ifPresent(key -> problems.add(new FieldProblem("password", key, PasswordRules.MIN)));
        return problems;
    }
}

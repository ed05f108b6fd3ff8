package se.fixamingata.account;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.Language;

/**
 * Who asks, read anew for every request: somebody whose membership was taken away is out at the next click.
 *
 * @param sessionId the sign-in by which this person came
 * @param name in words; for the history and the audit trail
 * @param operator works for the whole service, and may everywhere what an administrator may
 * @param memberships empty for a resident
 */
public record Caller(
        long accountId,
        long sessionId,
        String name,
        String email,
        Language language,
        boolean operator,
        List<Membership> memberships)
        implements Serializable {

    public Caller {
        memberships = List.copyOf(memberships);
    }

    /** The place at that authority; empty when there is none. */
    public Optional<Membership> at(String authorityCode) {
        return memberships.stream()
                .filter(one -> one.authorityCode().equals(authorityCode))
                .findFirst();
    }

    /** The same rights for whom no report, comment or photo is their own. */
    public Caller withoutPerson() {
        return new Caller(-1, sessionId, name, email, language, operator, memberships);
    }

    /** The same person without any back office. */
    public Caller asResident() {
        return new Caller(accountId, sessionId, name, email, language, false, List.of());
    }

    /** Whether there is any back office for this person. */
    public boolean isStaff() {
        return operator || !memberships.isEmpty();
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "Caller[" + accountId + "]";
    }
}

package se.fixamingata.audit;

import java.time.Instant;

/**
 * A line of the audit trail, as it is read.
 *
 * @param actor who, when it was nobody signed in: {@code system}, {@code reporter}
 * @param accountId who; null for nobody signed in
 * @param name of that account; null when it is gone
 * @param email of that account; null when it is gone
 * @param authorityCode whose business; null for nobody's in particular
 * @param action {@code noun.verb}
 * @param subject {@code report:1234}
 * @param subjectName in words, when the subject is an account or an invitation that is still there; else null
 * @param detail more, or null
 * @param before what it was, or null
 * @param after what it is, or null
 */
public record AuditLine(
        long id,
        Instant at,
        String actor,
        Long accountId,
        String name,
        String email,
        String authorityCode,
        String action,
        String subject,
        String subjectName,
        String detail,
        String before,
        String after) {

    AuditLine changing(String from, String to) {
        return new AuditLine(
                id, at, actor, accountId, name, email, authorityCode, action, subject, subjectName, detail, from, to);
    }

    /** Where the next page goes on. */
    public AuditPlace place() {
        return new AuditPlace(at, id);
    }
}

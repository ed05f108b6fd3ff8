package se.fixamingata.audit;

import java.time.Instant;

/**
 * Which lines of the audit trail are meant.
 *
 * @param authorityCode whose business; null for all, those that are nobody's included
 * @param from first moment
 * @param until first moment after it
 * @param accountId by whom; null for whoever
 * @param who a part of the person's name or address, or {@code system}; empty for whoever
 * @param noun what kind of thing it is about, the first half of the action; empty for whatever
 * @param subject exactly what it is about, {@code report:1234}; empty for whatever
 */
public record AuditFilter(
        String authorityCode, Instant from, Instant until, Long accountId, String who, String noun, String subject) {}

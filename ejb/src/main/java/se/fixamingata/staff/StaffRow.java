package se.fixamingata.staff;

import java.time.Instant;
import se.fixamingata.account.Membership;

/**
 * Somebody who works for an authority.
 *
 * @param name may be empty
 * @param secondFactor whether the account has one
 * @param lastSeen null when never
 */
public record StaffRow(
        long accountId,
        String name,
        String email,
        Membership place,
        boolean secondFactor,
        Instant lastSeen,
        Instant since) {}

package se.fixamingata.operatordesk;

import java.time.Instant;
import se.fixamingata.municipality.AuthorityState;

/**
 * How one authority stands.
 *
 * @param county null for Trafikverket
 * @param email its central address; null while nobody has registered one
 * @param version of the authority, for whoever changes it
 * @param open reports
 * @param waiting reports that wait for an address
 * @param staff people who work there
 * @param seenAt when one of them was here last; null for never
 */
public record AuthorityRow(
        String code,
        String slug,
        String name,
        String county,
        AuthorityState state,
        String email,
        int version,
        long open,
        long waiting,
        long staff,
        Instant seenAt) {}

package se.fixamingata.account;

import java.io.Serializable;
import java.util.Set;

/**
 * Somebody's place at an authority.
 *
 * @param categories codes of the categories that it is limited to; empty for all
 */
public record Membership(String authorityCode, Role role, Set<String> categories) implements Serializable {

    public Membership {
        categories = Set.copyOf(categories);
    }

    /** Whether reports in that category are this person's business. */
    public boolean covers(String categoryCode) {
        return categories.isEmpty() || categories.contains(categoryCode);
    }
}

package se.fixamingata.administration;

import java.util.List;

/**
 * All that an authority has decided about its categories and their addresses.
 *
 * @param email the address for categories without one of their own; empty for none
 * @param categories every category that it may take, in the order of the list
 */
public record CategorySettings(String email, List<CategoryChoice> categories) {

    public CategorySettings {
        categories = List.copyOf(categories);
    }

    /** Another one when anything is decided otherwise: what a form was filled in from. */
    public String mark() {
        return Integer.toHexString(hashCode());
    }

    /** How many offered categories nobody would get the reports of. */
    public long homeless() {
        return email.isEmpty()
                ? categories.stream()
                        .filter(one -> one.on() && one.recipient().isEmpty())
                        .count()
                : 0;
    }
}

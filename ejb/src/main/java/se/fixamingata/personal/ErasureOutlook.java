package se.fixamingata.personal;

import java.util.List;

/**
 * What erasing an account would take along.
 *
 * @param byPassword whether the password is asked for; else a word is
 * @param lastAdministratorOf codes of authorities that would have no administrator any more
 * @param lastOperator whether the service would have no operator any more
 */
public record ErasureOutlook(
        long reports,
        long updates,
        long subscriptions,
        boolean byPassword,
        List<String> lastAdministratorOf,
        boolean lastOperator) {

    public ErasureOutlook {
        lastAdministratorOf = List.copyOf(lastAdministratorOf);
    }
}

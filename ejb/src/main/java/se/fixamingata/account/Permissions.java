package se.fixamingata.account;

import java.util.Optional;
import java.util.Set;
import se.fixamingata.report.Report;

/**
 * The one table of rights (product.md, P12). A use case asks here before it reads or changes anything; a page asks the same to know
 * which buttons to show. What somebody may not see is answered as if it did not exist.
 */
public final class Permissions {

    private Permissions() {}

    /** Whether the caller may do that at the authority at all, in whatever category. */
    public static boolean may(Caller caller, Right right, String authorityCode) {
        return caller.operator()
                || caller.at(authorityCode)
                        .filter(place -> right.isHeldBy(place.role()))
                        .isPresent();
    }

    /** Whether the caller may do that with the report, which belongs to whoever is responsible for it now. */
    public static boolean may(Caller caller, Right right, Report report) {
        return may(caller, right, report.authorityCode(), report.categoryCode());
    }

    /** Whether the caller may do that with reports of that authority in that category. */
    public static boolean may(Caller caller, Right right, String authorityCode, String categoryCode) {
        return caller.operator()
                || caller.at(authorityCode)
                        .filter(place -> right.isHeldBy(place.role()) && place.covers(categoryCode))
                        .isPresent();
    }

    /** @throws NotPermitted unless the caller may */
    public static void require(Caller caller, Right right, String authorityCode) {
        if (!may(caller, right, authorityCode)) {
            throw new NotPermitted();
        }
    }

    /**
     * @param report null is refused like a report of somebody else's
     * @throws NotPermitted unless the caller may
     */
    public static void require(Caller caller, Right right, Report report) {
        if (report == null || !may(caller, right, report)) {
            throw new NotPermitted();
        }
    }

    /** @throws NotPermitted unless the caller is an operator */
    public static void requireOperator(Caller caller) {
        if (!caller.operator()) {
            throw new NotPermitted();
        }
    }

    /** The categories that the caller's view of the authority is limited to; empty for all. */
    public static Set<String> categories(Caller caller, String authorityCode) {
        return caller.operator()
                ? Set.of()
                : Optional.of(caller)
                        .flatMap(one -> one.at(authorityCode))
                        .map(Membership::categories)
                        .orElse(Set.of());
    }
}

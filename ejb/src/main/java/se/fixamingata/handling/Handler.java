package se.fixamingata.handling;

import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.handling.history.Sight;
import se.fixamingata.report.Report;

/**
 * Who handles: somebody signed in, the holder of an authority's secret link (R22), or the system going on with somebody's bulk change
 * in their name, or an authority's own system, which may what a link may.
 *
 * @param caller empty for the holder of a link, and for a system
 * @param authorityOfLink code of the authority that the link was sent to, or whose system it is; null for somebody signed in
 * @param system whether it is a system
 */
public record Handler(Optional<Caller> caller, String authorityOfLink, boolean system) {

    public static Handler of(Caller caller) {
        return new Handler(Optional.of(caller), null, false);
    }

    /** @param authorityCode whom the link was sent to */
    public static Handler byLink(String authorityCode) {
        return new Handler(Optional.empty(), authorityCode, false);
    }

    /** @param authorityCode whose system it is, as the way by which it came has shown */
    public static Handler bySystem(String authorityCode) {
        return new Handler(Optional.empty(), authorityCode, true);
    }

    /** Null by link, and for a system. */
    public Long accountId() {
        return caller.map(Caller::accountId).orElse(null);
    }

    /** By link: seeing and handling, for a report that its authority has now, and nothing else. */
    public boolean may(Right right, Report report) {
        return may(right, report.authorityCode(), report.categoryCode());
    }

    /** As {@link #may(Right, Report)}, for a report of that authority in that category. */
    public boolean may(Right right, String authorityCode, String categoryCode) {
        return caller.map(one -> Permissions.may(one, right, authorityCode, categoryCode))
                .orElseGet(
                        () -> authorityCode.equals(authorityOfLink) && (right == Right.VIEW || right == Right.HANDLE));
    }

    /** What this one may see of what happened to the report. */
    public Sight sight(Report report) {
        return new Sight(
                may(Right.SEE_REPORTER, report),
                may(Right.MODERATE, report),
                caller.filter(Caller::operator).isPresent());
    }

    /**
     * @param report null, or one that nobody has confirmed, is refused like somebody else's
     * @throws NotPermitted unless this one may
     */
    public void require(Right right, Report report) {
        if (report == null || !report.isConfirmed() || !may(right, report)) {
            throw new NotPermitted();
        }
    }
}

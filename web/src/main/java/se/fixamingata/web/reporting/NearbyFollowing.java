package se.fixamingata.web.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.following.FollowResult;
import se.fixamingata.following.Following;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.Language;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Messages;

/**
 * "Follow it instead": the button on a report near by, pressed while writing another one (product.md, P4). The draft stays, so that one
 * can still report.
 */
@ApplicationScoped
public class NearbyFollowing {

    /** Parameter with what has happened just now: {@code mejl}, a mail is on its way; {@code ja}, follows. */
    static final String NEWS = "foljer";

    /** Parameter with the number of the report that it is about. */
    static final String REPORT = "rapport";

    private static final Pattern ACTION = Pattern.compile("follow:([1-9]\\d{0,17})");

    @Inject
    Following following;

    @Inject
    CurrentCaller caller;

    /**
     * What came of the button.
     *
     * @param redirect where to go; null when something is to be mended
     */
    record Result(String redirect, Problem problem) {}

    /** The report that the button belongs to; empty when it is another button. */
    static Optional<Long> asked(String action) {
        Matcher matcher = ACTION.matcher(action == null ? "" : action);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    Result follow(HttpServletRequest request, long reportId, Language language) {
        String typed = request.getParameter(field(reportId));
        FollowResult result;
        try {
            result = caller.find()
                    .map(person -> Conflicts.retry(() -> following.follow(person, reportId)))
                    .orElseGet(() -> Conflicts.retry(() -> following.follow(typed, language, reportId)));
        } catch (Conflicts.Busy busy) {
            return wrong(reportId, Messages.text(language, "form.busy"));
        }
        if (result instanceof FollowResult.InvalidAddress invalid) {
            return wrong(reportId, Problem.of(invalid.problem(), language).message());
        }
        if (result instanceof FollowResult.TooMany many) {
            return wrong(reportId, Messages.text(language, "folja.many", many.minutes()));
        }
        if (result instanceof FollowResult.NoReport) {
            // Somebody has closed or hidden it meanwhile: the cards are read anew.
            return new Result("/rapportera#category", null);
        }
        String news = result instanceof FollowResult.Following ? "ja" : "mejl";
        return new Result("/rapportera?" + NEWS + "=" + news + "&" + REPORT + "=" + reportId + "#nearby", null);
    }

    private static Result wrong(long reportId, String message) {
        return new Result(null, new Problem(field(reportId), message));
    }

    /** Name and id of the field for the address, on that report's card. */
    static String field(long reportId) {
        return "follow-" + reportId;
    }
}

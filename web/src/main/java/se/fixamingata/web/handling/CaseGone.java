package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.fixamingata.handling.CaseReach;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.TakenAway;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/**
 * What is shown instead of a report that has been handed over, or put into somebody else's category, while its page was open: whose it
 * is now as far as the reader may know, how that came, and what they had typed.
 */
@Named("caseGone")
@RequestScoped
public class CaseGone {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CaseReach reach;

    @Inject
    CaseStory story;

    @Inject
    Names names;

    @Inject
    TextBean text;

    private long id;
    private TakenAway away;

    /**
     * Looks whether it has left the caller's reach since that version.
     *
     * @return false for who can still handle it, and for who never could
     */
    public boolean find(long report, int version) {
        id = report;
        away = reach.takenAway(Handler.of(callers.get()), report, version).orElse(null);
        return away != null;
    }

    /** Whether there is such a report to be told of. */
    public boolean isFound() {
        return away != null;
    }

    public long getId() {
        return id;
    }

    /** Whose it is now, in one sentence. */
    public String getWhose() {
        return away.authorityCode()
                .map(code -> text.of(
                        callers.get().at(code).isPresent() ? "arende.gone.category" : "arende.gone.authority",
                        names.authority(code)))
                .orElseGet(() -> text.of("arende.gone.text"));
    }

    /** How that came. */
    public List<CaseLine> getSince() {
        return away == null ? List.of() : story.of(away.since(), "", Map.of());
    }

    /** What was written into the form; empty when nothing was. */
    public List<String> getTyped() {
        return Stream.of("title", "text")
                .map(request::getParameter)
                .filter(Objects::nonNull)
                .filter(typed -> !typed.isBlank())
                .toList();
    }
}

package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The address of a report's page in the back office, and what it says besides which report. */
@RequestScoped
public class CaseAddress {

    /** The version at which the report left the caller's reach. */
    public static final String LEFT_AT = "sedan";

    private static final String PATH = "/handlaggning/rapport/";

    @Inject
    HttpServletRequest request;

    @Inject
    PostedForm form;

    @Inject
    CaseTrail trail;

    /** Where a report's page is, with the way back to the list. */
    String of(long report) {
        return PATH + report + trail.query("?");
    }

    /** Where to go when that is done. */
    String after(long report, CaseOutcome outcome) {
        String mark = trail.getFrom().isEmpty() ? "?" : "&";
        String next = outcome.elsewhere() == null ? "" : "&till=" + outcome.elsewhere();
        String left = form.is("handover") || form.is("category") ? "&" + LEFT_AT + "=" + form.version() : "";
        return of(report) + mark + "klar=" + outcome.done() + next + left;
    }

    /** The action that was done just now; empty when none was. */
    String done() {
        String done = request.getParameter("klar");
        return done != null && done.matches("[a-z-]{1,20}") ? done : "";
    }

    /** The version at which the caller has handed it over; none that there ever was when they have not. */
    int leftAt() {
        String version = request.getParameter(LEFT_AT);
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : Integer.MAX_VALUE;
    }
}

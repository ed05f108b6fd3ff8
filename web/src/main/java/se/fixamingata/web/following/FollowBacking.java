package se.fixamingata.web.following;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import se.fixamingata.following.Followers;
import se.fixamingata.web.report.ReporterProof;
import se.fixamingata.web.security.CurrentCaller;

/** The box on a report's page by which somebody follows it, or stops. */
@Named("follow")
@RequestScoped
public class FollowBacking {

    /** Parameter with what has happened just now. */
    static final String NEWS = "foljer";

    /** A mail is on its way; follows; follows no longer. */
    static final Set<String> SAID = Set.of("mejl", "ja", "nej");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    ReporterProof proof;

    @Inject
    Followers followers;

    private String standing;

    /** What the visitor is to the report: {@code reporter}, {@code follower}, {@code caller} (signed in) or {@code anybody}. */
    public String standing(long reportId) {
        if (standing == null) {
            standing = decide(reportId);
        }
        return standing;
    }

    private String decide(long reportId) {
        if (proof.of(reportId)) {
            return "reporter";
        }
        return caller.find()
                .map(person -> followers.isFollowing(person, reportId) ? "follower" : "caller")
                .orElse("anybody");
    }

    /** One of {@link #SAID}; empty when nothing has happened just now. */
    public String getNews() {
        String said = request.getParameter(NEWS);
        return said != null && SAID.contains(said) ? said : "";
    }
}

package se.fixamingata.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** What the error pages show, and the status they are sent with. */
@Named("errorPage")
@RequestScoped
public class ErrorPageBean {

    /** What a form carries besides what a person typed. */
    private static final Set<String> OURS = Set.of(
            "fmg_csrf",
            "action",
            "lang",
            "lat",
            "lon",
            "address",
            "authority",
            "category",
            "distinct",
            "showName",
            "looksFixed",
            "utkast",
            "nyckel");

    @Inject
    HttpServletRequest request;

    /** 403 is told as 404: whether something exists is nobody's business who may not see it. */
    public void hide() {
        Faces.setResponseStatus(404);
    }

    /** The id under which the log has the unexpected; empty when there is none. */
    public String getIncident() {
        return request.getAttribute("incident") instanceof String id ? id : "";
    }

    /** Whether only others were in the way, and nothing of ours is out of reach. */
    public boolean isBusy() {
        return Boolean.TRUE.equals(request.getAttribute("busy"));
    }

    /** Seconds until the next try is welcome. */
    public long getWait() {
        return request.getAttribute("limit.wait") instanceof Long seconds ? seconds : 60;
    }

    /**
     * What was typed into a form that was refused, so that nothing of it is lost; empty when a foreign page sent it,
     * whose words are not to appear on ours.
     */
    public List<String> getTyped() {
        if (!Boolean.FALSE.equals(request.getAttribute("csrf.foreign"))) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !OURS.contains(field.getKey()) && !isFaces(field.getKey()))
                .flatMap(field -> Stream.of(field.getValue()).filter(value -> !value.equals(field.getKey())))
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The state, nonce and ajax fields of Faces and PrimeFaces; their forms and buttons are known by a value that is their name. */
    private static boolean isFaces(String field) {
        return field.startsWith("jakarta.faces.") || field.startsWith("primefaces.");
    }
}

package se.fixamingata.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** What somebody sent whose session was over: given back, to be sent again from the same page after signing in. */
@Named("again")
@RequestScoped
public class AgainBacking {

    /** Request attribute: {@code factor} when a second factor is missing, not a session. */
    static final String REASON = "fmg.again.reason";

    private static final Set<String> OURS = Set.of("fmg_csrf");

    /** Never given back into a page. */
    private static final Set<String> SECRET = Set.of("password", "current", "code", "proof", "renew", "clientSecret");

    @Inject
    HttpServletRequest request;

    /** A field of the form. */
    public record Field(String name, String value) {}

    /** Every field, to be sent again as it was. */
    public List<Field> getFields() {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !OURS.contains(field.getKey()) && !SECRET.contains(field.getKey()))
                .filter(field -> !isOfTheAddress(field.getKey()))
                .flatMap(field -> List.of(field.getValue()).stream().map(value -> new Field(field.getKey(), value)))
                .toList();
    }

    /** What stands in the address goes along with it. */
    private boolean isOfTheAddress(String name) {
        String query = query();
        return query != null && ("&" + query).contains("&" + name + "=");
    }

    /** {@code session} or {@code factor}: what is missing. */
    public String getReason() {
        return "factor".equals(request.getAttribute(REASON)) ? "factor" : "session";
    }

    /** Where it is to be had. */
    public String getRemedy() {
        return getReason().equals("factor") ? "/konto/sakerhet?krav=1#tvasteg" : "/logga-in?till=/logga-in/klar";
    }

    /** What looks like a person's words. */
    public List<String> getTyped() {
        return getFields().stream()
                .map(Field::value)
                .filter(value -> value.strip().contains(" ") || value.contains("\n"))
                .toList();
    }

    /** Where it was going. */
    public String getAction() {
        String query = query();
        Object path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return (path == null ? request.getRequestURI() : path.toString()) + (query == null ? "" : "?" + query);
    }

    private String query() {
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? request.getQueryString() : query.toString();
    }

    /** As it came: a page that expects files must get that kind of form. */
    public String getEnctype() {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data")
                ? "multipart/form-data"
                : "application/x-www-form-urlencoded";
    }

    public boolean isWithFiles() {
        return getEnctype().startsWith("multipart/");
    }
}

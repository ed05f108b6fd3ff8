package se.fixamingata.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Servlets;

/** What the template {@code desk.xhtml} shows around every page of the back office. */
@Named("desk")
@RequestScoped
public class DeskBean {

    @Inject
    HttpServletRequest request;

    /** The rail, in its order. */
    public List<DeskEntry> getEntries() {
        return DeskRail.entries(Servlets.getRequestURI(request));
    }

    /** The name of the authority that the signed-in person works for; empty when there is none. */
    public String getAuthority() {
        return "";
    }

    /** The name of the signed-in person; empty when nobody is. */
    public String getPerson() {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
    }
}

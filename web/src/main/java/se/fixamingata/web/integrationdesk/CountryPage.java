package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import se.fixamingata.integrationdesk.CountryIntegrations;
import se.fixamingata.integrationdesk.CountryRow;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /drift/integration}: how every authority's connection stands, the worst first. */
@Named("countryPage")
@RequestScoped
public class CountryPage {

    private static final int NAME_MAX = 80;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CountryIntegrations reading;

    private List<CountryRow> rows = List.of();
    private boolean more;

    /** Before rendering. */
    public void open() {
        List<CountryRow> found = reading.list(callers.get(), getName());
        more = found.size() > CountryIntegrations.MOST;
        rows = more ? found.subList(0, CountryIntegrations.MOST) : found;
    }

    /** The beginning of the name that was typed; empty for none. */
    public String getName() {
        String typed =
                Objects.requireNonNullElse(request.getParameter("namn"), "").strip();
        return typed.length() > NAME_MAX ? typed.substring(0, NAME_MAX) : typed;
    }

    public List<CountryRow> getRows() {
        return rows;
    }

    /** Whether there are more than are shown. */
    public boolean isMore() {
        return more;
    }

    public String path(CountryRow row) {
        return IntegrationPage.PATH + "?a=" + row.slug();
    }
}

package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.fixamingata.integrationdesk.CountryFilter;
import se.fixamingata.integrationdesk.CountryIntegrations;
import se.fixamingata.integrationdesk.CountryList;
import se.fixamingata.integrationdesk.CountryRow;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /drift/integration}: how every authority's connection stands, the worst first. */
@Named("countryPage")
@RequestScoped
public class CountryPage {

    private static final String PATH = "/drift/integration";
    private static final int NAME_MAX = 80;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CountryIntegrations reading;

    private CountryList list;
    private CountryFilter filter;

    /** Before rendering. */
    public void open() {
        // Who looks for somebody by name wants to find them also when all is well with them.
        filter = CountryFilter.find(typed("visa"))
                .orElse(getName().isEmpty() ? CountryFilter.NEEDED : CountryFilter.ALL);
        list = reading.list(callers.get(), filter, getName(), getPage() - 1);
    }

    private String typed(String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "").strip();
    }

    /** The part of a name that was typed; empty for none. */
    public String getName() {
        String name = typed("namn");
        return name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
    }

    public int getPage() {
        return Optional.of(typed("sida"))
                .filter(page -> page.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    public CountryFilter[] getFilters() {
        return CountryFilter.values();
    }

    /** {@code page} for the one that is shown, for the attribute {@code aria-current}; null for the others. */
    public String current(CountryFilter one) {
        return one == filter ? "page" : null;
    }

    public long count(CountryFilter one) {
        return list.counts().get(one);
    }

    /** What is shown, under the same name. */
    public CountryFilter getFilter() {
        return filter;
    }

    public String path(CountryFilter one) {
        return path(one, 1);
    }

    private String path(CountryFilter one, int page) {
        String named = getName().isEmpty() ? "" : "&namn=" + URLEncoder.encode(getName(), StandardCharsets.UTF_8);
        return PATH + "?visa=" + one.code() + named + (page == 1 ? "" : "&sida=" + page);
    }

    public List<CountryRow> getRows() {
        return list.rows();
    }

    /** Null on the first page. */
    public String getPrevious() {
        return getPage() == 1 ? null : path(filter, getPage() - 1);
    }

    /** Null on the last page. */
    public String getNext() {
        return (long) getPage() * CountryIntegrations.PAGE >= count(filter) ? null : path(filter, getPage() + 1);
    }

    public String path(CountryRow row) {
        return IntegrationPage.PATH + "?a=" + row.slug();
    }
}

package se.fixamingata.web.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.fixamingata.operatordesk.AuthorityFilter;
import se.fixamingata.operatordesk.AuthorityPage;
import se.fixamingata.operatordesk.AuthorityRow;
import se.fixamingata.operatordesk.AuthoritySort;
import se.fixamingata.operatordesk.CountryAuthorities;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /drift/kommuner}: every authority of the country. */
@Named("authoritiesPage")
@RequestScoped
public class AuthoritiesPage {

    private static final String PATH = "/drift/kommuner";
    private static final int NAME_MAX = 80;

    @Inject
    Typed typed;

    @Inject
    CurrentCaller callers;

    @Inject
    CountryAuthorities reading;

    private AuthorityPage list;

    /** Before rendering. */
    public void open() {
        list = reading.list(callers.get(), getFilter(), getSort(), getName(), typed.page() - 1);
    }

    /** The part of a name that was typed; empty for none. */
    public String getName() {
        String name = typed.text("namn");
        return name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
    }

    public int getPage() {
        return typed.page();
    }

    public AuthorityFilter getFilter() {
        return AuthorityFilter.find(typed.text("visa")).orElse(AuthorityFilter.ALL);
    }

    public AuthoritySort getSort() {
        return AuthoritySort.find(typed.text("ordning")).orElse(AuthoritySort.NAME);
    }

    public AuthorityFilter[] getFilters() {
        return AuthorityFilter.values();
    }

    public AuthoritySort[] getSorts() {
        return AuthoritySort.values();
    }

    /** {@code page} for the one that is shown, for the attribute {@code aria-current}; null for the others. */
    public String current(AuthorityFilter one) {
        return one == getFilter() ? "page" : null;
    }

    public long count(AuthorityFilter one) {
        return list.counts().get(one);
    }

    public String path(AuthorityFilter one) {
        return path(one, 1);
    }

    private String path(AuthorityFilter one, int page) {
        String named = getName().isEmpty() ? "" : "&namn=" + URLEncoder.encode(getName(), StandardCharsets.UTF_8);
        return PATH + "?visa=" + one.code() + "&ordning=" + getSort().code() + named
                + (page == 1 ? "" : "&sida=" + page);
    }

    public List<AuthorityRow> getRows() {
        return list.rows();
    }

    /** Null on the first page. */
    public String getPrevious() {
        return getPage() == 1 ? null : path(getFilter(), getPage() - 1);
    }

    /** Null on the last page. */
    public String getNext() {
        return (long) getPage() * CountryAuthorities.PAGE >= count(getFilter())
                ? null
                : path(getFilter(), getPage() + 1);
    }
}

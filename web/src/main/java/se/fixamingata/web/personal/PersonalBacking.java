package se.fixamingata.web.personal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Pattern;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.personal.MyReport;
import se.fixamingata.personal.MyUpdate;
import se.fixamingata.personal.PersonalPages;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /konto}: my reports; {@code /konto?visa=kommentarer}: what I wrote. */
@Named("personal")
@RequestScoped
public class PersonalBacking {

    private static final String REPORTS = "rapporter";
    private static final String UPDATES = "kommentarer";
    private static final Pattern PAGE = Pattern.compile("\\d{1,4}");

    @Inject
    CurrentCaller caller;

    @Inject
    PersonalPages pages;

    @Inject
    @Param(name = "visa")
    String shown;

    @Inject
    @Param(name = "sida")
    String number;

    private List<MyReport> reports = List.of();
    private List<MyUpdate> updates = List.of();
    private boolean more;

    /** Before rendering. */
    public void open() {
        switch (getShown()) {
            case UPDATES -> updates = cut(pages.updates(caller.get(), getPage()));
            default -> reports = cut(pages.reports(caller.get(), getPage()));
        }
    }

    private <T> List<T> cut(List<T> found) {
        more = found.size() > PersonalPages.PAGE;
        return more ? found.subList(0, PersonalPages.PAGE) : found;
    }

    /** {@code rapporter} or {@code kommentarer}. */
    public String getShown() {
        return UPDATES.equals(shown) ? shown : REPORTS;
    }

    /** {@code page} for the list that is shown, for {@code aria-current}; else null. */
    public String current(String which) {
        return getShown().equals(which) ? "page" : null;
    }

    /** 0-based. */
    public int getPage() {
        return number != null && PAGE.matcher(number).matches() ? Integer.parseInt(number) : 0;
    }

    public String getPrevious() {
        return getPage() > 0 ? address(getPage() - 1) : "";
    }

    public String getNext() {
        return more ? address(getPage() + 1) : "";
    }

    private String address(int page) {
        return "/konto?visa=" + getShown() + "&sida=" + page;
    }

    public boolean isNothing() {
        return reports.isEmpty() && updates.isEmpty();
    }

    public List<MyReport> getReports() {
        return reports;
    }

    public List<MyUpdate> getUpdates() {
        return updates;
    }

    /** Whether the name was never given: then it is asked for. */
    public boolean isNameless() {
        return caller.get().name().equals(caller.get().email());
    }

    /** What this person signs in with. */
    public String getEmail() {
        return caller.get().email();
    }

    /** Whether the details were saved just now. */
    public boolean isSaved() {
        return Faces.getRequestParameter("sparat") != null;
    }
}

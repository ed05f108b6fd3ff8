package se.fixamingata.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.moderation.ModerationItem;
import se.fixamingata.moderation.ModerationPage;
import se.fixamingata.moderation.ModerationQueue;
import se.fixamingata.municipality.Authority;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.desk.DeskAddress;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /handlaggning/granskning}: what readers have reported, waiting or judged. An operator sees the whole country. */
@Named("moderation")
@RequestScoped
public class ModerationBacking {

    private static final String JUDGED = "avgjorda";
    /** Nobody pages further. */
    private static final String PAGE = "[1-9]\\d{0,3}";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    ModerationQueue queue;

    @Inject
    @Param(pathIndex = 0)
    String kind;

    private ModerationPage page;
    private long waiting;

    /** Before rendering; one thing alone is {@link ItemBacking}'s. */
    public void open() {
        if (kind != null) {
            return;
        }
        Caller caller = callers.get();
        page = isJudged() ? queue.judged(caller, authority(), number()) : queue.waiting(caller, authority(), number());
        if (page.items().isEmpty() && page.page() > 0) {
            Faces.redirect(address(0));
            return;
        }
        waiting = queue.count(caller, authority());
    }

    /** Whose queue: an operator's is everybody's, unless the address names one. */
    private Optional<String> authority() {
        boolean everywhere = desk.isAnywhere() && request.getParameter(DeskAddress.PARAMETER) == null;
        if (everywhere) {
            return Optional.empty();
        }
        return Optional.of(desk.find().map(Authority::code).orElseThrow(NotPermitted::new));
    }

    private int number() {
        String number = request.getParameter("sida");
        return number != null && number.matches(PAGE) ? Integer.parseInt(number) - 1 : 0;
    }

    public List<ModerationItem> getItems() {
        return page.items();
    }

    /** How many wait. */
    public long getWaiting() {
        return waiting;
    }

    /** Whether what is judged already is shown. */
    public boolean isJudged() {
        return JUDGED.equals(request.getParameter("visa"));
    }

    /** Whether the whole country is shown. */
    public boolean isEverywhere() {
        return authority().isEmpty();
    }

    /** Whose, in the address; empty for everybody's. */
    private String whose() {
        return authority().isEmpty() ? "" : desk.getQuery();
    }

    public String getWaitingUrl() {
        return url(whose());
    }

    public String getJudgedUrl() {
        return url(whose(), "visa=" + JUDGED);
    }

    /** Null unless the one shown can be widened. */
    public String getEverywhereUrl() {
        return desk.isAnywhere() && !isEverywhere() ? url(isJudged() ? "visa=" + JUDGED : "") : null;
    }

    /** This page, for going on here. */
    public String getHere() {
        return address(page.page());
    }

    public int getPage() {
        return page.page();
    }

    /** Empty when there is none. */
    public String getPrevious() {
        return page.page() == 0 ? "" : address(page.page() - 1);
    }

    /** Empty when there is none. */
    public String getNext() {
        return page.more() ? address(page.page() + 1) : "";
    }

    private String address(int number) {
        return url(whose(), isJudged() ? "visa=" + JUDGED : "", number == 0 ? "" : "sida=" + (number + 1));
    }

    private static String url(String... parameters) {
        String query = String.join(
                "&", List.of(parameters).stream().filter(one -> !one.isEmpty()).toList());
        return query.isEmpty() ? WayBack.QUEUE : WayBack.QUEUE + "?" + query;
    }
}

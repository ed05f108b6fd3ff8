package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import se.fixamingata.inbox.InboxPage;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.report.SearchText;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.text.TextBean;

/** What stands around the inbox's table: how many there are, where the links lead, where the map begins. */
@Named("inboxSummary")
@RequestScoped
public class InboxSummary {

    /** The middle of Sweden, for an authority that is not a municipality. */
    private static final double[] COUNTRY = {62.4, 16.3};

    @Inject
    InboxBacking inbox;

    @Inject
    CurrentDesk desk;

    @Inject
    Municipalities municipalities;

    @Inject
    TextBean text;

    /** How many there are, in words. */
    public String getTotal() {
        InboxPage page = inbox.page();
        if (!page.totalIsExact()) {
            return text.of("inbox.total.more", text.number(page.total()));
        }
        return page.total() == 1 ? text.of("inbox.total.one") : text.of("inbox.total.many", text.number(page.total()));
    }

    /** The offer to work on all of them at once. */
    public String getAll() {
        InboxPage page = inbox.page();
        return text.of(page.totalIsExact() ? "inbox.all.many" : "inbox.all.more", text.number(page.total()));
    }

    public long getCount() {
        return inbox.page().total();
    }

    public boolean isNothing() {
        return inbox.page().total() == 0;
    }

    /** Whether a text was looked for in the newest reports only. */
    public boolean isOnlyNewest() {
        return !SearchText.of(inbox.view().criteria().text()).patterns().isEmpty();
    }

    public String getNewest() {
        return text.of("inbox.total.searched", text.number(InboxView.EXACT_UP_TO));
    }

    /** Whether more would be found among what is closed, too. */
    public boolean isOpenOnly() {
        return AddressParts.of(inbox.getAddress()).value("status").isEmpty();
    }

    /** The same with every status. */
    public String getEveryStatus() {
        String rest = AddressParts.of(inbox.getAddress()).without("status", "");
        return "status=all" + (rest.isEmpty() ? "" : "&" + rest);
    }

    /** What follows the question mark of the inbox's own address, the authority included. */
    public String getQuery() {
        return query(inbox.getAddress());
    }

    /** The same for any address of an inbox. */
    public String query(String address) {
        return address.isEmpty() ? desk.getQuery() : desk.getQuery() + "&" + address;
    }

    public double getLat() {
        return municipalities
                .find(inbox.getAuthorityCode())
                .map(one -> one.centre().lat())
                .orElse(COUNTRY[0]);
    }

    public double getLon() {
        return municipalities
                .find(inbox.getAuthorityCode())
                .map(one -> one.centre().lon())
                .orElse(COUNTRY[1]);
    }

    public int getZoom() {
        return municipalities.find(inbox.getAuthorityCode()).isPresent() ? 10 : 4;
    }

    /** What the scripts say, for the attribute {@code data-texts}. */
    public String getTexts() {
        return Json.createObjectBuilder()
                .add("selected", text.of("inbox.selected"))
                .add("one", text.of("inbox.selected.one"))
                .add("most", text.of("inbox.selected.most"))
                .add("changed", text.of("inbox.refreshed"))
                .add("open", text.of("inbox.map.open"))
                .add("spot", text.of("inbox.map.spot"))
                .add("any", text.of("inbox.any"))
                .add("some", text.of("inbox.some"))
                .add("spotShow", text.of("inbox.map.spot.show"))
                .add("drawing", text.of("inbox.map.drawing"))
                .add("allChosen", text.of("inbox.all.chosen"))
                .add("failed", text.of("map.failed"))
                .build()
                .toString();
    }
}

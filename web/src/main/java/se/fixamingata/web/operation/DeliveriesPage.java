package se.fixamingata.web.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.integrationdesk.DeliveryDesk;
import se.fixamingata.operatordesk.CountryDeliveries;
import se.fixamingata.operatordesk.DeliveryFilter;
import se.fixamingata.operatordesk.DeliveryLine;
import se.fixamingata.shared.PageMark;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /drift/leveranser}: every authority's deliveries, by state. */
@Named("deliveriesPage")
@RequestScoped
public class DeliveriesPage {

    private static final String PATH = "/drift/leveranser";

    @Inject
    Typed typed;

    @Inject
    CurrentCaller callers;

    @Inject
    CountryDeliveries reading;

    @Inject
    DeliveryDesk desk;

    @Inject
    TextBean text;

    private List<DeliveryLine> lines = List.of();
    private Map<DeliveryFilter, Long> counts = Map.of();

    /** Before rendering. */
    public void open() {
        if (typed.isPost()) {
            boolean done =
                    switch (typed.text("action")) {
                        case "again" -> desk.sendAgain(callers.get(), typed.text("a"), typed.number("id"));
                        case "handled" -> desk.handled(callers.get(), typed.text("a"), typed.number("id"));
                        default -> throw new NotPermitted();
                    };
            Faces.redirect(path(getFilter()) + "&klar=" + (done ? typed.text("action") : "nej"));
            return;
        }
        lines = reading.page(
                callers.get(), getFilter(), PageMark.parse(typed.text("efter")).orElse(null));
        counts = reading.counts(callers.get());
    }

    public List<DeliveryLine> getLines() {
        return lines.size() > CountryDeliveries.PAGE ? lines.subList(0, CountryDeliveries.PAGE) : lines;
    }

    public DeliveryFilter getFilter() {
        return DeliveryFilter.find(typed.text("visa")).orElse(DeliveryFilter.FAILED);
    }

    public DeliveryFilter[] getFilters() {
        return DeliveryFilter.values();
    }

    /** {@code page} for the one that is shown, for the attribute {@code aria-current}; null for the others. */
    public String current(DeliveryFilter one) {
        return one == getFilter() ? "page" : null;
    }

    /** As far as it is counted, in words; empty for what is not. */
    public String count(DeliveryFilter one) {
        Long count = counts.get(one);
        return count == null ? "" : text.number(count) + (count >= CountryDeliveries.COUNTED ? "+" : "");
    }

    public String path(DeliveryFilter one) {
        return PATH + "?visa=" + one.code();
    }

    /** Null on the first page. */
    public String getNewest() {
        return typed.text("efter").isEmpty() ? null : path(getFilter());
    }

    /** Null on the last page. */
    public String getOlder() {
        return lines.size() > CountryDeliveries.PAGE
                ? path(getFilter()) + "&efter="
                        + lines.get(CountryDeliveries.PAGE - 1).mark().text()
                : null;
    }

    /** What became of the request before: {@code again}, {@code handled}, {@code nej} or nothing. */
    public String getDone() {
        return typed.text("klar");
    }
}

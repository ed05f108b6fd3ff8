package se.fixamingata.web.reporting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What the cards of reports near by say about following one of them instead. */
@Named("nearbyFollow")
@RequestScoped
public class NearbyFollowBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    ReportingBacking reporting;

    /** {@code mejl} or {@code ja} when one was chosen just now; else empty. */
    public String getNews() {
        String news = request.getParameter(NearbyFollowing.NEWS);
        return "mejl".equals(news) || "ja".equals(news) ? news : "";
    }

    /** The number of that report; empty when there is none. */
    public String getReport() {
        String number = request.getParameter(NearbyFollowing.REPORT);
        return number != null && number.matches("[1-9]\\d{0,17}") ? number : "";
    }

    /** What was typed for following that report, else the reporter's own address. */
    public String address(long reportId) {
        String typed = request.getParameter(NearbyFollowing.field(reportId));
        return typed == null ? reporting.getFields().email() : typed;
    }
}

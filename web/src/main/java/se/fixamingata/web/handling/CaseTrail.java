package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.reading.CaseReading;
import se.fixamingata.handling.reading.CaseView;
import se.fixamingata.inbox.InboxNeighbours;
import se.fixamingata.inbox.InboxQuery;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.municipality.Authority;
import se.fixamingata.web.desk.DeskAddress;
import se.fixamingata.web.security.CurrentCaller;

/** The list from which somebody came, and the way back to it: {@code ?fran=} holds the inbox's own query. */
@Named("trail")
@RequestScoped
public class CaseTrail {

    private static final String INBOX = "/handlaggning";
    private static final int QUERY_MAX = 4_000;
    private static final String NEXT = "nasta";
    private static final String PREVIOUS = "forra";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    InboxQuery inbox;

    @Inject
    CaseReading reading;

    @Inject
    DeskAddress address;

    /** The inbox's query; empty when somebody came another way. */
    public String getFrom() {
        String from = request.getParameter("fran");
        return from == null || from.length() > QUERY_MAX ? "" : from;
    }

    /** The inbox as it was. */
    public String getInbox() {
        return getFrom().isEmpty() ? INBOX : INBOX + "?" + getFrom();
    }

    /** To go on an address of this page, so that the way back stays known; empty when there is none. */
    public String query(String mark) {
        return getFrom().isEmpty() ? "" : mark + "fran=" + URLEncoder.encode(getFrom(), StandardCharsets.UTF_8);
    }

    /** Where to go instead, when the next or the one before is wanted: that report, or the list when there is none. */
    Optional<String> turn(long report) {
        String step = request.getParameter("steg");
        if (!NEXT.equals(step) && !PREVIOUS.equals(step)) {
            return Optional.empty();
        }
        InboxNeighbours around = inbox.neighbours(callers.get(), view(report), report);
        Long wanted = NEXT.equals(step) ? around.next() : around.previous();
        return Optional.of(wanted == null ? getInbox() : "/handlaggning/rapport/" + wanted + query("?"));
    }

    private InboxView view(long report) {
        return address.reports(authority(report), getFrom());
    }

    /** Whose inbox it was: the address says so, else that of the report's own authority. */
    private String authority(long report) {
        return address.asked(getFrom())
                .map(Authority::code)
                .or(() -> reading.find(Handler.of(callers.get()), report).map(CaseView::authorityCode))
                .orElseThrow(NotPermitted::new);
    }
}

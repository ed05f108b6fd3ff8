package se.fixamingata.web.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnifaces.util.Faces;
import se.fixamingata.geography.PlaceHit;
import se.fixamingata.geography.PlaceSearch;
import se.fixamingata.geography.SearchResult;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.AreaNames;
import se.fixamingata.subscription.Frequency;
import se.fixamingata.subscription.SubscribeResult;
import se.fixamingata.subscription.Subscribing;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.TextBean;

/** The page {@code /prenumerera}: choose a municipality, a category in it, or a circle, and how often. */
@Named("subscribe")
@RequestScoped
public class SubscribeBacking {

    private static final int MOST_HITS = 8;
    private static final int MOST_LETTERS = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    AreaForm form;

    @Inject
    Subscribing subscribing;

    @Inject
    PlaceSearch places;

    @Inject
    AreaNames names;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentLanguage language;

    @Inject
    TextBean text;

    private String problem = "";
    private String field = "";
    private SearchResult found;

    /** Before rendering. */
    public void open() {
        Faces.getResponse().setHeader("Cache-Control", "private, no-store");
        if (request.getMethod().equals("POST")) {
            post();
        } else if (!getQuery().isEmpty()) {
            search();
        }
    }

    private void search() {
        found = places.search(getQuery(), MOST_HITS);
        if (found.hits().size() == 1) {
            Faces.redirect(address(found.hits().get(0)));
        }
    }

    private void post() {
        Optional<String> wrong = form.problem();
        if (wrong.isPresent()) {
            refuse(422, form.getKind().equals(AreaForm.CIRCLE) ? "sok" : "kommun", text.of(wrong.get()));
            return;
        }
        Area area = form.area().orElseThrow();
        Frequency often = getFrequency();
        try {
            tell(caller.find()
                    .map(person -> Conflicts.retry(() -> subscribing.subscribe(person, area, often)))
                    .orElseGet(() ->
                            Conflicts.retry(() -> subscribing.subscribe(getTyped(), language.get(), area, often))));
        } catch (Conflicts.Busy busy) {
            refuse(503, "hur-ofta", text.of("form.busy"));
        }
    }

    private void tell(SubscribeResult result) {
        if (result instanceof SubscribeResult.Subscribed) {
            Faces.redirect("/konto/prenumerationer?klart=ny");
        } else if (result instanceof SubscribeResult.MailSent) {
            Faces.redirect("/prenumerera?klart=mejl");
        } else if (result instanceof SubscribeResult.InvalidAddress invalid) {
            refuse(
                    422,
                    "email",
                    text.format(invalid.problem().key(), invalid.problem().arguments()));
        } else if (result instanceof SubscribeResult.TooMany many) {
            refuse(429, "email", text.of("folja.many", many.minutes()));
        } else if (result instanceof SubscribeResult.Full full) {
            refuse(409, "hur-ofta", text.of("prenumerera.problem.full", full.most()));
        }
    }

    private void refuse(int status, String where, String why) {
        Faces.setResponseStatus(status);
        field = where;
        problem = why;
    }

    /** Why nothing was done; empty when nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    /** Id of the field that is to be mended. */
    public String getField() {
        return field;
    }

    /** What is wrong with that field; empty when nothing is. */
    public String problem(String id) {
        return field.equals(id) ? problem : "";
    }

    /** The feed of what is chosen, from the root; empty while nothing is. */
    public String getFeed() {
        return form.bare().map(names::feed).orElse("");
    }

    /** Whether a mail is on its way just now. */
    public boolean isSent() {
        return "mejl".equals(request.getParameter("klart"));
    }

    /** How often; daily unless something else was said, which in a city is fewer mails than at once. */
    public Frequency getFrequency() {
        return Frequency.find(request.getParameter("ofta")).orElse(Frequency.DAILY);
    }

    public Frequency[] getFrequencies() {
        return Frequency.values();
    }

    /** The address as it was typed, right or wrong. */
    public String getTyped() {
        String typed = request.getParameter("email");
        return typed == null ? "" : typed;
    }

    /** The place that was searched for; empty for none. */
    public String getQuery() {
        String query = request.getParameter("q");
        return query == null || query.length() > MOST_LETTERS ? "" : query.strip();
    }

    /** Whether a search has found nothing. */
    public boolean isNothing() {
        return found != null && found.hits().isEmpty();
    }

    public List<PlaceHit> getHits() {
        return found == null ? List.of() : found.hits();
    }

    /** This page with the circle around the hit. */
    public String address(PlaceHit hit) {
        return String.format(
                Locale.ROOT,
                "/prenumerera?typ=cirkel&lat=%.6f&lon=%.6f&radie=%d",
                hit.position().lat(),
                hit.position().lon(),
                form.getRadius());
    }
}

package se.fixamingata.web.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.subscription.Frequency;
import se.fixamingata.subscription.ManagedSubscription;
import se.fixamingata.subscription.Managing;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.CurrentLanguage;

/**
 * The pages {@code /konto/prenumerationer} and {@code /prenumerationer/{token}}: everything that is sent to an address, how often, and the
 * button that ends it. The token stands in the address, so no cache may keep the page and no other site may hear of it.
 */
@Named("subscriptions")
@RequestScoped
public class SubscriptionsBacking {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final Set<String> SAID = Set.of("ny", "andrad", "slut", "sprak");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentLanguage language;

    @Inject
    Managing managing;

    @Inject
    @Param(pathIndex = 0)
    String token;

    private List<ManagedSubscription> list = List.of();
    private Managing.LinkState link = Managing.LinkState.GOOD;
    private String address = "";
    private boolean own;

    /** Before rendering, of one's own account. */
    public void openAccount() throws IOException {
        if (token != null) {
            Faces.responseSendError(404, "Nothing is below this page");
            return;
        }
        Faces.getResponse().setHeader("Cache-Control", "private, no-store");
        own = true;
        Caller person = caller.get();
        if (request.getMethod().equals("POST")) {
            number().ifPresent(id -> {
                if (isEnding()) {
                    managing.end(person, id);
                } else {
                    frequency().ifPresent(often -> managing.tell(person, id, often));
                }
            });
            Faces.redirect("/konto/prenumerationer?klart=" + (isEnding() ? "slut" : "andrad"));
            return;
        }
        address = person.email();
        list = managing.list(person, language.get());
    }

    /** Before rendering, by the link in a mail. */
    public void openLink() {
        HttpServletResponse response = Faces.getResponse();
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        link = managing.look(token);
        if (link != Managing.LinkState.GOOD) {
            response.setStatus(
                    link == Managing.LinkState.EXPIRED
                            ? HttpServletResponse.SC_GONE
                            : HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getMethod().equals("POST")) {
            change();
        } else {
            address = managing.address(token).orElse("");
            list = managing.list(token, language.get());
        }
    }

    private void change() {
        String said = isEnding() ? "slut" : "andrad";
        if ("sprak".equals(request.getParameter("action"))) {
            managing.speak(token, language.get());
            said = "sprak";
        } else if (isEnding()) {
            number().ifPresent(id -> managing.end(token, id));
        } else {
            number().ifPresent(id -> frequency().ifPresent(often -> managing.tell(token, id, often)));
        }
        Faces.redirect("/prenumerationer/" + token + "?klart=" + said);
    }

    private boolean isEnding() {
        return "sluta".equals(request.getParameter("action"));
    }

    private Optional<Long> number() {
        return Optional.ofNullable(request.getParameter("id"))
                .filter(id -> NUMBER.matcher(id).matches())
                .map(Long::valueOf);
    }

    private Optional<Frequency> frequency() {
        return Frequency.find(request.getParameter("ofta"));
    }

    /** {@code good}, {@code expired} or {@code unknown}: which of the texts is shown. */
    public String getSituation() {
        return link.name().toLowerCase(Locale.ROOT);
    }

    public List<ManagedSubscription> getList() {
        return list;
    }

    /** Whose they are. */
    public String getAddress() {
        return address;
    }

    /** Where the forms post to. The token has been recognised, so it holds no other characters. */
    public String getAction() {
        return own ? "/konto/prenumerationer" : "/prenumerationer/" + token;
    }

    public Frequency[] getFrequencies() {
        return Frequency.values();
    }

    /** What was done just now; empty for nothing. */
    public String getDone() {
        String said = request.getParameter("klart");
        return said != null && SAID.contains(said) ? said : "";
    }
}

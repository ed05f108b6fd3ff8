package se.fixamingata.web.oidc;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.oidc.Providers;
import se.fixamingata.web.signin.LocalTarget;

/** The authorities whose staff can sign in through their employer, at the door. */
@Named("providerList")
@RequestScoped
public class ProviderList {

    /** So many are buttons; more are looked up by name. */
    private static final int BUTTONS = 4;

    private static final int SHOWN = 8;
    private static final int QUERY_MAX = 80;

    @Inject
    HttpServletRequest request;

    @Inject
    Providers providers;

    @Inject
    Authorities authorities;

    private List<Authority> all;

    /** By name. */
    public List<Authority> getAll() {
        if (all == null) {
            all = providers.enabled().stream()
                    .map(authorities::find)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Authority::name))
                    .toList();
        }
        return all;
    }

    /** Whether they have to be looked for. */
    public boolean isMany() {
        return getAll().size() > BUTTONS;
    }

    /** What was looked for; empty for nothing. */
    public String getQuery() {
        String typed = request.getParameter("kommun");
        return typed == null
                ? ""
                : typed.strip().substring(0, Math.min(typed.strip().length(), QUERY_MAX));
    }

    /** Those to choose from now: all if they are few, else those whose name has the word. */
    public List<Authority> getShown() {
        if (!isMany()) {
            return getAll();
        }
        String word = getQuery().toLowerCase(Locale.ROOT);
        return word.isEmpty()
                ? List.of()
                : getAll().stream()
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(word))
                        .limit(SHOWN)
                        .toList();
    }

    /** Where to go afterwards; null for the usual place. */
    public String getTarget() {
        return LocalTarget.parse(request.getParameter("till")).orElse(null);
    }

    public String path(Authority authority) {
        String target = getTarget();
        return "/logga-in/oidc/" + authority.slug()
                + (target == null ? "" : "?till=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
    }
}

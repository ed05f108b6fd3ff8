package se.fixamingata.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;

/**
 * Role and categories as they stand in a form.
 *
 * @param role code, or whatever was sent
 * @param limited whether only some categories are meant
 * @param chosen codes that are ticked; they count only when limited
 */
public record PlaceForm(String role, boolean limited, Set<String> chosen) {

    private static final int MOST = 100;

    static final PlaceForm CASEWORKER = new PlaceForm(Role.CASEWORKER.code(), false, Set.of());

    static PlaceForm of(Membership place) {
        return new PlaceForm(place.role().code(), !place.categories().isEmpty(), place.categories());
    }

    static PlaceForm of(HttpServletRequest request) {
        String[] ticked = request.getParameterValues("category");
        return new PlaceForm(
                Optional.ofNullable(request.getParameter("role")).orElse(""),
                "some".equals(request.getParameter("categories")),
                ticked == null
                        ? Set.of()
                        : Arrays.stream(ticked)
                                .limit(MOST)
                                .filter(code -> code.length() <= MOST)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Empty when it is none. */
    Optional<Role> wanted() {
        return Arrays.stream(Role.values())
                .filter(one -> one.code().equals(role.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Empty for all. */
    Set<String> only() {
        return limited ? chosen : Set.of();
    }

    /** Whether "only some" was meant and none was ticked. */
    boolean isUndecided() {
        return limited && chosen.isEmpty();
    }
}

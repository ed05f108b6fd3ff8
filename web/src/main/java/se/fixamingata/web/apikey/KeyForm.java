package se.fixamingata.web.apikey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.apikey.ApiKeyFields;
import se.fixamingata.apikey.Scope;

/** Reads what was typed about a key. */
final class KeyForm {

    private KeyForm() {}

    static ApiKeyFields of(HttpServletRequest request) {
        return new ApiKeyFields(
                request.getParameter("name"),
                Arrays.stream(Scope.values())
                        .filter(scope -> request.getParameter(scope.code()) != null)
                        .collect(Collectors.toSet()),
                request.getParameter("extended") != null);
    }

    /** Which key it is about. @throws NotPermitted when it names none */
    static long number(HttpServletRequest request) {
        try {
            return Long.parseLong(Objects.requireNonNullElse(request.getParameter("key"), ""));
        } catch (NumberFormatException none) {
            throw new NotPermitted();
        }
    }
}

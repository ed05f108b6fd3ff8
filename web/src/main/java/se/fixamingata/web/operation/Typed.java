package se.fixamingata.web.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;

/** What the request's fields say; never more of it than a page could have a use for. */
@RequestScoped
public class Typed {

    private static final int MOST = 2500;
    private static final String NUMBER = "[1-9]\\d{0,17}";

    @Inject
    HttpServletRequest request;

    public boolean isPost() {
        return request.getMethod().equals("POST");
    }

    /** As it was typed but for blanks around it; empty for nothing. */
    public String text(String field) {
        String value =
                Objects.requireNonNullElse(request.getParameter(field), "").strip();
        return value.length() > MOST ? value.substring(0, MOST) : value;
    }

    /** Whether the form or address has the field at all. */
    public boolean has(String field) {
        return request.getParameter(field) != null;
    }

    /** A number above zero; 0 for anything else. */
    public long number(String field) {
        return Optional.of(text(field))
                .filter(text -> text.matches(NUMBER))
                .map(Long::valueOf)
                .orElse(0L);
    }

    /** The page that is wanted, from 1. */
    public int page() {
        return Optional.of(text("sida"))
                .filter(page -> page.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .orElse(1);
    }
}

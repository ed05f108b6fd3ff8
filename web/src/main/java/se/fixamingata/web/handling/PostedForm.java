package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.text.TextBean;

/**
 * The form of the page that was sent, one of many: what stood in it, to be shown again, and what is wrong with it. Its button's value
 * is {@code form} or {@code form-what}; the id of a field is {@code form-field}.
 */
@Named("posted")
@RequestScoped
public class PostedForm {

    @Inject
    HttpServletRequest request;

    @Inject
    TextBean text;

    private final Map<String, String> instead = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public boolean isPosted() {
        return request.getMethod().equals("POST");
    }

    /** The button's value; empty when nothing was sent. */
    public String getAction() {
        String action = isPosted() ? request.getParameter("action") : null;
        return action == null ? "" : action;
    }

    private String form() {
        return getAction().split("-", 2)[0];
    }

    /** Whether it was that form. */
    public boolean is(String form) {
        return form().equals(form);
    }

    /** What stood in that field of that form, when it was sent. */
    public Object value(String form, String field, Object otherwise) {
        if (!is(form)) {
            return otherwise;
        }
        String typed = instead.containsKey(field) ? instead.get(field) : request.getParameter(field);
        return typed == null ? otherwise : typed;
    }

    /** What was typed; never null. */
    String typed(String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    /** What the field shows instead of what was typed. */
    void put(String field, String value) {
        instead.put(field, value);
    }

    /** The version of the report that the form was filled in from; none that there ever was when that is missing. */
    int version() {
        return number("version").map(Long::intValue).orElse(0);
    }

    /** A number of at most nine digits, with or without #. */
    Optional<Long> number(String field) {
        String digits = typed(field).strip().replaceFirst("^#", "");
        return digits.matches("\\d{1,9}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    /** A day as browsers send it. Empty when there is none; what is no day is refused. */
    Optional<LocalDate> day(String field) {
        String given = typed(field).strip();
        try {
            return given.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(given));
        } catch (DateTimeException noDay) {
            refuse(field, text.of("arende.day.wrong"));
            return Optional.empty();
        }
    }

    void refuse(String field, String message) {
        problems.add(new Problem(form() + "-" + field, message));
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }

    public List<Problem> getProblems() {
        return problems;
    }

    /** The first thing that is wrong with the field of that id; empty when nothing is. */
    public String problem(String id) {
        return Problem.at(id, problems);
    }
}

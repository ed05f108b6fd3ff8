package se.fixamingata.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.administration.CategoryAdministration;
import se.fixamingata.administration.CategoryChoice;
import se.fixamingata.administration.CategoryResult;
import se.fixamingata.administration.CategorySettings;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** The page {@code /handlaggning/installningar/kategorier}. Stateless: what was typed comes back with whatever is wrong with it. */
@Named("categoriesPage")
@RequestScoped
public class CategoriesPage {

    private static final String PATH = "/handlaggning/installningar/kategorier";
    private static final String DONE = "sparad";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    CategoryAdministration administration;

    @Inject
    TextBean text;

    @Inject
    Names names;

    private CategorySettings stored;
    private CategorySettings shown;
    private Map<String, String> problems = Map.of();
    private boolean conflict;

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        stored = administration.find(caller, authority);
        shown = stored;
        if (request.getMethod().equals("POST")) {
            receive(caller, authority);
        }
    }

    private void receive(Caller caller, String authority) {
        shown = new CategorySettings(
                typed("email"), stored.categories().stream().map(this::choice).toList());
        CategoryResult result = administration.save(caller, authority, typed("mark"), shown);
        if (result instanceof CategoryResult.Saved) {
            Faces.redirect(getAction() + "&klar=" + DONE);
            return;
        }
        conflict = result instanceof CategoryResult.Conflict;
        if (result instanceof CategoryResult.Invalid invalid) {
            problems = invalid.problems();
        }
        Faces.setResponseStatus(conflict ? 409 : 422);
        stored = administration.find(caller, authority);
    }

    private CategoryChoice choice(CategoryChoice before) {
        String code = before.code();
        return new CategoryChoice(
                code,
                request.getParameter("on-" + code) != null,
                request.getParameter("private-" + code) != null,
                typed("recipient-" + code));
    }

    private String typed(String name) {
        String value = Objects.requireNonNullElse(request.getParameter(name), "");
        return value.length() > EmailAddress.MAX_LENGTH ? value.substring(0, EmailAddress.MAX_LENGTH) : value;
    }

    public List<CategoryLine> getRows() {
        List<CategoryChoice> now = stored.categories();
        return IntStream.range(0, now.size())
                .mapToObj(i -> line(shown.categories().get(i), now.get(i)))
                .toList();
    }

    private CategoryLine line(CategoryChoice choice, CategoryChoice now) {
        return new CategoryLine(
                choice,
                names.category(choice.code()),
                conflict && !choice.equals(now) ? inWords(now) : "",
                problem("recipient-" + choice.code()));
    }

    private String inWords(CategoryChoice now) {
        List<String> words = new ArrayList<>();
        words.add(text.of(now.on() ? "kategorier.now.on" : "kategorier.now.off"));
        if (now.confidential()) {
            words.add(text.of("kategorier.now.private"));
        }
        if (!now.recipient().isEmpty()) {
            words.add(now.recipient());
        }
        return text.of("kategorier.now", String.join(", ", words));
    }

    /** What is wrong with that field, in words; empty when nothing is. */
    public String problem(String field) {
        return problems.containsKey(field) ? text.of(problems.get(field)) : "";
    }

    /** All that is wrong, in the order of the page. */
    public List<Problem> getProblems() {
        List<Problem> all = new ArrayList<>();
        List.of("email", "categories").stream()
                .filter(problems::containsKey)
                .forEach(field -> all.add(new Problem(field, problem(field))));
        getRows().stream()
                .filter(row -> !row.problem().isEmpty())
                .forEach(row -> all.add(new Problem("recipient-" + row.code(), row.label() + ": " + row.problem())));
        return all;
    }

    /** The settings as they are to be shown: typed, or stored. */
    public CategorySettings getShown() {
        return shown;
    }

    /** How many categories nobody gets the reports of, as it is stored. */
    public long getHomeless() {
        return stored.homeless();
    }

    public String getMark() {
        return stored.mark();
    }

    /** Whether somebody else has saved since this form was opened. */
    public boolean isConflict() {
        return conflict;
    }

    /** The authority's address as it is stored, when somebody else has changed it meanwhile; else empty. */
    public String getEmailNow() {
        return conflict && !stored.email().equals(shown.email()) ? stored.email() : "";
    }

    public boolean isDone() {
        return DONE.equals(request.getParameter("klar"));
    }

    public String getAction() {
        return PATH + "?" + desk.getQuery();
    }
}

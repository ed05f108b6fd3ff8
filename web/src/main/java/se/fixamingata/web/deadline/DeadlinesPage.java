package se.fixamingata.web.deadline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.deadline.DeadlineForm;
import se.fixamingata.deadline.DeadlineResult;
import se.fixamingata.deadline.DeadlineTable;
import se.fixamingata.deadline.DeadlineView;
import se.fixamingata.deadline.DueDays;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** The page {@code /handlaggning/tider}. Stateless: what was typed comes back with whatever is wrong with it. */
@Named("deadlinesPage")
@RequestScoped
public class DeadlinesPage {

    private static final String PATH = "/handlaggning/tider";
    private static final String DONE = "sparad";
    /** What is kept of a field that is shown again. */
    private static final int TYPED_MAX = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    DeadlineTable table;

    @Inject
    TextBean text;

    @Inject
    Names names;

    private DeadlineView view;
    private DeadlineForm form;
    private Map<String, String> problems = Map.of();
    private boolean conflict;

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        view = table.find(caller, authority);
        if (request.getMethod().equals("POST")) {
            receive(caller, authority);
        }
    }

    private void receive(Caller caller, String authority) {
        Map<String, DeadlineForm.Typed> typed = new HashMap<>();
        for (String code : view.own().keySet()) {
            if (request.getParameter("answer-" + id(code)) != null) {
                typed.put(code, new DeadlineForm.Typed(typed("answer-" + id(code)), typed("solve-" + id(code))));
            }
        }
        form = new DeadlineForm(typed("mark"), typed);
        DeadlineResult result = table.save(caller, authority, form);
        if (result instanceof DeadlineResult.Saved) {
            Faces.redirect(getAction() + "&klar=" + DONE);
            return;
        }
        conflict = result instanceof DeadlineResult.Conflict;
        if (result instanceof DeadlineResult.Invalid invalid) {
            problems = invalid.problems();
        }
        Faces.setResponseStatus(conflict ? 409 : 422);
        view = table.find(caller, authority);
    }

    private String typed(String name) {
        String value = Objects.requireNonNullElse(request.getParameter(name), "");
        return value.length() > TYPED_MAX ? value.substring(0, TYPED_MAX) : value;
    }

    private static String id(String code) {
        return code.equals(DeadlineTable.ALL) ? "all" : code;
    }

    public List<DeadlineRow> getRows() {
        return view.own().keySet().stream().map(this::row).toList();
    }

    private DeadlineRow row(String code) {
        return new DeadlineRow(
                code,
                label(code),
                shown(code, DeadlineForm.Typed::answer, DueDays::answer),
                shown(code, DeadlineForm.Typed::solve, DueDays::solve),
                view.inherited(code),
                problem("answer-" + code),
                problem("solve-" + code));
    }

    private String label(String code) {
        return code.equals(DeadlineTable.ALL) ? text.of("tider.all") : names.category(code);
    }

    private String shown(String code, Function<DeadlineForm.Typed, String> typed, Function<DueDays, Integer> set) {
        return Optional.ofNullable(form)
                .map(DeadlineForm::typed)
                .map(all -> all.get(code))
                .map(typed)
                .orElseGet(() -> view.of(code).map(set).map(String::valueOf).orElse(""));
    }

    private String problem(String field) {
        return problems.containsKey(field) ? text.of(problems.get(field)) : "";
    }

    /** All that is wrong, in the order of the table. */
    public List<Problem> getProblems() {
        return view.own().keySet().stream()
                .flatMap(code -> List.of("answer-", "solve-").stream()
                        .filter(field -> problems.containsKey(field + code))
                        .map(field -> new Problem(field + id(code), label(code) + ": " + problem(field + code))))
                .toList();
    }

    /** Whether somebody else has saved since this form was opened. */
    public boolean isConflict() {
        return conflict;
    }

    /** What is set now, in words: beside what somebody else has typed. */
    public String now(DeadlineRow row) {
        return view.of(row.code())
                .map(days -> text.of("tider.now", days.answer(), days.solve()))
                .orElse(text.of("tider.now.none"));
    }

    public String getMark() {
        return view.mark();
    }

    public boolean isDone() {
        return DONE.equals(request.getParameter("klar"));
    }

    public String getAction() {
        return PATH + "?" + desk.getQuery();
    }
}

package se.fixamingata.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.joining.Checklist;
import se.fixamingata.joining.ChecklistStep;
import se.fixamingata.joining.Checklists;
import se.fixamingata.joining.Refusal;
import se.fixamingata.joining.Standing;
import se.fixamingata.joining.StandingResult;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.shared.Language;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /handlaggning/installningar}: the nine points, the start, and where reports are taken instead. */
@Named("checklistPage")
@RequestScoped
public class ChecklistPage {

    private static final String PATH = "/handlaggning/installningar";
    /** What is kept of a text that is too long: enough to shorten it. */
    private static final int TYPED_MAX = 2 * Refusal.TEXT_MAX;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    Authorities authorities;

    @Inject
    Checklists checklists;

    @Inject
    Standing standing;

    @Inject
    TextBean text;

    private Checklist list;
    private Refusal refusal;
    private Map<String, String> problems = Map.of();
    private Set<ChecklistStep> missing = Set.of();

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        if (request.getMethod().equals("POST")) {
            checklists.find(caller, authority);
            receive(caller, authority);
        }
        list = checklists.find(caller, authority);
        if (refusal == null) {
            Authority now = authorities.find(authority).orElseThrow();
            refusal = new Refusal(
                    now.refusal(Language.SV).orElse(""),
                    now.refusal(Language.EN)
                            .filter(en -> !now.refusal(Language.SV).equals(now.refusal(Language.EN)))
                            .orElse(""),
                    now.refusalUrl().orElse(""));
        }
    }

    private void receive(Caller caller, String authority) {
        String action = typed("action");
        switch (action) {
            case "tick", "untick" -> {
                ChecklistStep.find(typed("step"))
                        .ifPresent(step -> checklists.tick(caller, authority, step, action.equals("tick")));
                Faces.redirect(getAction());
            }
            case "live" -> told(standing.goLive(caller, authority), action);
            case "back" -> told(standing.goBack(caller, authority), action);
            case "refuse" -> {
                refusal = new Refusal(typed("sv"), typed("en"), typed("url"));
                told(standing.refuse(caller, authority, refusal), action);
            }
            default -> Faces.setResponseStatus(422);
        }
    }

    private void told(StandingResult result, String action) {
        if (result instanceof StandingResult.Done) {
            Faces.redirect(getAction() + "&klar=" + action);
            return;
        }
        if (result instanceof StandingResult.Missing lacking) {
            missing = lacking.steps();
        }
        if (result instanceof StandingResult.Invalid invalid) {
            problems = invalid.problems();
        }
        Faces.setResponseStatus(422);
    }

    private String typed(String name) {
        String value = Objects.requireNonNullElse(request.getParameter(name), "");
        return value.length() > TYPED_MAX ? value.substring(0, TYPED_MAX) : value;
    }

    public List<ChecklistLine> getSteps() {
        String query = desk.getQuery();
        return Arrays.stream(ChecklistStep.values())
                .map(step -> ChecklistLine.of(step, list, desk.get().slug(), query))
                .toList();
    }

    public Checklist getList() {
        return list;
    }

    public Refusal getRefusal() {
        return refusal;
    }

    /** What is wrong with that field, in words; empty when nothing is. */
    public String problem(String field) {
        return problems.containsKey(field) ? text.of(problems.get(field)) : "";
    }

    /** All that is wrong, or missing for the start. */
    public List<Problem> getProblems() {
        return missing.isEmpty()
                ? problems.keySet().stream()
                        .sorted()
                        .map(field -> new Problem(field, problem(field)))
                        .toList()
                : missing.stream()
                        .sorted()
                        .map(step -> new Problem("step-" + step.code(), text.of("checklista.missing." + step.code())))
                        .toList();
    }

    /** What was just done, as the key of its message; empty for nothing. */
    public String getDone() {
        String done = typed("klar");
        return Set.of("live", "back", "refuse").contains(done) ? "checklista.done." + done : "";
    }

    public String getAction() {
        return PATH + "?" + desk.getQuery();
    }
}

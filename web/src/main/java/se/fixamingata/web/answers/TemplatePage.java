package se.fixamingata.web.answers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Right;
import se.fixamingata.answer.ResponseTemplates;
import se.fixamingata.answer.TemplateRules;
import se.fixamingata.answer.TemplateView;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;

/** A new template at {@code /handlaggning/svarsmallar/ny}, one of them at {@code …/{id}}. */
@Named("templatePage")
@RequestScoped
public class TemplatePage {

    static final String NEW = "ny";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    ResponseTemplates templates;

    @Inject
    TemplatePosting posting;

    @Inject
    Categories categories;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private Long id;
    private TemplatePosting.Outcome outcome;

    /** Before rendering. */
    public void open() {
        if (step == null) {
            return;
        }
        boolean posted = request.getMethod().equals("POST");
        Optional<TemplateView> stored = step.equals(NEW) ? Optional.empty() : find();
        if (stored.isPresent()) {
            desk.stay(stored.get().authorityCode());
        } else if (id == null || posted) {
            desk.require(Right.ADMINISTER);
        } else {
            throw new NotPermitted();
        }
        outcome = TemplatePosting.Outcome.again(stored.map(TemplateForm::of).orElse(TemplateForm.EMPTY), List.of());
        if (posted) {
            receive();
        }
    }

    /** Empty also for one that somebody has deleted under the form that comes in. */
    private Optional<TemplateView> find() {
        if (!step.matches("[1-9]\\d{0,17}")) {
            throw new NotPermitted();
        }
        id = Long.valueOf(step);
        return templates.find(callers.get(), id);
    }

    private void receive() {
        outcome = posting.receive(request, desk.get().code(), id);
        if (outcome.done() != null) {
            Faces.redirect(getListPath() + "&klar=" + outcome.done());
            return;
        }
        // To be saved as a new one: what it was is no more.
        id = outcome.gone() ? null : id;
        if (outcome.other() != null || outcome.gone()) {
            Faces.setResponseStatus(409);
        } else if (!outcome.problems().isEmpty()) {
            Faces.setResponseStatus(422);
        }
    }

    public boolean isNew() {
        return id == null;
    }

    /** Where the form goes. */
    public String getAction() {
        return TemplatesPage.PATH + "/" + (id == null ? NEW : id) + "?" + desk.getQuery();
    }

    public String getListPath() {
        return TemplatesPage.PATH + "?" + desk.getQuery();
    }

    public boolean isShown() {
        return outcome != null;
    }

    public TemplateForm getForm() {
        return outcome.form();
    }

    public List<Problem> getProblems() {
        return isShown() ? outcome.problems() : List.of();
    }

    /** The first thing that is wrong with a field; empty when nothing is. */
    public String problem(String field) {
        return Problem.at(field, outcome.problems());
    }

    /** How it stands now, when somebody else was faster; else null. */
    public TemplateView getOther() {
        return outcome.other();
    }

    public boolean isGone() {
        return outcome.gone();
    }

    public boolean isEditable() {
        return desk.may(Right.ADMINISTER);
    }

    public List<ReportStatus> getStatuses() {
        return TemplateRules.statuses();
    }

    public List<Category> getCategories() {
        return categories.all();
    }
}

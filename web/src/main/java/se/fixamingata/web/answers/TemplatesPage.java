package se.fixamingata.web.answers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.answer.FilledText;
import se.fixamingata.answer.ResponseTemplates;
import se.fixamingata.answer.TemplateRules;
import se.fixamingata.answer.TemplateView;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;

/** The list at {@code /handlaggning/svarsmallar}, a new one at {@code …/ny}, one of them at {@code …/{id}}. */
@Named("templatesPage")
@RequestScoped
public class TemplatesPage {

    private static final String PATH = "/handlaggning/svarsmallar";
    private static final String NEW = "ny";

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
    TemplateExample example;

    @Inject
    Categories categories;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private String authority;
    private Long id;
    private List<TemplateView> list = List.of();
    private TemplateForm form;
    private List<Problem> problems = List.of();
    private TemplateView other;
    private boolean gone;

    /** Before rendering. */
    public void open() {
        if (step == null) {
            authority = at(Right.HANDLE);
            list = templates.list(callers.get(), authority);
            return;
        }
        openForm();
        if (request.getMethod().equals("POST")) {
            receive();
        }
    }

    /** The authority whose desk it is. */
    private String at(Right right) {
        Permissions.require(callers.get(), right, desk.get().code());
        return desk.get().code();
    }

    private void openForm() {
        if (step.equals(NEW)) {
            authority = at(Right.ADMINISTER);
            form = TemplateForm.EMPTY;
            return;
        }
        id = step.matches("[1-9]\\d{0,17}") ? Long.valueOf(step) : null;
        if (id == null) {
            throw new NotPermitted();
        }
        TemplateView shown = templates.find(callers.get(), id).orElse(null);
        if (shown == null && !request.getMethod().equals("POST")) {
            throw new NotPermitted();
        }
        authority = shown == null ? at(Right.ADMINISTER) : shown.authorityCode();
        desk.stay(authority);
        form = shown == null ? TemplateForm.EMPTY : TemplateForm.of(shown);
    }

    private void receive() {
        TemplatePosting.Outcome outcome = posting.receive(request, authority, id);
        if (outcome.done() != null) {
            Faces.redirect(PATH + "?" + desk.getQuery() + "&klar=" + outcome.done());
            return;
        }
        form = outcome.form();
        problems = outcome.problems();
        other = outcome.other();
        gone = outcome.gone();
        // To be saved as a new one: what it was is no more.
        id = gone ? null : id;
        if (other != null || gone) {
            Faces.setResponseStatus(409);
        } else if (!problems.isEmpty()) {
            Faces.setResponseStatus(422);
        }
    }

    public boolean isFormShown() {
        return form != null;
    }

    public boolean isNew() {
        return id == null;
    }

    /** Where the form goes. */
    public String getAction() {
        return PATH + "/" + (id == null ? NEW : id) + "?" + desk.getQuery();
    }

    public String getListPath() {
        return PATH + "?" + desk.getQuery();
    }

    public String getNewPath() {
        return PATH + "/" + NEW + "?" + desk.getQuery();
    }

    public String getAuthority() {
        return authority;
    }

    public List<TemplateView> getList() {
        return list;
    }

    public TemplateForm getForm() {
        return form;
    }

    public List<Problem> getProblems() {
        return problems;
    }

    /** The first thing that is wrong with a field; empty when nothing is. */
    public String problem(String field) {
        return Problem.at(field, problems);
    }

    /** How it stands now, when somebody else was faster; else null. */
    public TemplateView getOther() {
        return other;
    }

    public boolean isGone() {
        return gone;
    }

    /** {@code sparad} or {@code raderad} right after that; else empty. */
    public String getDone() {
        String done = request.getParameter("klar");
        return "sparad".equals(done) || "raderad".equals(done) ? done : "";
    }

    public boolean isEditable() {
        return Permissions.may(callers.get(), Right.ADMINISTER, authority);
    }

    public List<ReportStatus> getStatuses() {
        return TemplateRules.statuses();
    }

    public List<Category> getCategories() {
        return categories.all();
    }

    /** The text about a report that is made up. */
    public FilledText getPreview() {
        return example.fill(form, authority);
    }

    public List<TemplateExample.Help> getHelp() {
        return example.help(form, authority);
    }
}

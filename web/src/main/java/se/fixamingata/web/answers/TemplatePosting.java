package se.fixamingata.web.answers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.answer.ResponseTemplates;
import se.fixamingata.answer.TemplateResult;
import se.fixamingata.answer.TemplateView;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** What the form's buttons do. */
@RequestScoped
public class TemplatePosting {

    @Inject
    CurrentCaller callers;

    @Inject
    ResponseTemplates templates;

    @Inject
    TextBean text;

    /**
     * What to answer.
     *
     * @param done what was done, for the message after the redirect; null when the form is to be shown again
     * @param form what it shows then
     * @param other how the template stands now, when somebody else was faster; else null
     * @param gone whether somebody else has deleted it
     */
    record Outcome(String done, TemplateForm form, List<Problem> problems, TemplateView other, boolean gone) {

        static Outcome done(String what) {
            return new Outcome(what, null, List.of(), null, false);
        }

        static Outcome again(TemplateForm form, List<Problem> problems) {
            return new Outcome(null, form, problems, null, false);
        }
    }

    /**
     * @param authorityCode whose templates they are
     * @param template that was shown; null for a new one
     */
    Outcome receive(HttpServletRequest request, String authorityCode, Long template) {
        Caller caller = callers.get();
        TemplateForm form = TemplateForm.of(request);
        String action = request.getParameter("action");
        if ("delete".equals(action) && template != null) {
            return outcome(form, templates.delete(caller, template, form.version()), "raderad");
        }
        if (!"save".equals(action)) {
            return Outcome.again(form, List.of());
        }
        TemplateResult result = template == null
                ? templates.create(caller, authorityCode, form.fields())
                : templates.change(caller, template, form.version(), form.fields());
        return outcome(form, result, "sparad");
    }

    private Outcome outcome(TemplateForm form, TemplateResult result, String done) {
        if (result instanceof TemplateResult.Invalid invalid) {
            return Outcome.again(
                    form,
                    invalid.problems().stream()
                            .map(p -> new Problem(p.field(), text.format(p.key(), p.arguments())))
                            .toList());
        }
        if (result instanceof TemplateResult.Conflict conflict) {
            return new Outcome(null, form.onTopOf(conflict.now().version()), List.of(), conflict.now(), false);
        }
        return result instanceof TemplateResult.Gone
                ? new Outcome(null, form.onTopOf(0), List.of(), null, true)
                : Outcome.done(done);
    }
}

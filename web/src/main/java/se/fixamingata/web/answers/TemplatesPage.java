package se.fixamingata.web.answers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.omnifaces.cdi.Param;
import se.fixamingata.account.Right;
import se.fixamingata.answer.ResponseTemplates;
import se.fixamingata.answer.TemplateView;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** The list at {@code /handlaggning/svarsmallar}. One of them, or a new one, is {@link TemplatePage}. */
@Named("templatesPage")
@RequestScoped
public class TemplatesPage {

    static final String PATH = "/handlaggning/svarsmallar";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    ResponseTemplates templates;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private List<TemplateView> list = List.of();

    /** Before rendering. */
    public void open() {
        if (isShown()) {
            desk.require(Right.HANDLE);
            list = templates.list(callers.get(), desk.get().code());
        }
    }

    public boolean isShown() {
        return step == null;
    }

    public List<TemplateView> getList() {
        return list;
    }

    /** {@code sparad} or {@code raderad} right after that; else empty. */
    public String getDone() {
        String done = request.getParameter("klar");
        return "sparad".equals(done) || "raderad".equals(done) ? done : "";
    }

    public boolean isEditable() {
        return desk.may(Right.ADMINISTER);
    }

    public String getNewPath() {
        return PATH + "/" + TemplatePage.NEW + "?" + desk.getQuery();
    }
}

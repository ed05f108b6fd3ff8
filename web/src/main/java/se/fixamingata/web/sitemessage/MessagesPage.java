package se.fixamingata.web.sitemessage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Right;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.sitemessage.MessageDesk;
import se.fixamingata.sitemessage.MessageForm;
import se.fixamingata.sitemessage.MessageResult;
import se.fixamingata.sitemessage.SiteNotice;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.operation.Typed;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The pages {@code /drift/meddelanden} and {@code /handlaggning/meddelanden}: what is told, and the form that tells it. Stateless. */
@Named("messagesPage")
@RequestScoped
public class MessagesPage {

    private static final List<String> FIELDS = List.of("sv", "en", "level", "authority", "category", "from", "until");

    @Inject
    Typed typed;

    @Inject
    TypedMessage message;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desks;

    @Inject
    MessageDesk messages;

    @Inject
    Categories categories;

    @Inject
    TextBean text;

    private String desk;
    private List<SiteNotice> list = List.of();
    private MessageForm form;
    private Map<String, String> problems = Map.of();
    private boolean conflict;

    /** Before rendering the operator's page. */
    public void openAll() {
        open(null);
    }

    /** Before rendering the page of the authority at whose desk the caller sits. */
    public void open() {
        desks.require(Right.ADMINISTER);
        open(desks.get().code());
    }

    private void open(String code) {
        desk = code;
        if (typed.isPost() && receive()) {
            return;
        }
        list = messages.list(callers.get(), desk);
        if (form == null) {
            form = message.id() > 0 && !typed.isPost()
                    ? messages.find(callers.get(), desk, message.id()).orElseThrow(NotPermitted::new)
                    : TypedMessage.empty();
        }
    }

    /** Whether it is done and the browser is sent on. */
    private boolean receive() {
        if (typed.text("action").equals("end")) {
            conflict = !messages.end(callers.get(), desk, message.id(), message.version());
        } else {
            form = message.form();
            MessageResult result = messages.save(callers.get(), desk, form);
            conflict = result instanceof MessageResult.Conflict;
            if (result instanceof MessageResult.Invalid invalid) {
                problems = invalid.problems();
            }
        }
        if (!conflict && problems.isEmpty()) {
            Faces.redirect(getAction() + (getAction().contains("?") ? "&" : "?") + "klar=1");
            return true;
        }
        Faces.setResponseStatus(conflict ? 409 : 422);
        return false;
    }

    public List<SiteNotice> getList() {
        return list;
    }

    public MessageForm getForm() {
        return form;
    }

    /** Whether this is the operator's page. */
    public boolean isAll() {
        return desk == null;
    }

    public List<Category> getCategories() {
        return categories.all();
    }

    public String problem(String field) {
        return problems.containsKey(field) ? text.of(problems.get(field)) : "";
    }

    /** All that is wrong, in the order of the form. */
    public List<Problem> getProblems() {
        return FIELDS.stream()
                .filter(problems::containsKey)
                .map(field -> new Problem(field, problem(field)))
                .toList();
    }

    /** Whether somebody else has changed it since the form was opened. */
    public boolean isConflict() {
        return conflict;
    }

    public boolean isDone() {
        return typed.text("klar").equals("1");
    }

    public String getAction() {
        return desk == null ? "/drift/meddelanden" : "/handlaggning/meddelanden?" + desks.getQuery();
    }

    /** What opens that one in the form. */
    public String path(SiteNotice one) {
        return getAction() + (desk == null ? "?" : "&") + "id=" + one.id() + "#form";
    }
}

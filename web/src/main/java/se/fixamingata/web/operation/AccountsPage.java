package se.fixamingata.web.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.operatordesk.AccountDesk;
import se.fixamingata.operatordesk.AccountView;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/**
 * The page {@code /drift/anvandare}, which looks an address up, and one account at {@code /drift/anvandare/{id}}. The address is posted:
 * it stands in no URL.
 */
@Named("accountsPage")
@RequestScoped
public class AccountsPage {

    private static final String PATH = "/drift/anvandare";
    private static final int TYPED_MAX = 300;

    @Inject
    @Param(pathIndex = 0)
    String step;

    @Inject
    Typed typed;

    @Inject
    CurrentCaller callers;

    @Inject
    AccountDesk accounts;

    @Inject
    TextBean text;

    private AccountView account;
    private List<AccountView> operators = List.of();
    private String problem = "";

    /** Before rendering. */
    public void open() {
        if (step == null) {
            search();
            return;
        }
        long id = step.matches("[1-9]\\d{0,17}") ? Long.parseLong(step) : 0;
        if (typed.isPost()) {
            problem = change(typed.text("action"), id);
            if (problem.isEmpty()) {
                Faces.redirect(PATH + (id == callers.get().accountId() ? "" : "/" + id + "?klar=1"));
                return;
            }
            Faces.setResponseStatus(422);
        }
        account = accounts.view(callers.get(), id).orElseThrow(NotPermitted::new);
    }

    private String change(String action, long id) {
        return switch (action) {
            case "bar" -> accounts.bar(callers.get(), id);
            case "open" -> accounts.open(callers.get(), id);
            case "second-factor" -> accounts.removeSecondFactor(callers.get(), id);
            case "operator" -> accounts.makeOperator(callers.get(), id);
            case "dismiss" -> accounts.dismissOperator(callers.get(), id);
            default -> throw new NotPermitted();
        };
    }

    private void search() {
        if (typed.isPost()) {
            Optional<Long> found = accounts.find(callers.get(), typed.text("epost"));
            if (found.isPresent()) {
                Faces.redirect(PATH + "/" + found.get());
                return;
            }
            problem = "anvandare.none";
            Faces.setResponseStatus(422);
        }
        operators = accounts.operators(callers.get());
    }

    /** Null for the page that searches. */
    public AccountView getAccount() {
        return account;
    }

    public List<AccountView> getOperators() {
        return operators;
    }

    /** What was typed. */
    public String getEmail() {
        String email = typed.text("epost");
        return email.length() > TYPED_MAX ? email.substring(0, TYPED_MAX) : email;
    }

    /** In words; empty when there is none. */
    public String getProblem() {
        return problem.isEmpty() ? "" : text.of(problem);
    }

    public boolean isDone() {
        return typed.text("klar").equals("1");
    }

    /** Whether it is the caller's own, which is changed at {@code /konto}. */
    public boolean isOwn() {
        return account.id() == callers.get().accountId();
    }

    public String getAction() {
        return PATH + "/" + account.id();
    }
}

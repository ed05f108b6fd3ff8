package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import se.fixamingata.inbox.SavedFilter;
import se.fixamingata.inbox.SavedFilters;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** Somebody's saved filters above the inbox, and the dialog that names, renames and forgets them. */
@Named("savedFilters")
@RequestScoped
public class SavedFiltersBacking {

    @Inject
    SavedFilters filters;

    @Inject
    InboxBacking inbox;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentDesk desk;

    @Inject
    TextBean text;

    private String name;
    private List<SavedFilter> mine;

    public List<SavedFilter> getMine() {
        if (mine == null) {
            inbox.view();
            mine = filters.of(caller.get(), desk.get().code());
        }
        return mine;
    }

    /** Whether it shows what the inbox shows; for {@code aria-current}. */
    public String current(SavedFilter filter) {
        String shown = AddressParts.of(inbox.getAddress()).without("page", "");
        return filter.query().equals(shown) ? "true" : null;
    }

    /** Keeps what the inbox shows under the name. */
    public void save() {
        done(filters.save(caller.get(), name, inbox.view()));
    }

    /** Parameters {@code filter} and {@code to}. */
    public void rename() {
        done(filters.rename(caller.get(), number(), Faces.getRequestParameter("to")));
    }

    /** Parameter {@code filter}. */
    public void delete() {
        filters.delete(caller.get(), number());
        done(Optional.empty());
    }

    private static long number() {
        return Optional.ofNullable(Faces.getRequestParameter("filter"))
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    private void done(Optional<String> wrong) {
        mine = null;
        PrimeFaces.current().ajax().addCallbackParam("done", wrong.isEmpty());
        wrong.ifPresent(key -> FacesContext.getCurrentInstance()
                .addMessage("filters:name", new FacesMessage(FacesMessage.SEVERITY_ERROR, text.of(key), null)));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}

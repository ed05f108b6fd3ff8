package se.fixamingata.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.joining.Checklist;
import se.fixamingata.joining.Checklists;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.AuthorityState;
import se.fixamingata.web.security.CurrentCaller;

/** The operator's page {@code /drift/checklista}: how far each of them has come. */
@Named("checklistsPage")
@RequestScoped
public class ChecklistsPage {

    @Inject
    CurrentCaller callers;

    @Inject
    Checklists checklists;

    @Inject
    Authorities authorities;

    private List<Checklist> lists;

    /** Before rendering. */
    public void open() {
        lists = checklists.all(callers.get());
    }

    public List<Checklist> getLists() {
        return lists;
    }

    /** How many have started. */
    public long getLive() {
        return lists.stream()
                .filter(list -> list.state() == AuthorityState.LIVE)
                .count();
    }

    /** The authority's own list, at its desk. */
    public String link(Checklist list) {
        return "/handlaggning/installningar?a="
                + authorities.find(list.code()).map(Authority::slug).orElse(list.code());
    }
}

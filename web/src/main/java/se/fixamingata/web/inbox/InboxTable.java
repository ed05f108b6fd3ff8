package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.primefaces.PrimeFaces;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import se.fixamingata.inbox.InboxSort;
import se.fixamingata.inbox.InboxView;

/** PrimeFaces' table keeps page and order by itself: here they go from the address to it, and back. */
@Named("inboxTable")
@RequestScoped
public class InboxTable {

    private static final String ID = "list:rows";

    @Inject
    InboxBacking inbox;

    /** Makes the table show that page in that order. */
    static void place(InboxView view) {
        DataTable table = table();
        table.setFirst(view.page() * view.size());
        table.setRows(view.size());
        for (SortMeta column : table.getSortByAsMap().values()) {
            boolean active = column.getField().equals(view.sort().code());
            column.setOrder(
                    !active ? SortOrder.UNSORTED : view.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING);
        }
    }

    /** The view with the page and the order that the table was asked for; an order that no column shows stays. */
    static InboxView wanted(InboxView view) {
        DataTable table = table();
        int size = InboxView.SIZES.contains(table.getRows()) ? table.getRows() : view.size();
        InboxView paged = view.onPage(Math.max(0, table.getFirst()) / size, size);
        Optional<SortMeta> sorted = table.getActiveSortMeta().values().stream().findFirst();
        return sorted.flatMap(meta -> InboxSort.find(meta.getField())
                        .map(sort -> paged.sortedBy(sort, meta.getOrder() == SortOrder.DESCENDING)))
                .orElse(paged);
    }

    /** Has the table drawn anew, and the number of reports. */
    static void redraw() {
        PrimeFaces.current().ajax().update(ID, "total");
    }

    /** Something for the script that has asked. */
    static void tell(String name, Object value) {
        PrimeFaces.current().ajax().addCallbackParam(name, value);
    }

    public int getFirst() {
        return inbox.view().page() * inbox.view().size();
    }

    public int getSize() {
        return inbox.view().size();
    }

    /** The order of that column, as PrimeFaces calls it; null when another one is in force. */
    public String order(String sort) {
        boolean active = inbox.view().sort().code().equals(sort);
        return active ? inbox.view().descending() ? "desc" : "asc" : null;
    }

    private static DataTable table() {
        return (DataTable) FacesContext.getCurrentInstance().getViewRoot().findComponent(ID);
    }
}

package se.fixamingata.web.inbox;

import jakarta.faces.context.FacesContext;
import java.util.Optional;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import se.fixamingata.inbox.InboxSort;
import se.fixamingata.inbox.InboxView;

/** PrimeFaces' table keeps page and order by itself: here they go from the address to it, and back. */
final class InboxTable {

    private static final String ID = "list:rows";

    private InboxTable() {}

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

    private static DataTable table() {
        return (DataTable) FacesContext.getCurrentInstance().getViewRoot().findComponent(ID);
    }
}

package se.fixamingata.web.inbox;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import se.fixamingata.inbox.InboxPage;
import se.fixamingata.inbox.InboxRow;

/** What PrimeFaces' table asks for, translated into one view of the inbox; the answer to "how many" has the rows too. */
public class InboxModel extends LazyDataModel<InboxRow> {

    private static final long serialVersionUID = 1L;

    private final InboxBacking inbox;
    private transient InboxPage page;

    InboxModel(InboxBacking inbox) {
        this.inbox = inbox;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        page = inbox.load(InboxTable.wanted(inbox.view()));
        return (int) page.total();
    }

    @Override
    public List<InboxRow> load(int first, int size, Map<String, SortMeta> sorted, Map<String, FilterMeta> filters) {
        return page.rows();
    }

    @Override
    public String getRowKey(InboxRow row) {
        return Long.toString(row.id());
    }

    @Override
    public InboxRow getRowData(String key) {
        List<InboxRow> rows = getWrappedData();
        return rows == null
                ? null
                : rows.stream()
                        .filter(row -> getRowKey(row).equals(key))
                        .findFirst()
                        .orElse(null);
    }
}

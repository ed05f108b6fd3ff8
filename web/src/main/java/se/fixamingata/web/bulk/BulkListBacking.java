package se.fixamingata.web.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import se.fixamingata.bulk.BulkChanges;
import se.fixamingata.bulk.BulkView;
import se.fixamingata.municipality.Authority;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /handlaggning/andringar/alla}: the authority's latest changes of many reports. */
@Named("bulkList")
@RequestScoped
public class BulkListBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    BulkSelection selection;

    @Inject
    BulkChanges changes;

    private Authority authority;
    private List<BulkView> all = List.of();

    /** Before rendering. */
    public void open() {
        Optional<BulkSelection.Chosen> chosen = selection.of(caller.get(), request);
        if (chosen.isEmpty()) {
            Faces.responseSendError(404, "Nobody's changes");
            return;
        }
        authority = chosen.get().authority();
        all = changes.list(caller.get(), authority.code());
    }

    public Authority getAuthority() {
        return authority;
    }

    public List<BulkView> getAll() {
        return all;
    }
}

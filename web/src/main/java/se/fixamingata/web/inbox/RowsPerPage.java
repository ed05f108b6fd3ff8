package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.preference.Preferences;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** How many rows somebody wants to see at once; remembered for them. */
@RequestScoped
public class RowsPerPage {

    private static final String ROWS = "inbox.rows";

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentDesk desk;

    @Inject
    Preferences preferences;

    /** As they last chose, else as few as possible. */
    int usual() {
        return InboxView.SIZES.stream()
                .filter(size -> size.toString().equals(desk.choices().get(ROWS)))
                .findFirst()
                .orElse(InboxView.SIZES.get(0));
    }

    void choose(int size) {
        if (size != usual()) {
            preferences.choose(caller.get(), ROWS, Integer.toString(size));
        }
    }
}

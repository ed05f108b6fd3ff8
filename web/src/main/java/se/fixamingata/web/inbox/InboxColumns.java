package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import se.fixamingata.preference.Preferences;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** Which columns somebody wants to see, and whether the map beside them; remembered for them. */
@Named("inboxColumns")
@RequestScoped
public class InboxColumns {

    private static final String COLUMNS = "inbox.columns";
    private static final String MAP = "inbox.map";
    private static final String HIDDEN = "hidden";

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentDesk desk;

    @Inject
    Preferences preferences;

    @Inject
    TextBean text;

    private Set<String> shown;

    /** Whether the column with that code is shown. */
    public boolean shows(String code) {
        if (shown == null) {
            String choice = desk.choices().get(COLUMNS);
            shown = choice == null
                    ? Arrays.stream(InboxColumn.values())
                            .filter(InboxColumn::isUsual)
                            .map(InboxColumn::code)
                            .collect(Collectors.toSet())
                    : Set.of(choice.split(","));
        }
        return shown.contains(code);
    }

    public List<FilterOption> getOptions() {
        return Arrays.stream(InboxColumn.values())
                .map(column ->
                        new FilterOption(column.code(), text.of("inbox.column." + column.code()), shows(column.code())))
                .toList();
    }

    /** Remembers what a script says: parameter {@code columns}, codes separated by commas. */
    public void choose() {
        String wanted = "," + Faces.getRequestParameter("columns") + ",";
        String known = Arrays.stream(InboxColumn.values())
                .map(InboxColumn::code)
                .filter(code -> wanted.contains("," + code + ","))
                .collect(Collectors.joining(","));
        preferences.choose(caller.get(), COLUMNS, known);
    }

    public boolean isMapShown() {
        return !HIDDEN.equals(desk.choices().get(MAP));
    }

    /** Remembers what a script says: parameter {@code shown}. */
    public void chooseMap() {
        preferences.choose(caller.get(), MAP, "true".equals(Faces.getRequestParameter("shown")) ? "shown" : HIDDEN);
    }
}

package se.fixamingata.web.browse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnifaces.util.Faces;
import se.fixamingata.category.Categories;
import se.fixamingata.report.ReportList;
import se.fixamingata.report.ReportSearch;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.TextBean;

/** The map page: the reports of a view as a list, with its filters. The search box of the same page is {@link PlaceSearchBacking}. */
@Named("browse")
@RequestScoped
public class BrowseBacking {

    @Inject
    ReportSearch search;

    @Inject
    Categories categories;

    @Inject
    CurrentLanguage language;

    @Inject
    TextBean text;

    @Inject
    Clock clock;

    private BrowseState state;
    private ReportList list;

    /** Reads the address and finds the reports. */
    public void open() {
        state = BrowseState.of(Faces.getRequestParameterMap(), categories.codes());
        list = search.search(state.criteria(clock.instant()));
    }

    public ReportList getList() {
        return list;
    }

    /** How many there are, in words. */
    public String getHeading() {
        if (list.total() < 2) {
            return text.of(list.total() == 0 ? "karta.list.none" : "karta.list.one");
        }
        return text.of(list.totalIsExact() ? "karta.list.many" : "karta.list.more", text.number(list.total()));
    }

    /** One status of each shape, for the legend. */
    public List<ReportStatus> getLegend() {
        return List.of(ReportStatus.REPORTED, ReportStatus.IN_PROGRESS, ReportStatus.FIXED, ReportStatus.NO_ACTION);
    }

    public boolean isNothing() {
        return list.reports().isEmpty();
    }

    /** Whether older reports than those shown could be asked for. */
    public boolean isAgeLimited() {
        return state.age() != Age.ANY;
    }

    public String getAnyAge() {
        return state.anyAge();
    }

    public String getPrevious() {
        return state.page() == 0 ? "" : state.address(state.page() - 1);
    }

    public String getNext() {
        return list.hasNext() ? state.address(state.page() + 1) : "";
    }

    /** What the map's tiles are to be asked for, so that they show what the list shows. */
    public String getTileQuery() {
        return state.tileQuery(clock.instant());
    }

    /** Whether the map is to show the list's reports alone, since tiles know no words. */
    public boolean isOnlyList() {
        return !state.text().isEmpty();
    }

    public double getLat() {
        return view().centre().lat();
    }

    public double getLon() {
        return view().centre().lon();
    }

    public int getZoom() {
        return view().zoom();
    }

    /** Whether a place has been chosen, so that it may be reported there. */
    public boolean isPlaced() {
        return state.view().isPresent();
    }

    /** What follows {@code /rapportera} so that it begins at this place. */
    public String getPlaceQuery() {
        return "?lat=" + getLat() + "&lon=" + getLon();
    }

    private Viewport view() {
        return state.view().orElse(Viewport.COUNTRY);
    }

    public String getStatus() {
        return state.status();
    }

    public String getCategory() {
        return state.category();
    }

    public String getAge() {
        return state.age().code();
    }

    public String getText() {
        return state.text();
    }

    public String getSort() {
        return state.sort().name().toLowerCase(Locale.ROOT);
    }

    /** For the filter: code and name in the reader's language, in the order of the list. */
    public List<Map.Entry<String, String>> getCategories() {
        return categories.all().stream()
                .map(c -> Map.entry(c.code(), c.name(language.get())))
                .toList();
    }
}

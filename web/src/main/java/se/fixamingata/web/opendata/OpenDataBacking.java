package se.fixamingata.web.opendata;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.statistics.reading.FigureNight;
import se.fixamingata.statistics.reading.Statistics;

/** The page {@code /statistik/data}: what there is to take along, and what each column is. */
@Named("openData")
@RequestScoped
public class OpenDataBacking {

    static final String TITLE = "opendata.title.";
    static final String COLUMN = "opendata.column.";

    @Inject
    Statistics statistics;

    @Inject
    ServiceSettings settings;

    public List<OpenTable> getTables() {
        return List.of(OpenTable.values());
    }

    /** The last day in the figures, {@code 2026-11-22}; empty before the first night. */
    public String getLastDay() {
        return statistics
                .night()
                .map(FigureNight::lastDay)
                .map(Object::toString)
                .orElse("");
    }

    public String csv(OpenTable table) {
        return table.path(OpenTable.Format.CSV);
    }

    public String json(OpenTable table) {
        return table.path(OpenTable.Format.JSON);
    }

    /** Before the first night there are no figures to take. */
    public boolean isThere(OpenTable table) {
        return !table.isOfTheNight() || statistics.night().isPresent();
    }

    public String getCatalogue() {
        return OpenDataServlet.CATALOGUE;
    }

    /** As others are to write it: an address does not tell them which server it is of. */
    public String getRoot() {
        return settings.link(OpenDataServlet.ROOT);
    }
}

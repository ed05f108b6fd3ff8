import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What people ask about figures in the morning, after the night's statistics. */
final class FigurePages {

    private static final String[] CATEGORIES = {"lighting", "graffiti", "litter", "winter"};
    private static final String[] COUNTIES = {"varmland", "stockholm", "skane", "vastra-gotaland", "norrbotten"};

    private final List<String> municipalities = new ArrayList<>();
    private final Samples reports;

    FigurePages(Connection database) throws SQLException {
        reports = new Samples(database);
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select slug from municipality order by rand(11)")) {
            while (rows.next()) {
                municipalities.add(rows.getString(1));
            }
        }
    }

    void addTo(Map<String, IntFunction<Asked>> questions) {
        LocalDate halfAYearAgo = LocalDate.now().minusMonths(6).withDayOfMonth(1);
        questions.put("The country `/statistik`", n -> Asked.of("/statistik"));
        questions.put("A municipality `/statistik/{slug}`", n -> Asked.of("/statistik/" + municipality(n)));
        questions.put("A category there",
                n -> Asked.of("/statistik/" + municipality(n) + "?kategori=" + CATEGORIES[n % CATEGORIES.length]));
        questions.put("A county", n -> Asked.of("/statistik/lan/" + COUNTIES[n % COUNTIES.length]));
        questions.put("290 municipalities `/statistik/jamforelse`", n -> Asked.of("/statistik/jamforelse"));
        questions.put("Before and after a day",
                n -> Asked.of("/statistik/fore-efter?omrade=" + municipality(n) + "&dag=" + halfAYearAgo + "&dagar=90"));
        questions.put("A page's tables as JSON", n -> Asked.of("/statistik/" + municipality(n) + "?format=json"));
        questions.put("Open data `/statistik/data`", n -> Asked.of("/statistik/data"));
        questions.put("Report page with its expected time", n -> Asked.of("/rapport/" + reports.get(n).id()));
    }

    private String municipality(int n) {
        return municipalities.get(n % municipalities.size());
    }
}

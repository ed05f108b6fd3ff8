import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** What the caseworkers of the authority with most reports ask, in as many browsers as there are connections. */
final class DeskPages {

    private static final String[] FILTERS = {
        "category=lighting", "assignee=me", "priority=high,urgent", "due=passed", "flag=new", "status=all&category=graffiti,litter", "flag=news&status=all",
        "age=newer-30", "flag=undelivered", "box=59.30,18.00,59.34,18.10", "assignee=nobody&sort=-changed", "sort=expected", "status=all&sort=category", ""
    };

    private final Site site;
    private final Connection database;

    DeskPages(Site site, Connection database) {
        this.site = site;
        this.database = database;
    }

    void addTo(Map<String, IntFunction<Asked>> questions) throws Exception {
        ThreadLocal<Desk> mine = desks();
        ThreadLocal<Desk> filtering = desks();
        questions.put("Inbox page `/handlaggning`, 13,000 open", n -> Asked.by(mine.get(), "/handlaggning?page=" + (1 + n % 20)));
        questions.put("Inbox page, all 50,000, most urgent first", n -> Asked.by(mine.get(), "/handlaggning?status=all&sort=-priority"));
        // Each on a page of its own that stays open: a person's session remembers twelve.
        questions.put("Inbox: filter changed", n -> filtering.get().filter(FILTERS[n % FILTERS.length]));
        questions.put("Inbox: words searched", n -> filtering.get().filter("text=" + (n % 2 == 0 ? "lykta" : "tunnel")));
        questions.put("Inbox: pins of the map", n -> Asked.by(mine.get(), "/handlaggning/nalar?z=11&sikt=59.2,17.8,59.5,18.3"));
        List<Long> own = reports();
        questions.put("One report `/handlaggning/rapport/{id}`", n -> Asked.by(mine.get(), "/handlaggning/rapport/" + own.get(n % own.size())));
        questions.put("Start page of the back office", n -> Asked.by(mine.get(), "/handlaggning/start"));
    }

    private ThreadLocal<Desk> desks() throws Exception {
        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            desks.add(new Desk(site, database, 1 + i));
        }
        AtomicInteger threads = new AtomicInteger();
        return ThreadLocal.withInitial(() -> desks.get(threads.getAndIncrement() % desks.size()));
    }

    private List<Long> reports() throws SQLException {
        List<Long> own = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select r.id from report r join membership m on m.authority_code = r.authority_code"
                        + " and m.account_id = 1 where r.status <> 'UNCONFIRMED' order by rand(11) limit " + Samples.SIZE)) {
            while (rows.next()) {
                own.add(rows.getLong(1));
            }
        }
        return own;
    }
}

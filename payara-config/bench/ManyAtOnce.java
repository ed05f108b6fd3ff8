import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One status and one text for thousands of reports: ordered by the page's own form, watched on the page that shows how far it is. */
final class ManyAtOnce {

    /** As the page's own script does. */
    private static final long EVERY_MILLISECONDS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Site site;
    private final Connection database;
    private final int most;

    ManyAtOnce(Site site, Connection database, int most) {
        this.site = site;
        this.database = database;
        this.most = most;
    }

    static String name(int reports) {
        return String.format("Many at once: %,d reports, one status and text", reports);
    }

    void measure() throws Exception {
        List<Long> chosen = chosen();
        Desk desk = new Desk(site, database, 1);
        long pressed = System.nanoTime();
        String path = order(desk, chosen);
        double answered = (System.nanoTime() - pressed) / 1e9;
        if (!isDone(desk, path)) {
            Table.wrong("%s: not done within %d minutes.", name(chosen.size()), PATIENCE.toMinutes());
            return;
        }
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        Table.say("%s: %s (the page answered after %.1f s); %s.", name(chosen.size()), outcome(id), answered, mails(id));
        undo();
    }

    /** Open ones, remembered as they are. */
    private List<Long> chosen() throws SQLException {
        List<Long> chosen = new ArrayList<>();
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("create or replace table bench_before (primary key (id)) select r.id, r.status, r.changed_at, r.answered_at,"
                    + " r.news_at, r.waiting_until from report r join membership m on m.authority_code = r.authority_code and m.account_id = 1"
                    + " where r.status in ('REPORTED', 'INVESTIGATING', 'PLANNED', 'FORWARDED') order by r.id limit " + most);
            ResultSet rows = statement.executeQuery("select id from bench_before order by id");
            while (rows.next()) {
                chosen.add(rows.getLong(1));
            }
        }
        return chosen;
    }

    private void undo() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("update report r join bench_before b on b.id = r.id set r.status = b.status, r.changed_at = b.changed_at,"
                    + " r.answered_at = b.answered_at, r.news_at = b.news_at, r.waiting_until = b.waiting_until");
            statement.executeUpdate("drop table bench_before");
        }
    }

    /** The address of the page that shows how far it is. */
    private String order(Desk desk, List<Long> chosen) throws Exception {
        String list = chosen.stream().map(String::valueOf).collect(Collectors.joining(","));
        String page = "/handlaggning/andringar/ny";
        String form = Site.csrf(site.page(desk.browser(), page + "?id=" + chosen.get(0))) + "&id=" + list + "&count=" + chosen.size()
                + "&new-status=in_progress&new-text=" + Site.encode("Vi har börjat och räknar med att vara klara inom två veckor.");
        HttpResponse<String> answer = site.send(desk.browser(), page, form);
        String next = answer.headers().firstValue("Location").orElse("");
        if (!next.contains("/andringar/pagar/")) {
            throw new IllegalStateException("The order was answered with " + answer.statusCode());
        }
        return next.substring(next.indexOf("/handlaggning/"));
    }

    private boolean isDone(Desk desk, String path) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLISECONDS);
            if (Site.found("data-running=\"(true|false)\"", site.page(desk.browser(), path)).equals("false")) {
                return true;
            }
        }
        return false;
    }

    private String outcome(long id) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select timestampdiff(microsecond, created_at, ended_at) / 1e6, changed, skipped"
                        + " from bulk_change where id = " + id)) {
            row.next();
            return String.format("%.1f s until done, %,d changed, %,d skipped", row.getDouble(1), row.getInt(2), row.getInt(3));
        }
    }

    /** Each reporter is told: when the last of them was. */
    private String mails(long id) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int due = 1;
        int all = 0;
        double seconds = 0;
        try (Statement statement = database.createStatement()) {
            while (due > 0 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLISECONDS);
                ResultSet row = statement.executeQuery("select count(*), count(if(n.state = 'DUE', 1, null)),"
                        + " timestampdiff(microsecond, c.created_at, max(n.sent_at)) / 1e6 from bulk_change c"
                        + " join bulk_change_report r on r.bulk_id = c.id join notification n on n.report_id = r.report_id"
                        + " and n.created_at >= c.created_at where c.id = " + id);
                row.next();
                all = row.getInt(1);
                due = row.getInt(2);
                seconds = row.getDouble(3);
            }
        }
        return due == 0
                ? String.format("the last of %,d mails sent after %.1f s", all, seconds)
                : String.format("**%,d of %,d mails not sent within %d minutes**", due, all, PATIENCE.toMinutes());
    }
}

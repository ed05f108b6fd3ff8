import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A thousand reports, all due at once, through each of the three ways to an authority. */
final class Deliveries {

    static final String NAME = "Open311 deliveries through each channel";

    private static final int MANY = 1_000;
    /** Gothenburg has a server of its own meanwhile. */
    private static final String WITH_SERVER = "1480";
    /** Malmö takes letters. */
    private static final String WITH_LETTERS = "1280";

    private final Site site;
    private final Connection database;
    private final MailSink mail;
    private final SystemKey key;

    Deliveries(Site site, Connection database, MailSink mail, SystemKey key) {
        this.site = site;
        this.database = database;
        this.mail = mail;
        this.key = key;
    }

    void measure() throws Exception {
        try (TheirServer theirs = new TheirServer()) {
            connect(theirs.address());
            try {
                fetch();
                send("letters to a local mail server", "MAIL", WITH_LETTERS, MailSink.MUNICIPALITY, mail.accepted());
                send("requests to a strict local Open311 server", "OPEN311", WITH_SERVER, theirs.address(), theirs.accepted());
                if (theirs.refused() > 0) {
                    Table.say("**%d requests were refused by their server.**", theirs.refused());
                }
            } finally {
                disconnect();
            }
        }
    }

    private void connect(String address) throws SQLException {
        disconnect();
        run("replace into integration (authority_code, channel, trusts_mail, changed_at, version) values ('" + WITH_SERVER
                + "', 'OPEN311', 0, utc_timestamp(6), 1)");
        run("insert into open311_endpoint (authority_code, url, format, attribute_style, extended_statuses, closed_means, updates,"
                + " sends_updates, time_zone, changed_at, version) values ('" + WITH_SERVER + "', '" + address
                + "', 'JSON', 'BRACKETS', 0, 'fixed', 'NONE', 0, 'Europe/Stockholm', utc_timestamp(6), 1)");
        run("insert into open311_service (authority_code, service_code, name, description, service_group, type, metadata, seen_at) values ('"
                + WITH_SERVER + "', 'lamp', 'Lampa', '', '', 'realtime', 0, utc_timestamp(6))");
        run("insert into open311_mapping (authority_code, category_code, service_code) select '" + WITH_SERVER + "', code, 'lamp' from category");
    }

    private void disconnect() throws SQLException {
        run("delete from delivery where message_id like '<bench-way-%'");
        run("delete from open311_mapping where authority_code = '" + WITH_SERVER + "'");
        run("delete from open311_service where authority_code = '" + WITH_SERVER + "'");
        run("delete from open311_endpoint where authority_code = '" + WITH_SERVER + "'");
        run("delete from integration where authority_code = '" + WITH_SERVER + "'");
    }

    private void send(String what, String channel, String authority, String recipient, BlockingQueue<Long> accepted) throws Exception {
        accepted.clear();
        long began = System.nanoTime();
        int due = due(channel, authority, "DUE", recipient);
        Long first = accepted.poll(90, TimeUnit.SECONDS);
        Long last = first;
        for (int i = 1; i < due && last != null; i++) {
            last = accepted.poll(90, TimeUnit.SECONDS);
        }
        if (last == null) {
            Table.say("**Not all of %,d %s arrived within a minute and a half of each other.**", due, what);
            return;
        }
        Table.say("%,d %s, due at once: %.1f s from the first to the last, %.0f a second; the first %.1f s after they were due.",
                due, what, (last - first) / 1e9, (due - 1) * 1e9 / (last - first), (first - began) / 1e9);
        settled();
    }

    /** What their system fetches, page by page, as it would after a night. */
    private void fetch() throws Exception {
        int due = due("PULL", SystemKey.AUTHORITY, "TO_FETCH", null);
        long began = System.nanoTime();
        int pages = 0;
        while (waiting() > 0 && pages < 500) {
            pages++;
            site.ask(Asked.of("/open311/v2/" + SystemKey.SLUG + "/requests.json?page_size=100&page=" + pages
                    + "&updated_after=2000-01-01&api_key=" + key.text()));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Table.say("%,d reports that wait to be fetched by their system, 100 rows at a time: %.1f s, %.0f a second, %d pages%s.",
                due, seconds, due / seconds, pages, waiting() > 0 ? ", **and not all of them**" : "");
    }

    /** The newest reports of the authority, so that whoever reads its list comes upon them. */
    private int due(String channel, String authority, String state, String recipient) throws SQLException {
        try (Statement statement = database.createStatement()) {
            ResultSet block = statement.executeQuery("select nextval(inner_number), nextval(inner_number), nextval(inner_number)");
            block.next();
            long first = block.getLong(1) - 499;
            return statement.executeUpdate("insert into delivery (id, report_id, authority_code, channel, recipient, state, attempts,"
                    + " created_at, next_attempt_at, message_id, version) select " + first + " + row_number() over (order by id), id,"
                    + " authority_code, '" + channel + "', " + (recipient == null ? "null" : "'" + recipient + "'") + ", '" + state
                    + "', 0, utc_timestamp(6), utc_timestamp(6), concat('<bench-way-', uuid(), '@example.org>'), 1 from report"
                    + " where authority_code = '" + authority + "' and listed = 1 and status <> 'UNCONFIRMED'"
                    + " order by changed_at desc limit " + MANY);
        }
    }

    private int waiting() throws SQLException {
        return count("select count(*) from delivery where message_id like '<bench-way-%' and state = 'TO_FETCH'");
    }

    /** Each is followed by a mail to its reporter; what is measured next is not to wait for those. */
    private void settled() throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (count("select count(*) from notification where state = 'DUE'") > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private int count(String sql) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

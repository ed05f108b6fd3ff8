import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A thousand reports, all due at once, through each of the two ways on which we go to an authority; see {@link Fetching} for the third. */
final class Deliveries {

    static final String NAME = "Deliveries by mail and to an Open311 server";

    private static final int MANY = 1_000;
    /** Gothenburg has a server of its own meanwhile. */
    private static final String WITH_SERVER = "1480";
    /** Malmö takes letters. */
    private static final String WITH_LETTERS = "1280";

    private final Connection database;
    private final MailSink mail;

    Deliveries(Connection database, MailSink mail) {
        this.database = database;
        this.mail = mail;
    }

    void measure() throws Exception {
        try (TheirServer theirs = new TheirServer()) {
            connect(theirs.address());
            try {
                send("letters to a local mail server", "MAIL", WITH_LETTERS, MailSink.MUNICIPALITY, mail.accepted());
                send("requests to a strict local Open311 server", "OPEN311", WITH_SERVER, theirs.address(), theirs.accepted());
                if (theirs.refused() > 0) {
                    Table.wrong("%d requests were refused by their server.", theirs.refused());
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
        Planned.forget(database);
        run("delete from open311_mapping where authority_code = '" + WITH_SERVER + "'");
        run("delete from open311_service where authority_code = '" + WITH_SERVER + "'");
        run("delete from open311_endpoint where authority_code = '" + WITH_SERVER + "'");
        run("delete from integration where authority_code = '" + WITH_SERVER + "'");
    }

    private void send(String what, String channel, String authority, String recipient, BlockingQueue<Long> accepted) throws Exception {
        accepted.clear();
        long began = System.nanoTime();
        int due = Planned.add(database, channel, authority, "DUE", recipient, MANY);
        Long first = accepted.poll(90, TimeUnit.SECONDS);
        Long last = first;
        for (int i = 1; i < due && last != null; i++) {
            last = accepted.poll(90, TimeUnit.SECONDS);
        }
        if (last == null) {
            Table.wrong("Not all of %,d %s arrived within a minute and a half of each other.", due, what);
            return;
        }
        Table.say("%,d %s, due at once: %.1f s from the first to the last, %.0f a second; the first %.1f s after they were due.",
                due, what, (last - first) / 1e9, (due - 1) * 1e9 / (last - first), (first - began) / 1e9);
        Planned.awaitMails(database);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

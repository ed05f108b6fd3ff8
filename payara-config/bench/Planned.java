import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Deliveries that are planned all at once, as if a night's reports had waited for the morning. */
final class Planned {

    private static final String MARK = "<bench-way-";

    private Planned() {}

    /**
     * The newest reports of the authority, so that whoever reads its list comes upon them; posted ones, which their system knows, are none.
     *
     * @param recipient null for none
     * @return how many, at most so many as that
     */
    static int add(Connection database, String channel, String authority, String state, String recipient, int most) throws SQLException {
        try (Statement statement = database.createStatement()) {
            ResultSet block = statement.executeQuery("select nextval(inner_number), nextval(inner_number), nextval(inner_number)");
            block.next();
            long first = block.getLong(1) - 499;
            return statement.executeUpdate("insert into delivery (id, report_id, authority_code, channel, recipient, state, attempts,"
                    + " created_at, next_attempt_at, message_id, version) select " + first + " + row_number() over (order by id), id,"
                    + " authority_code, '" + channel + "', " + (recipient == null ? "null" : "'" + recipient + "'") + ", '" + state
                    + "', 0, utc_timestamp(6), utc_timestamp(6), concat('" + MARK + "', uuid(), '@example.org>'), 1 from report"
                    + " where authority_code = '" + authority + "' and listed = 1 and status <> 'UNCONFIRMED'"
                    + " order by changed_at desc, id desc limit " + most);
        }
    }

    /** How many of them are in that state. */
    static int count(Connection database, String state) throws SQLException {
        return number(database, "select count(*) from delivery where message_id like '" + MARK + "%' and state = '" + state + "'");
    }

    /** When the report among them that changed first did, as arguments of addresses say it. */
    static String since(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select date_format(min(r.changed_at), '%Y-%m-%dT%H:%i:%sZ') from delivery d"
                        + " join report r on r.id = d.report_id where d.message_id like '" + MARK + "%'")) {
            row.next();
            return row.getString(1);
        }
    }

    static void forget(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("delete from delivery where message_id like '" + MARK + "%'");
        }
    }

    /** Each is followed by a mail to its reporter; what is measured next is not to wait for those. */
    static void awaitMails(Connection database) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (number(database, "select count(*) from notification where state = 'DUE'") > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static int number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}

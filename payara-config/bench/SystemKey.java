import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A key of the largest municipality's case system, which fetches its reports. Closing it takes away what was posted with it. */
final class SystemKey implements AutoCloseable {

    static final String AUTHORITY = "0180";
    static final String SLUG = "stockholm";

    /** With what the system's own numbers begin. */
    static final String POSTED = "bench-";

    private static final long ID = 900_000_001L;

    private final Connection database;
    private final String token = Desk.token();

    SystemKey(Connection database) throws Exception {
        this.database = database;
        close();
        try (PreparedStatement insert = database.prepareStatement("insert into api_key (id, authority_code, name, prefix, key_hash, scopes,"
                + " extended, created_at, version) values (?, ?, 'Bench', 'fmg_bench', ?, 'READ_PRIVATE,POST_REQUESTS,POST_UPDATES', 1,"
                + " utc_timestamp(6), 1)")) {
            insert.setLong(1, ID);
            insert.setString(2, AUTHORITY);
            insert.setBytes(3, Desk.hash(token));
            insert.executeUpdate();
        }
        run("replace into integration (authority_code, channel, trusts_mail, changed_at, version) values ('" + AUTHORITY
                + "', 'PULL', 0, utc_timestamp(6), 1)");
    }

    /** As its holder knows it. */
    String text() {
        return "fmg_" + token;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Takes away what was posted with it. */
    void forget() throws SQLException {
        run("delete from report where id in (select report_id from posted_request where authority_code = '" + AUTHORITY + "')");
    }

    @Override
    public void close() throws SQLException {
        forget();
        run("delete from api_key where id = " + ID);
        run("delete from integration where authority_code = '" + AUTHORITY + "'");
    }
}

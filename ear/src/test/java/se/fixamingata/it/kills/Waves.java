package se.fixamingata.it.kills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.fixamingata.it.TestPorts;
import se.fixamingata.shared.SecretToken;

/** Reports like one that went the whole way, put beside it: a third of them for each way to an authority, due now. */
final class Waves {

    static final String LETTERS = "gatubelysning@forshaga.example";
    static final String FETCHING = "hammaro";

    private static final long FIRST = 9_300_000_001L;
    private static final List<String> CHANNELS = List.of("MAIL", "OPEN311", "PULL");
    /** Whose caseworkers read the letters. */
    static final String LETTERS_TO = "1763";

    private static final Map<String, String> AUTHORITIES =
            Map.of("MAIL", LETTERS_TO, "OPEN311", "1762", "PULL", "1761");

    private final long seed;
    private final String endpoint;
    private final SecretToken key;
    private int size;
    private int letters;

    Waves(long seed, String endpoint, SecretToken key) {
        this.seed = seed;
        this.endpoint = endpoint;
        this.key = key;
    }

    /** Munkfors has a server, Hammarö a key to fetch with. */
    void open(Connection database) throws SQLException {
        run(
                database,
                "replace into integration (authority_code, channel, trusts_mail, changed_at, version) values"
                        + " ('1762', 'OPEN311', 0, utc_timestamp(6), 1), ('1761', 'PULL', 0, utc_timestamp(6), 1)",
                "insert into open311_endpoint (authority_code, url, format, attribute_style, extended_statuses, closed_means,"
                        + " updates, sends_updates, time_zone, changed_at, version) values ('1762', '" + endpoint
                        + "', 'JSON', 'BRACKETS', 0, 'fixed', 'NONE', 0, 'Europe/Stockholm', utc_timestamp(6), 1)",
                "insert into open311_service (authority_code, service_code, name, description, service_group, type, metadata,"
                        + " seen_at) values ('1762', 'lamp', 'Lampa', '', '', 'realtime', 0, utc_timestamp(6))",
                "insert into open311_mapping (authority_code, category_code, service_code) values ('1762', 'lighting', 'lamp')",
                "create table wave_report as select * from report where id = " + seed,
                "create table wave_delivery as select * from delivery where report_id = " + seed);
        try (PreparedStatement insert = database.prepareStatement(
                "insert into api_key (id, authority_code, name, prefix, key_hash, scopes, extended, created_at, version)"
                        + " values (9300000, '1761', 'Döda servrar', ?, ?, 'READ_PRIVATE', 0, utc_timestamp(6), 1)")) {
            insert.setString(1, "fmg_" + key.text().substring(0, 6));
            insert.setBytes(2, key.hash());
            insert.executeUpdate();
        }
    }

    /** Leaves the database as it was. */
    void close(Connection database) throws SQLException {
        run(
                database,
                "drop table if exists wave_report",
                "drop table if exists wave_delivery",
                "delete from report where id >= " + FIRST + " and id < " + (FIRST + 100_000),
                "delete from open311_mapping where authority_code = '1762'",
                "delete from open311_service where authority_code = '1762'",
                "delete from open311_endpoint where authority_code = '1762'",
                "delete from integration where authority_code in ('1761', '1762')",
                "delete from integration_fault where authority_code in ('1761', '1762')",
                "delete from api_key where id = 9300000");
    }

    /** So many more. */
    void add(Connection database, int number) throws SQLException {
        String report = written(database, "report");
        for (int i = 0; i < number; i++) {
            String channel = CHANNELS.get(size % CHANNELS.size());
            String authority = AUTHORITIES.get(channel);
            long id = FIRST + size;
            run(
                    database,
                    "update wave_report set id = " + id + ", authority_code = '" + authority
                            + "', municipality_code = '" + authority + "', title = 'Olycka " + size
                            + "', confirmed_at = utc_timestamp(6)",
                    "update wave_delivery set id = " + id + ", report_id = " + id + ", authority_code = '" + authority
                            + "', channel = '" + channel + "', recipient = " + recipient(channel) + ", state = '"
                            + (channel.equals("PULL") ? "TO_FETCH" : "DUE")
                            + "', attempts = 0, delivered_at = null, created_at = utc_timestamp(6),"
                            + " next_attempt_at = utc_timestamp(6), message_id = '" + messageId(id) + "'",
                    "insert into report (" + report + ") select " + report + " from wave_report",
                    "insert into delivery select * from wave_delivery");
            size++;
        }
    }

    /** The columns of a table that somebody writes; the others follow from them. */
    private static String written(Connection database, String table) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "select group_concat(column_name order by ordinal_position) from information_schema.columns"
                        + " where table_schema = database() and table_name = ? and generation_expression is null")) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private String recipient(String channel) {
        return switch (channel) {
            case "MAIL" -> "'" + LETTERS + "'";
            case "OPEN311" -> "'" + endpoint + "'";
            default -> "null";
        };
    }

    private static String messageId(long id) {
        return "<olycka-" + id + "@localhost>";
    }

    int size() {
        return size;
    }

    /** The reports that go that way. */
    List<Long> ids(String channel) {
        List<Long> ids = new ArrayList<>();
        for (int i = CHANNELS.indexOf(channel); i < size; i += CHANNELS.size()) {
            ids.add(FIRST + i);
        }
        return ids;
    }

    List<String> messageIds() {
        return ids("MAIL").stream().map(Waves::messageId).toList();
    }

    void noteLetters(int now) {
        letters = now;
    }

    int lettersBefore() {
        return letters;
    }

    /** How many deliveries stand in which state. */
    Map<String, Long> states() throws SQLException {
        Map<String, Long> states = new TreeMap<>();
        try (Connection database = connect();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select state, count(*) from delivery where id >= " + FIRST + " group by state")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getLong(2));
            }
        }
        return states;
    }

    /** Letters whose outcome was unknown twice, and which nobody has decided on. */
    long parkedLetters() throws SQLException {
        try (Connection database = connect();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from delivery where id >= " + FIRST
                        + " and state = 'PARKED' and channel = 'MAIL' and unknowns > 1")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Fetched reports that were written down as fetched more than once. */
    long handedOutTwice() {
        try (Connection database = connect();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from (select d.id from delivery d join delivery_attempt a"
                                + " on a.delivery_id = d.id where d.id >= " + FIRST
                                + " and d.channel = 'PULL' group by d.id having count(*) > 1) twice")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The dead server's leases run out, which takes five minutes without help. */
    void endLeases() throws SQLException {
        try (Connection database = connect()) {
            run(
                    database,
                    "update delivery set lease_until = created_at where lease_until is not null and id >= " + FIRST);
        }
    }

    /** What waits for its next attempt need not wait a minute. */
    void endPauses() throws SQLException {
        try (Connection database = connect()) {
            run(
                    database,
                    "update delivery set next_attempt_at = created_at where state = 'DUE' and lease_owner is null and id >= "
                            + FIRST);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + TestPorts.DATABASE + "/fixamingata?user=fixamingata&password=test");
    }

    private static void run(Connection database, String... statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        }
    }
}

package se.fixamingata.it.open311;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.shared.SecretToken;

/** Reports and keys of an authority where no other test reports anything, put straight into the database. */
final class OpenReports {

    /** Malå. */
    static final String AUTHORITY = "2418";

    static final String SLUG = "mala";
    /** A neighbour, whose keys open nothing here. */
    static final String OTHER = "2417";

    static final long FIRST = 910_000_001L;
    static final long PUBLIC = FIRST;
    static final long FIXED = FIRST + 1;
    static final long PRIVATE = FIRST + 2;
    static final long HIDDEN = FIRST + 3;
    static final long UNCONFIRMED = FIRST + 4;

    private static final Position PLACE = Position.of(65.1838, 18.7401);

    private OpenReports() {}

    /** One of each kind, the first one the newest. */
    static void put(Connection database) throws SQLException {
        take(database);
        report(database, 0, "REPORTED", "PUBLIC", 1);
        report(database, 1, "FIXED", "PUBLIC", 1);
        report(database, 2, "REPORTED", "PRIVATE", 0);
        report(database, 3, "REPORTED", "HIDDEN", 0);
        report(database, 4, "UNCONFIRMED", "PUBLIC", 0);
        history(database, FIXED, "STATUS", "FIXED", "AUTHORITY", "Ny lampa & <b>stolpe</b>");
        history(database, PRIVATE, "COMMENT", null, "RESIDENT", "Hemligt");
        for (long id : new long[] {PUBLIC, PRIVATE}) {
            run(
                    database,
                    "insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at,"
                            + " next_attempt_at, message_id, version) values (" + id + ", " + id + ", '" + AUTHORITY
                            + "', 'PULL', 'TO_FETCH', 0, utc_timestamp(6), utc_timestamp(6), '<" + id + "@test>', 1)");
        }
    }

    private static void report(Connection database, int number, String status, String visibility, int listed)
            throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed,"
                        + " title, description, lat, lon, cell, address, reporter_name, reporter_email, show_name, language, source,"
                        + " submitted_at, confirmed_at, changed_at, version) values (?, ?, ?, 'lighting', ?, ?, ?,"
                        + " 'Lampan \"<b>å\" 🔦', 'Den är mörk & kall\u0001', ?, ?, ?, 'Storgatan 5, Malå', 'Eva Ek', 'eva.ek@example.se', 0,"
                        + " 'sv', 'WEB', ?, ?, ?, 1)")) {
            LocalDateTime at = at(number);
            insert.setLong(1, FIRST + number);
            insert.setString(2, AUTHORITY);
            insert.setString(3, AUTHORITY);
            insert.setString(4, status);
            insert.setString(5, visibility);
            insert.setInt(6, listed);
            insert.setDouble(7, PLACE.lat());
            insert.setDouble(8, PLACE.lon());
            insert.setLong(9, MapCell.at(PLACE, MapCell.FINEST).number());
            insert.setObject(10, at);
            insert.setObject(11, status.equals("UNCONFIRMED") ? null : at);
            insert.setObject(12, at);
            insert.executeUpdate();
        }
    }

    /** When that report became public: the hours before today's first. */
    static LocalDateTime at(int number) {
        return LocalDateTime.now(ZoneOffset.UTC).toLocalDate().atStartOfDay().minusHours(number + 1);
    }

    private static void history(Connection database, long report, String kind, String to, String actor, String text)
            throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("insert into history_entry (id, report_id, at, kind, to_status,"
                        + " actor, text) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, report);
            insert.setLong(2, report);
            insert.setObject(3, at(0));
            insert.setString(4, kind);
            insert.setString(5, to);
            insert.setString(6, actor);
            insert.setString(7, text);
            insert.executeUpdate();
        }
    }

    /** A key of that authority's, as its holder knows it. */
    static String key(Connection database, int number, String authority, String scopes, boolean extended)
            throws SQLException {
        SecretToken secret = SecretToken.random();
        try (PreparedStatement insert = database.prepareStatement(
                "insert into api_key (id, authority_code, name, prefix, key_hash,"
                        + " scopes, extended, created_at, version) values (?, ?, 'Ärendesystemet', 'fmg_test', ?, ?, ?, utc_timestamp(6), 1)")) {
            insert.setLong(1, FIRST + number);
            insert.setString(2, authority);
            insert.setBytes(3, secret.hash());
            insert.setString(4, scopes);
            insert.setBoolean(5, extended);
            insert.executeUpdate();
        }
        return "fmg_" + secret.text();
    }

    /** Leaves the database as it was. */
    static void take(Connection database) throws SQLException {
        run(
                database,
                "delete from notification where report_id in (select id from report where authority_code = '"
                        + AUTHORITY + "')");
        run(database, "delete from report where authority_code = '" + AUTHORITY + "'");
        run(database, "delete from api_key where id between " + FIRST + " and " + (FIRST + 99));
        run(database, "delete from integration where authority_code = '" + AUTHORITY + "'");
    }

    static void run(Connection database, String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}

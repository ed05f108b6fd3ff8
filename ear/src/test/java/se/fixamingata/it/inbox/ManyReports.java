package se.fixamingata.it.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;

/** Reports of an authority where no other test reports anything, put straight into the database. */
final class ManyReports {

    /** Sorsele. */
    static final String AUTHORITY = "2422";

    static final String SLUG = "sorsele";

    private static final long FIRST = 9_100_000_001L;
    private static final Position PLACE = Position.of(65.5345, 17.5381);

    private ManyReports() {}

    /** The newest is number 1. Every other is about lighting, else graffiti; every fifth is fixed. */
    static void put(Connection database, int number) throws SQLException {
        take(database);
        String sql =
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title,"
                        + " description, lat, lon, cell, reporter_name, reporter_email, show_name, language, source, submitted_at,"
                        + " confirmed_at, changed_at, version) values (?, '" + AUTHORITY + "', '" + AUTHORITY
                        + "', ?, ?, 'PUBLIC', 1, ?,"
                        + " 'Det har varit så en tid.', ?, ?, ?, 'Anna Andersson', 'anna@example.org', 0, 'sv', 'WEB', ?, ?, ?, 1)";
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            for (int i = 1; i <= number; i++) {
                Position at = Position.of(PLACE.lat() + i % 10 * 0.002, PLACE.lon() + i / 10 * 0.004);
                insert.setLong(1, id(i));
                insert.setString(2, i % 2 == 0 ? "lighting" : "graffiti");
                insert.setString(3, i % 5 == 0 ? "FIXED" : "REPORTED");
                insert.setString(4, (i % 2 == 0 ? "Lampan " : "Väggen ") + i);
                insert.setDouble(5, at.lat());
                insert.setDouble(6, at.lon());
                insert.setLong(7, MapCell.at(at, MapCell.FINEST).number());
                insert.setObject(8, now.minusHours(i));
                insert.setObject(9, now.minusHours(i));
                insert.setObject(10, now.minusHours(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static long id(int number) {
        return FIRST + number;
    }

    /** Leaves the database as it was. */
    static void take(Connection database) throws SQLException {
        try (PreparedStatement delete = database.prepareStatement("delete from report where authority_code = ?")) {
            delete.setString(1, AUTHORITY);
            delete.executeUpdate();
        }
    }

    static void change(Connection database, String what, int number) throws SQLException {
        try (PreparedStatement update = database.prepareStatement("update report set " + what + " where id = ?")) {
            update.setLong(1, id(number));
            update.executeUpdate();
        }
    }
}

package se.fixamingata.it.browse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;

/** Public reports put straight into the database, in a place where no other test reports anything. */
final class ReportsOnTheMap {

    /** Arjeplog, code 2506. */
    static final Position PLACE = Position.of(66.0512, 17.8861);

    private static final long FIRST = 9_000_000_001L;

    private ReportsOnTheMap() {}

    /** One after the other, a hundred metres apart: one for each status. */
    static void put(Connection database, String... statuses) throws SQLException {
        take(database);
        String sql =
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title,"
                        + " description, lat, lon, cell, reporter_name, reporter_email, show_name, language, source, submitted_at,"
                        + " confirmed_at, changed_at, version) values (?, '2506', '2506', 'lighting', ?, 'PUBLIC', 1, ?, 'Den är släckt.',"
                        + " ?, ?, ?, 'Anna Andersson', 'anna@example.org', 0, 'sv', 'WEB', ?, ?, ?, 1)";
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            for (int i = 0; i < statuses.length; i++) {
                Position at = Position.of(PLACE.lat() + i * 0.001, PLACE.lon());
                insert.setLong(1, FIRST + i);
                insert.setString(2, statuses[i]);
                insert.setString(3, "Lampan nummer " + (i + 1) + " är trasig");
                insert.setDouble(4, at.lat());
                insert.setDouble(5, at.lon());
                insert.setLong(6, MapCell.at(at, MapCell.FINEST).number());
                insert.setObject(7, now);
                insert.setObject(8, now);
                insert.setObject(9, now);
                insert.executeUpdate();
            }
        }
    }

    /** Leaves the database as it was. */
    static void take(Connection database) throws SQLException {
        try (PreparedStatement delete = database.prepareStatement("delete from report where id >= ?")) {
            delete.setLong(1, FIRST);
            delete.executeUpdate();
        }
    }
}

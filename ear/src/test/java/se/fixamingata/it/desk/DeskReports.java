package se.fixamingata.it.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;

/** Public reports of an authority, put straight into the database. */
final class DeskReports {

    private final Connection database;
    private final String authority;
    private final Position place;

    /** @param place in that authority's municipality, where no other test looks */
    DeskReports(Connection database, String authority, Position place) {
        this.database = database;
        this.authority = authority;
        this.place = place;
    }

    /** So many reported ones, each by somebody else; their numbers. */
    List<Long> put(int count, String title, String status) throws SQLException {
        List<Long> numbers = numbers(count);
        String sql =
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title,"
                        + " description, lat, lon, cell, address, reporter_name, reporter_email, reporter_phone, show_name,"
                        + " language, source, submitted_at, confirmed_at, changed_at, priority, version)"
                        + " values (?, ?, ?, 'lighting', ?, 'PUBLIC', 1, ?, '=1+1 så mörkt är det.', ?, ?, ?, 'Storgatan 1',"
                        + " 'Anna Andersson', ?, '070-123 45 67', 0, 'sv', 'WEB', ?, ?, ?, 'NORMAL', 1)";
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                Position at = Position.of(place.lat() + i * 0.0001, place.lon());
                insert.setLong(1, numbers.get(i));
                insert.setString(2, authority);
                insert.setString(3, authority);
                insert.setString(4, status);
                insert.setString(5, title);
                insert.setDouble(6, at.lat());
                insert.setDouble(7, at.lon());
                insert.setLong(8, MapCell.at(at, MapCell.FINEST).number());
                insert.setString(9, "anna-" + numbers.get(i) + "@example.org");
                insert.setObject(10, now);
                insert.setObject(11, now);
                insert.setObject(12, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return numbers;
    }

    private List<Long> numbers(int count) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement next = database.createStatement()) {
            for (int i = 0; i < count; i++) {
                try (var row = next.executeQuery("select next value for report_number")) {
                    row.next();
                    numbers.add(row.getLong(1));
                }
            }
        }
        return numbers;
    }

    /** Leaves the database as it was, as far as reports go. */
    void take() throws SQLException {
        try (PreparedStatement delete = database.prepareStatement("delete from report where authority_code = ?")) {
            delete.setString(1, authority);
            delete.executeUpdate();
        }
    }
}

package se.fixamingata.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportChanged.OnMap;
import se.fixamingata.shared.SqlTime;

/** A report as its row, for tests that need many, in states that a use case would need long to reach. Starts as a public one. */
public record ReportRow(
        long id,
        Position position,
        String municipality,
        String category,
        ReportStatus status,
        Visibility visibility,
        String title,
        String description,
        String address,
        Instant confirmedAt,
        Instant changedAt) {

    private static final int ROWS_A_STATEMENT = 40;

    public static ReportRow of(long id, double lat, double lon) {
        Instant then = Instant.parse("2026-11-01T12:00:00Z");
        return new ReportRow(
                id,
                Position.of(lat, lon),
                "1763",
                "lighting",
                ReportStatus.REPORTED,
                Visibility.PUBLIC,
                "Lampan är trasig",
                "Den har varit mörk i en vecka",
                null,
                then,
                then);
    }

    public ReportRow at(Position other) {
        return new ReportRow(
                id,
                other,
                municipality,
                category,
                status,
                visibility,
                title,
                description,
                address,
                confirmedAt,
                changedAt);
    }

    public ReportRow in(String code) {
        return new ReportRow(
                id, position, code, category, status, visibility, title, description, address, confirmedAt, changedAt);
    }

    public ReportRow about(String code) {
        return new ReportRow(
                id,
                position,
                municipality,
                code,
                status,
                visibility,
                title,
                description,
                address,
                confirmedAt,
                changedAt);
    }

    public ReportRow with(ReportStatus other) {
        return new ReportRow(
                id,
                position,
                municipality,
                category,
                other,
                visibility,
                title,
                description,
                address,
                confirmedAt,
                changedAt);
    }

    public ReportRow with(Visibility other) {
        return new ReportRow(
                id,
                position,
                municipality,
                category,
                status,
                other,
                title,
                description,
                address,
                confirmedAt,
                changedAt);
    }

    public ReportRow saying(String newTitle, String newDescription, String newAddress) {
        return new ReportRow(
                id,
                position,
                municipality,
                category,
                status,
                visibility,
                newTitle,
                newDescription,
                newAddress,
                confirmedAt,
                changedAt);
    }

    public ReportRow confirmed(Instant moment) {
        return new ReportRow(
                id,
                position,
                municipality,
                category,
                status,
                visibility,
                title,
                description,
                address,
                moment,
                changedAt);
    }

    public ReportRow changed(Instant moment) {
        return new ReportRow(
                id,
                position,
                municipality,
                category,
                status,
                visibility,
                title,
                description,
                address,
                confirmedAt,
                moment);
    }

    /** Whether strangers may see it. */
    public boolean listed() {
        return status != ReportStatus.UNCONFIRMED && visibility == Visibility.PUBLIC;
    }

    /** How the map counts it; null when it does not. */
    public OnMap onMap() {
        return listed() ? new OnMap(position, status, category, changedAt) : null;
    }

    /** Municipalities and authorities 1763 and 0180, for the rows to lie in. */
    public static void addMunicipalities(EntityManager em) {
        for (String code : List.of("1763", "0180")) {
            em.createNativeQuery(
                            "insert into municipality (code, name, slug, county_code, county, lat, lon) values (?, ?, ?, '17', '', 59, 13)")
                    .setParameter(1, code)
                    .setParameter(2, code)
                    .setParameter(3, code)
                    .executeUpdate();
            em.createNativeQuery("insert into authority (code, kind, state, slug, name, changed_at, version)"
                            + " values (?, 'MUNICIPALITY', 'DEFAULT', ?, ?, '2026-01-01', 1)")
                    .setParameter(1, code)
                    .setParameter(2, code)
                    .setParameter(3, code)
                    .executeUpdate();
        }
    }

    public static void add(EntityManager em, ReportRow... rows) {
        addAll(em, List.of(rows));
    }

    public static void addAll(EntityManager em, List<ReportRow> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            insert(em, rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)));
        }
    }

    private static void insert(EntityManager em, List<ReportRow> rows) {
        String marks = "(" + String.join(", ", Collections.nCopies(16, "?"))
                + ", 'Eva Ek', 'eva@example.se', '0701234567', 0, 'sv', 'WEB', 1)";
        Query insert = em.createNativeQuery(
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility,"
                        + " listed, title, description, lat, lon, cell, address, submitted_at, confirmed_at, changed_at, reporter_name,"
                        + " reporter_email, reporter_phone, show_name, language, source, version) values "
                        + String.join(", ", Collections.nCopies(rows.size(), marks)));
        int next = 1;
        for (ReportRow row : rows) {
            for (Object value : row.values()) {
                insert.setParameter(next++, value);
            }
        }
        insert.executeUpdate();
    }

    private Object[] values() {
        return new Object[] {
            id,
            municipality,
            municipality,
            category,
            status.name(),
            visibility.name(),
            listed(),
            title,
            description,
            position.lat(),
            position.lon(),
            MapCell.at(position, MapCell.FINEST).number(),
            address,
            SqlTime.text(confirmedAt),
            status == ReportStatus.UNCONFIRMED ? null : SqlTime.text(confirmedAt),
            SqlTime.text(changedAt)
        };
    }
}

package se.fixamingata.it.outside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import se.fixamingata.shared.SecretToken;

/** A key of an authority's own system, put straight into the database. */
final class AccessKey {

    private static final String NAME = "Andras program";

    private AccessKey() {}

    /** The key as its holder knows it. */
    static String put(Connection database, String authority, String scopes) throws SQLException {
        SecretToken secret = SecretToken.random();
        String sql =
                "insert into api_key (id, authority_code, name, prefix, key_hash, scopes, extended, created_at, version)"
                        + " select coalesce(max(id), 0) + 9000001, ?, ?, ?, ?, ?, 0, utc_timestamp(6), 1 from api_key";
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            insert.setString(1, authority);
            insert.setString(2, NAME);
            insert.setString(3, "fmg_" + secret.text().substring(0, 6));
            insert.setBytes(4, secret.hash());
            insert.setString(5, scopes);
            insert.executeUpdate();
        }
        return "fmg_" + secret.text();
    }

    static void take(Connection database) throws SQLException {
        try (PreparedStatement delete = database.prepareStatement("delete from api_key where name = ?")) {
            delete.setString(1, NAME);
            delete.executeUpdate();
        }
    }
}

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Some public reports, the same each time: where people look. */
final class Samples {

    /** How many are drawn. */
    static final int SIZE = 400;

    private final List<Sample> drawn = new ArrayList<>();
    private final Random random = new Random();

    Samples(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id, lat, lon from report where listed = 1 order by rand(11) limit " + SIZE)) {
            while (rows.next()) {
                drawn.add(new Sample(rows.getLong(1), rows.getDouble(2), rows.getDouble(3)));
            }
        }
    }

    Sample get(int n) {
        return drawn.get(n % drawn.size());
    }

    Sample any() {
        return get(random.nextInt(drawn.size()));
    }

    record Sample(long id, double lat, double lon) {

        String tile(int zoom) {
            int side = 1 << zoom;
            double sin = Math.sin(Math.toRadians(lat));
            int x = (int) ((lon + 180) / 360 * side);
            int y = (int) ((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * side);
            return "/api/map/" + zoom + "/" + x + "/" + y + ".json";
        }
    }
}

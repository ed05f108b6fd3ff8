import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A file with as many reports as one may hold: how long it takes, and what the server needs for it. */
final class Export {

    /** No file of the server's holds more. */
    private static final int MOST = 100_000;

    private static final String LARGEST = "(select authority_code from membership where account_id = 1)";

    private final Site site;
    private final Connection database;
    private final Heap heap;
    private final int wanted;

    Export(Site site, Connection database, Heap heap, int wanted) {
        this.site = site;
        this.database = database;
        this.heap = heap;
        this.wanted = wanted;
    }

    static String name(int reports) {
        return String.format("Export of %,d rows", reports);
    }

    void measure() throws Exception {
        // No authority has that many: the others lend theirs, by the number of their municipality they get them back.
        try (Statement statement = database.createStatement()) {
            int missing = Math.max(0, wanted - own(statement));
            statement.executeUpdate("update report set authority_code = " + LARGEST + " where status <> 'UNCONFIRMED' and authority_code <> "
                    + LARGEST + " order by id limit " + missing);
            try {
                int rows = Math.min(MOST, own(statement));
                Desk desk = new Desk(site, database, 1);
                // The code is loaded and compiled before it counts.
                for (String format : new String[] {"csv", "xlsx"}) {
                    download(desk, format, "&category=playground");
                    measure(desk, format, rows);
                }
            } finally {
                giveBack(statement);
            }
        }
    }

    private static int own(Statement statement) throws SQLException {
        ResultSet own = statement.executeQuery("select count(*) from report where status <> 'UNCONFIRMED' and authority_code = " + LARGEST);
        own.next();
        return own.getInt(1);
    }

    private static void giveBack(Statement statement) throws SQLException {
        statement.executeUpdate("update report set authority_code = municipality_code where authority_code <> municipality_code");
    }

    private void measure(Desk desk, String format, int rows) throws Exception {
        long[] bytes = new long[1];
        long began = System.nanoTime();
        Heap.Use use = heap.during(() -> bytes[0] = download(desk, format, ""));
        Table.say("%s, %s: %.1f s, %,d bytes, %s.", name(rows), format.toUpperCase(), (System.nanoTime() - began) / 1e9, bytes[0], use);
    }

    private long download(Desk desk, String format, String filter) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.address("/handlaggning/export/" + format + "?status=all" + filter))
                .timeout(Duration.ofMinutes(5))
                .build();
        HttpResponse<InputStream> response = desk.browser().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            long bytes = body.transferTo(OutputStream.nullOutputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The export was answered with " + response.statusCode());
            }
            return bytes;
        }
    }
}

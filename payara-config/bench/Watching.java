import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What many subscriptions cost: how long until everybody whom a new report concerns has a mail planned, how many mails of a day are planned
 * in a second, and how many are written and sent.
 */
final class Watching {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int ROUNDS = 100;
    private static final int TIMES = 3;
    private static final int SECONDS = 30;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private final Connection database;
    private final Heap heap;
    private final Night night;
    private final int subscribers;

    Watching(Connection database, Heap heap, Night night, int subscribers) {
        this.database = database;
        this.heap = heap;
        this.night = night;
        this.subscribers = subscribers;
    }

    void measure() throws Exception {
        night.settle();
        clear();
        subscribe("AT_ONCE");
        matching();
        clear();
        subscribe("DAILY");
        digests();
        clear();
    }

    private void clear() throws SQLException {
        for (String table : new String[] {"notification", "digest", "digest_run", "area_told", "area_news", "subscription_cell", "subscription"}) {
            run("delete from " + table);
        }
    }

    /** As reports are spread: six in ten a municipality, two a category in it, two a circle of 500 m to 50 km around one. */
    private void subscribe(String frequency) throws SQLException {
        long first = block(subscribers);
        run("insert into subscription (id, kind, email, language, state, frequency, area, municipality_code, category_code, lat, lon, radius,"
                + " place, created_at, confirmed_at, news_from, version) select " + first + " + n, kind, concat('s', n, '@example.org'), 'sv',"
                + " 'ACTIVE', '" + frequency + "', case kind when 'MUNICIPALITY' then concat('m/', municipality_code)"
                + " when 'CATEGORY' then concat('c/', municipality_code, '/', category_code)"
                + " else concat('o/', cast(round(lat, 6) as decimal(9,6)), ',', cast(round(lon, 6) as decimal(9,6)), '/', metres) end,"
                + " if(kind = 'CIRCLE', null, municipality_code), if(kind = 'CATEGORY', category_code, null),"
                + " if(kind = 'CIRCLE', lat, null), if(kind = 'CIRCLE', lon, null), if(kind = 'CIRCLE', metres, null),"
                + " if(kind = 'CIRCLE', '', null), '2020-01-01', '2020-01-01', '2020-01-01', 1"
                + " from (select seq as n, elt(1 + floor(seq % 10 / 2), 'MUNICIPALITY', 'MUNICIPALITY', 'MUNICIPALITY', 'CATEGORY', 'CIRCLE')"
                + " as kind, elt(1 + crc32(seq) % 6, 500, 1000, 2000, 5000, 20000, 50000) as metres, r.municipality_code, r.category_code,"
                + " r.lat, r.lon from seq_1_to_" + subscribers + " straight_join report r on r.id = 1 + crc32(concat('r', seq)) % "
                + number("select max(id) from report") + ") some");
        cover();
        run("analyze table subscription, subscription_cell");
    }

    /** Each circle with the few cells of one zoom that its box touches, as the service stores it. */
    private void cover() throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select id, lat, lon, radius from subscription where kind = 'CIRCLE'")) {
            while (row.next()) {
                for (long cell : cells(row.getDouble(2), row.getDouble(3), row.getInt(4))) {
                    cells.add("(" + cell + "," + row.getLong(1) + ")");
                }
            }
        }
        for (int from = 0; from < cells.size(); from += 5_000) {
            run("insert into subscription_cell (cell, subscription_id) values "
                    + String.join(",", cells.subList(from, Math.min(cells.size(), from + 5_000))));
        }
    }

    private static long[] cells(double lat, double lon, int metres) {
        double north = metres / 111_195.0;
        double east = north / Math.cos(Math.toRadians(lat));
        for (int zoom = 18; ; zoom--) {
            int west = column(lon - east, zoom);
            int top = row(lat + north, zoom);
            int wide = column(lon + east, zoom) - west + 1;
            int high = row(lat - north, zoom) - top + 1;
            if (wide * high <= 16 || zoom == 6) {
                long[] cells = new long[wide * high];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = 1L << 2 * zoom | spread(west + i % wide) | spread(top + i / wide) << 1;
                }
                return cells;
            }
        }
    }

    private static int column(double lon, int zoom) {
        return (int) ((lon + 180) / 360 * (1 << zoom));
    }

    private static int row(double lat, int zoom) {
        double sin = Math.sin(Math.toRadians(lat));
        return (int) ((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * (1 << zoom));
    }

    private static long spread(int bits) {
        long spread = 0;
        for (int i = 0; i < 24; i++) {
            spread |= (long) (bits >> i & 1) << 2 * i;
        }
        return spread;
    }

    /** Where few watch, finding them is what takes time; where most do, planning their mails is. */
    private void matching() throws Exception {
        tell("desc", 1);
        double[] milliseconds = tell("asc", ROUNDS);
        long told = number("select count(distinct recipient) from notification");
        Arrays.sort(milliseconds);
        Table.say("One new report against %,d subscriptions, where fewest watch: median %.1f ms, 95 of 100 within %.1f ms, slowest %.1f ms until"
                + " all mails are planned; %d people were told of %d reports.", subscribers, milliseconds[ROUNDS / 2],
                milliseconds[ROUNDS * 95 / 100], milliseconds[ROUNDS - 1], told, ROUNDS);
        run("delete from area_told");
        run("delete from notification");
        double busiest = tell("desc", 1)[0];
        Table.say("The same where most watch: %,d mails planned in %.2f s.", number("select count(*) from notification"), busiest / 1_000);
    }

    /**
     * Tells of reports, one of each municipality, by how many watch it, one after the other.
     *
     * @return milliseconds for each
     */
    private double[] tell(String order, int reports) throws Exception {
        run("delete from area_news");
        long first = block(reports + 2);
        // The first is of a report that is not public: it is looked at, and nobody is told. When it is done the clock starts.
        run("insert into area_news (id, report_id, kind, at, state, municipality_code, category_code, lat, lon) select " + first
                + " + n, r.id, 'NEW', utc_timestamp(6) + interval n microsecond, 'DUE', r.municipality_code, r.category_code, r.lat, r.lon"
                + " from (select 0 as n, min(id) as id from report where listed = 0 and status = 'REPORTED' union all"
                + " select row_number() over (order by watching " + order + ", municipality_code), id from (select s.municipality_code,"
                + " count(*) as watching, (select min(r.id) from report r where r.municipality_code = s.municipality_code and r.listed = 1"
                + " and r.status = 'REPORTED') as id from subscription s where s.kind = 'MUNICIPALITY' group by s.municipality_code) m"
                + " where id is not null order by n limit " + (reports + 1) + ") some join report r on r.id = some.id");
        double[] milliseconds = new double[reports];
        long end = System.nanoTime() + PATIENCE;
        long last = 0;
        long done = 0;
        while (done <= reports) {
            long now = number("select count(*) from area_news where state = 'DONE'");
            long moment = System.nanoTime();
            for (long one = Math.max(done, 1); one < now; one++) {
                milliseconds[(int) one - 1] = (moment - last) / 1e6 / (now - done);
            }
            last = now > done ? moment : last;
            done = now;
            if (moment > end) {
                throw new IllegalStateException("Nobody was told of a new report within ten minutes");
            }
        }
        return milliseconds;
    }

    private void digests() throws Exception {
        Instant cutOff = LocalDate.now(SWEDEN).atStartOfDay(SWEDEN).toInstant();
        long first = block(4_000);
        run("insert into area_news (id, report_id, kind, at, state, municipality_code, category_code, lat, lon) select " + first
                + " + row_number() over (order by id desc), id, if(status = 'FIXED', 'FIXED', 'NEW'), '" + SQL.format(cutOff)
                + "' - interval (1 + id % 80000) second, 'DONE', municipality_code, category_code, lat, lon from report where listed = 1"
                + " and status in ('REPORTED', 'FIXED') order by id desc limit 2000");
        for (int time = 1; time <= TIMES; time++) {
            run("delete from notification");
            run("delete from digest");
            run("delete from digest_run");
            Night.Run[] run = new Night.Run[1];
            Heap.Use use = heap.during(() -> run[0] = night.next());
            if (run[0] == null || !run[0].isDone()) {
                Table.wrong("Job digests, run %d: %s", time, run[0] == null ? "not over in time" : run[0].status() + ": " + run[0].reason());
                return;
            }
            long planned = number("select count(*) from notification where kind = 'DIGEST'");
            Table.say("The mails of a day for %,d subscribers and 2,000 news, run %d: %.1f s for %,d addresses, %,d mails planned, %.0f addresses"
                    + " a second, %s.", subscribers, time, run[0].seconds(), run[0].read(), planned, run[0].read() / run[0].seconds(), use);
        }
        long sent = number("select count(*) from notification where state = 'SENT'");
        TimeUnit.SECONDS.sleep(SECONDS);
        Table.say("Mails of a day written and sent to a local mail server: %.1f a second.",
                (number("select count(*) from notification where state = 'SENT'") - sent) / (double) SECONDS);
    }

    /** The first of so many numbers that nobody else takes. */
    private long block(int many) throws SQLException {
        long first = number("select nextval(inner_number)");
        run("do setval(inner_number, " + (first + many + 1_000) + ")");
        return first;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}

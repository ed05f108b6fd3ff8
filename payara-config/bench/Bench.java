import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The benchmark's client, for {@code bench.sh}: asks as many browsers would, takes mail as a mail server would, prints the table. Speaks to
 * 127.0.0.1 alone. Arguments: base URL, JDBC URL, port for the mail server.
 */
public class Bench {

    private static final Duration MEASURED = Duration.ofSeconds(4);
    private static final Duration WARMED = Duration.ofSeconds(3);
    private static final int MOST_REQUESTS = 2_000;
    private static final int SAMPLES = 400;
    private static final String RECIPIENT = "mottagare@example.org";
    /** Only what has this in its name, for looking at one thing. */
    private static final String ONLY = System.getProperty("only", "");

    private static final String[] FILTERS = {
        "category=lighting", "assignee=me", "priority=high,urgent", "due=passed", "flag=new", "status=all&category=graffiti,litter", "flag=news&status=all",
        "age=newer-30", "flag=undelivered", "box=59.30,18.00,59.34,18.10", "assignee=nobody&sort=-changed", "sort=expected", "status=all&sort=category", ""
    };
    private static final String[] SEARCHES = {"65340", "Forshaga", "Stockholm", "Karlst", "653 40", "Umeå", "Kiruna", "59.38, 13.50", "Lund"};

    private final String base;
    private final Connection database;
    private final List<Sample> samples = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();

    private Bench(String base, Connection database) {
        this.base = base;
        this.database = database;
    }

    /** A public report: where people look. */
    private record Sample(long id, double lat, double lon) {

        String tile(int zoom) {
            int side = 1 << zoom;
            double sin = Math.sin(Math.toRadians(lat));
            int x = (int) ((lon + 180) / 360 * side);
            int y = (int) ((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * side);
            return "/api/map/" + zoom + "/" + x + "/" + y + ".json";
        }
    }

    private record Asked(String path, String tag, Desk desk, String form) {

        Asked(String path, String tag) {
            this(path, tag, null, null);
        }

        /** Some of the reports lie in the water outside a coastal town, where no municipality is: that is an answer too. */
        boolean isAnswer(int status, int length) {
            // An expired page is told in a few words, well-formed and with 200.
            if (form != null && length < 2_000) {
                return false;
            }
            return status == (tag == null ? 200 : 304) || status == 404 && path.startsWith("/api/municipality");
        }
    }

    private record Row(String name, Figures one, Figures eight) {}

    private record Figures(double p50, double p95, double perSecond, long bytes, int failures) {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        try (Connection database = DriverManager.getConnection(arguments[1]);
                MailSink mail = new MailSink(Integer.parseInt(arguments[2]))) {
            Bench bench = new Bench(arguments[0], database);
            bench.drawSamples();
            bench.pages();
            if (ONLY.isEmpty()) {
                bench.sending(mail);
            }
        }
        System.exit(0);
    }

    private void drawSamples() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id, lat, lon from report where listed = 1 order by rand(11) limit " + SAMPLES)) {
            while (rows.next()) {
                samples.add(new Sample(rows.getLong(1), rows.getDouble(2), rows.getDouble(3)));
            }
        }
    }

    private Sample sample(int n) {
        return samples.get(n % samples.size());
    }

    private void pages() throws Exception {
        Map<String, IntFunction<Asked>> questions = questions();
        questions.keySet().removeIf(name -> !name.contains(ONLY));
        // All of them, in turn, twice: the compiler behind the server needs thousands of calls, and those of one page help the next.
        for (int round = 0; round < 2; round++) {
            for (IntFunction<Asked> requests : questions.values()) {
                run(requests, 4, WARMED);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, IntFunction<Asked>> question : questions.entrySet()) {
            rows.add(measure(question.getKey(), question.getValue()));
        }
        print(rows);
    }

    private Map<String, IntFunction<Asked>> questions() throws Exception {
        String since = "?since=" + java.time.LocalDate.now().minusMonths(6);
        Map<String, IntFunction<Asked>> questions = new LinkedHashMap<>();
        questions.put("Start page `/`", n -> new Asked("/", null));
        for (int zoom : new int[] {15, 10, 5}) {
            questions.put("Map tile z " + zoom, n -> new Asked(sample(n).tile(zoom), null));
            questions.put("Map tile z " + zoom + ", last 6 months", n -> new Asked(sample(n).tile(zoom) + since, null));
            List<Asked> known = known(zoom);
            questions.put("Map tile z " + zoom + ", not modified", n -> known.get(n % known.size()));
        }
        questions.put("`/karta` list page", n -> new Asked(
                String.format("/karta?lat=%.5f&lon=%.5f&z=14", sample(n).lat, sample(n).lon), null));
        questions.put("Report page", n -> new Asked("/rapport/" + sample(n).id, null));
        questions.put("Place search", n -> new Asked("/api/places?q="
                + URLEncoder.encode(SEARCHES[n % SEARCHES.length], StandardCharsets.UTF_8), null));
        questions.put("Municipality of a point", n -> new Asked(
                String.format("/api/municipality?lat=%.6f&lon=%.6f", sample(n).lat, sample(n).lon), null));
        addDesk(questions);
        return questions;
    }

    private static void print(List<Row> rows) {
        System.out.println("| what | p50 ms, 1 conn. | p95 ms | requests/s | p50 ms, 8 conn. | p95 ms | requests/s | bytes |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (Row row : rows) {
            int failures = row.one.failures + row.eight.failures;
            System.out.printf("| %s | %.1f | %.1f | %.0f | %.1f | %.1f | %.0f | %,d |%s%n",
                    row.name, row.one.p50, row.one.p95, row.one.perSecond, row.eight.p50, row.eight.p95,
                    row.eight.perSecond, row.one.bytes, failures == 0 ? "" : " **" + failures + " failed**");
        }
    }

    /** Tiles that the browser has, with the tags it was given. */
    private List<Asked> known(int zoom) throws Exception {
        List<Asked> known = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            String path = sample(n).tile(zoom);
            HttpResponse<byte[]> response = ask(new Asked(path, null));
            known.add(new Asked(path, response.headers().firstValue("ETag").orElse("\"none\"")));
        }
        return known;
    }

    private Row measure(String name, IntFunction<Asked> requests) throws Exception {
        run(requests, 1, Duration.ofSeconds(1));
        Figures one = run(requests, 1, MEASURED);
        run(requests, 8, Duration.ofSeconds(1));
        return new Row(name, one, run(requests, 8, MEASURED));
    }

    private Figures run(IntFunction<Asked> requests, int connections, Duration time) throws Exception {
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        CountDownLatch done = new CountDownLatch(connections);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (int c = 0; c < connections; c++) {
            new Thread(() -> {
                try {
                    for (int n = next.getAndIncrement(); n < MOST_REQUESTS && System.nanoTime() < end; n = next.getAndIncrement()) {
                        Asked asked = requests.apply(n);
                        long before = System.nanoTime();
                        HttpResponse<byte[]> response = ask(asked);
                        times.add(System.nanoTime() - before);
                        bytes.addAndGet(response.body().length);
                        if (!asked.isAnswer(response.statusCode(), response.body().length)) {
                            failures.incrementAndGet();
                        }
                    }
                } catch (IOException | InterruptedException lost) {
                    failures.incrementAndGet();
                } finally {
                    done.countDown();
                }
            }).start();
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return new Figures(Double.NaN, Double.NaN, 0, 0, failures.get());
        }
        return new Figures(
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.95)] / 1e6,
                sorted.length / seconds,
                bytes.get() / sorted.length,
                failures.get());
    }

    private HttpResponse<byte[]> ask(Asked asked) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + asked.path)).timeout(Duration.ofSeconds(30));
        if (asked.tag != null) {
            request.header("If-None-Match", asked.tag);
        }
        if (asked.form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").header("Faces-Request", "partial/ajax").header("Origin", base)
                    .POST(HttpRequest.BodyPublishers.ofString(asked.form));
        }
        return (asked.desk == null ? http : asked.desk.browser).send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A caseworker's browser with the inbox open: signed in by a row, since a password costs what it is meant to cost. */
    private final class Desk {

        private final HttpClient browser;
        private String form;

        Desk(long accountId) throws Exception {
            byte[] bits = new byte[32];
            new SecureRandom().nextBytes(bits);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            try (PreparedStatement session = database.prepareStatement("insert into account_session (id, account_id, token_hash, browser,"
                    + " created_at, last_seen_at, expires_at) values (next value for inner_number, ?, ?, 'Bench', utc_timestamp(6),"
                    + " utc_timestamp(6), utc_timestamp(6) + interval 1 day)")) {
                session.setLong(1, accountId);
                session.setBytes(2, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
                session.executeUpdate();
            }
            CookieManager cookies = new CookieManager();
            HttpCookie cookie = new HttpCookie("fmg_session", token);
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(URI.create(base), cookie);
            browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
        }

        /** What the filter row sends when the filter becomes that. */
        Asked filter(String query) {
            try {
                if (form == null) {
                    String page = new String(ask(new Asked("/handlaggning?status=all", null, this, null)).body(), StandardCharsets.UTF_8);
                    form = "jakarta.faces.partial.ajax=true&list=list&fmg_csrf=" + encode(found("name=\"fmg_csrf\" value=\"([^\"]+)\"", page))
                            + "&jakarta.faces.ViewState=" + encode(found("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"", page))
                            + remoteCommand(page);
                }
                return new Asked("/handlaggning/inkorg", null, this, form + "&query=" + encode(query));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private String remoteCommand(String page) {
            String command = found("inboxShow\\s*=\\s*function\\([^)]*\\)\\s*\\{(.*?)\\}\\s*;?\\s*\\n?", page);
            String source = encode(found("s:\"([^\"]+)\"", command));
            return "&jakarta.faces.source=" + source + "&jakarta.faces.partial.execute=" + encode(found("p:\"([^\"]+)\"", command))
                    + "&jakarta.faces.partial.render=" + encode(found("u:\"([^\"]+)\"", command).replace(',', ' ')) + "&" + source + "=" + source;
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static String found(String pattern, String text) {
            Matcher match = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
            if (!match.find()) {
                throw new IllegalStateException("The inbox has no " + pattern);
            }
            return match.group(1);
        }
    }

    private ThreadLocal<Desk> desks() throws Exception {
        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            desks.add(new Desk(1 + i));
        }
        AtomicInteger threads = new AtomicInteger();
        return ThreadLocal.withInitial(() -> desks.get(threads.getAndIncrement() % desks.size()));
    }

    /** The largest authority's caseworker, on as many browsers as there are connections. */
    private void addDesk(Map<String, IntFunction<Asked>> questions) throws Exception {
        ThreadLocal<Desk> mine = desks();
        ThreadLocal<Desk> filtering = desks();
        questions.put("Inbox page `/handlaggning`, 13,000 open", n -> new Asked("/handlaggning?page=" + (1 + n % 20), null, mine.get(), null));
        questions.put("Inbox page, all 50,000, most urgent first", n -> new Asked("/handlaggning?status=all&sort=-priority", null, mine.get(), null));
        // Each on a page of its own that stays open: a person's session remembers twelve.
        questions.put("Inbox: filter changed", n -> filtering.get().filter(FILTERS[n % FILTERS.length]));
        questions.put("Inbox: words searched", n -> filtering.get().filter("text=" + (n % 2 == 0 ? "lykta" : "tunnel")));
        questions.put("Inbox: pins of the map", n -> new Asked("/handlaggning/nalar?z=11&sikt=59.2,17.8,59.5,18.3", null, mine.get(), null));
        List<Long> own = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select r.id from report r join membership m on m.authority_code = r.authority_code"
                        + " and m.account_id = 1 where r.status <> 'UNCONFIRMED' order by rand(11) limit " + SAMPLES)) {
            while (rows.next()) {
                own.add(rows.getLong(1));
            }
        }
        questions.put("One report `/handlaggning/rapport/{id}`", n -> new Asked("/handlaggning/rapport/" + own.get(n % own.size()), null, mine.get(), null));
        questions.put("Start page of the back office", n -> new Asked("/handlaggning/start", null, mine.get(), null));
    }

    private void sending(MailSink mail) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            String token = unconfirmedReport();
            mail.accepted.clear();
            long pressed = confirm(token);
            Long accepted = mail.accepted.poll(60, TimeUnit.SECONDS);
            if (accepted == null) {
                System.out.println("\n**No mail within 60 s of a confirmation.**");
                return;
            }
            // The first two warm the way up.
            if (i > 1) {
                seconds.add((accepted - pressed) / 1e9);
            }
        }
        seconds.sort(null);
        System.out.printf("%nConfirmation (button pressed) to the mail server's acceptance, %d reports one by one: median %.2f s, slowest %.2f s.%n",
                seconds.size(), seconds.get(seconds.size() / 2), seconds.get(seconds.size() - 1));
        int due = dueDeliveries(500);
        mail.accepted.clear();
        confirm(unconfirmedReport());
        Long first = mail.accepted.poll(60, TimeUnit.SECONDS);
        Long last = first;
        for (int i = 0; i < due && last != null; i++) {
            last = mail.accepted.poll(60, TimeUnit.SECONDS);
        }
        System.out.println(last == null
                ? "**Not all of " + due + " due deliveries arrived within a minute of each other.**"
                : String.format("Deliveries with a local mail server, %d due at once: %.0f a second (each followed by a mail to its reporter).",
                        due, due * 1e9 / (last - first)));
    }

    /** A report that waits for its confirmation, and the token of its link. */
    private String unconfirmedReport() throws Exception {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        try (Statement statement = database.createStatement()) {
            ResultSet number = statement.executeQuery("select nextval(report_number)");
            number.next();
            long id = number.getLong(1);
            statement.executeUpdate("insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed,"
                    + " title, description, lat, lon, cell, address, reporter_name, reporter_email, show_name, language, source,"
                    + " submitted_at, changed_at, version) select " + id + ", municipality_code, authority_code, category_code,"
                    + " 'UNCONFIRMED', 'PUBLIC', 0, title, description, lat, lon, cell, address, reporter_name, reporter_email, 0, 'sv',"
                    + " 'WEB', utc_timestamp(6), utc_timestamp(6), 1 from report where id = " + sample(new Random().nextInt(SAMPLES)).id);
            try (PreparedStatement link = database.prepareStatement("insert into secret_link (token_hash, purpose, report_id, created_at,"
                    + " expires_at) values (?, 'CONFIRM_REPORT', ?, utc_timestamp(6), utc_timestamp(6) + interval 1 day)")) {
                link.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
                link.setLong(2, id);
                link.executeUpdate();
            }
        }
        return token;
    }

    /** Opens the link, presses its button; when it was pressed. */
    private long confirm(String token) throws Exception {
        HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
        URI address = URI.create(base + "/bekrafta/" + token);
        String page = browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
        Matcher field = Pattern.compile("name=\"fmg_csrf\" value=\"([^\"]+)\"").matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("The confirmation page has no button");
        }
        String form = "fmg_csrf=" + URLEncoder.encode(field.group(1), StandardCharsets.UTF_8);
        HttpRequest press = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        long pressed = System.nanoTime();
        int status = browser.send(press, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 400) {
            throw new IllegalStateException("The confirmation was answered with " + status);
        }
        return pressed;
    }

    private int dueDeliveries(int number) throws SQLException {
        try (Statement statement = database.createStatement()) {
            ResultSet block = statement.executeQuery("select nextval(inner_number)");
            block.next();
            long first = block.getLong(1) - 499;
            return statement.executeUpdate("insert into delivery (id, report_id, authority_code, channel, recipient, state, attempts,"
                    + " created_at, next_attempt_at, message_id, version) select " + first + " + row_number() over (order by id), id,"
                    + " authority_code, 'MAIL', '" + RECIPIENT + "', 'DUE', 0, utc_timestamp(6), utc_timestamp(6),"
                    + " concat('<bench-', uuid(), '@example.org>'), 1 from report where listed = 1 and status = 'REPORTED' order by id desc limit "
                    + (number - 1));
        }
    }

    /** A mail server that takes everything and keeps nothing but when it said yes to a mail for the municipality. */
    private static final class MailSink implements AutoCloseable {

        private final ServerSocket socket;
        private final BlockingQueue<Long> accepted = new LinkedBlockingQueue<>();

        MailSink(int port) throws IOException {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            Thread listener = new Thread(this::listen);
            listener.setDaemon(true);
            listener.start();
        }

        private void listen() {
            while (!socket.isClosed()) {
                try {
                    Socket caller = socket.accept();
                    Thread talk = new Thread(() -> talk(caller));
                    talk.setDaemon(true);
                    talk.start();
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void talk(Socket caller) {
            try (caller;
                    BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
                    OutputStream out = caller.getOutputStream()) {
                say(out, "220 bench");
                boolean forMunicipality = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String command = line.toUpperCase(Locale.ROOT);
                    if (command.startsWith("EHLO")) {
                        say(out, "250-bench\r\n250-8BITMIME\r\n250 SMTPUTF8");
                    } else if (command.startsWith("MAIL")) {
                        forMunicipality = false;
                        say(out, "250 ok");
                    } else if (command.startsWith("RCPT")) {
                        forMunicipality |= line.contains(RECIPIENT);
                        say(out, "250 ok");
                    } else if (command.startsWith("DATA")) {
                        say(out, "354 go on");
                        for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                            continue;
                        }
                        say(out, "250 taken");
                        if (forMunicipality) {
                            accepted.add(System.nanoTime());
                        }
                    } else if (command.startsWith("QUIT")) {
                        say(out, "221 bye");
                        return;
                    } else {
                        say(out, "250 ok");
                    }
                }
            } catch (IOException lost) {
                System.err.println("A mail conversation broke off: " + lost.getMessage());
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

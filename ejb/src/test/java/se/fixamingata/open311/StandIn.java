package se.fixamingata.open311;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Stands in for a municipality's Open311 server, stricter than any real one: what the specification does not allow is answered with 400
 * and an explanation. On bad days it behaves as real ones have ({@link StandInDay}).
 *
 * <p>It lives at {@link #url()}, wants {@link #KEY} for everything that is posted, speaks XML and JSON, knows mySociety's updates, and
 * keeps what it knows in {@link #book()}. Only this machine reaches it.
 */
public final class StandIn implements AutoCloseable {

    public static final String KEY = "nyckel&med=tecken";
    public static final String BASE = "/open311/v2";

    private static final int HUGE_MEGABYTES = 100;
    /** A call as it came. */
    public record Call(String method, String path, Map<String, List<String>> arguments) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Call> calls = new ArrayList<>();
    private final StandInBook book;
    private final StandInPosts posts;
    private final StandInReads reads;
    private volatile StandInDay day = StandInDay.NORMAL;
    private volatile String refusal = "position is outside";
    private volatile String elsewhere = "";
    private volatile int elsewhereStatus = 302;
    private volatile boolean redirectsOnce;
    private volatile String jurisdiction = "";
    private volatile Runnable onCall = () -> {};

    /** @param clock its own; it may go wrong */
    public StandIn(Clock clock) {
        this(clock, 0);
    }

    /** @param port of one that was there before, for a server that comes back */
    public StandIn(Clock clock, int port) {
        this(clock, port, null);
    }

    /** One that speaks TLS, with a certificate that nobody vouches for. */
    public static StandIn selfSigned(Clock clock) {
        return new StandIn(clock, 0, StandInCertificate.selfSigned());
    }

    private StandIn(Clock clock, int port, SSLContext encrypted) {
        book = new StandInBook(clock);
        posts = new StandInPosts(book);
        reads = new StandInReads(book, posts);
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            server = encrypted == null ? HttpServer.create(address, 0) : encrypted(address, encrypted);
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static HttpServer encrypted(InetSocketAddress address, SSLContext context) throws IOException {
        HttpsServer made = HttpsServer.create(address, 0);
        made.setHttpsConfigurator(new HttpsConfigurator(context));
        return made;
    }

    public String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://localhost:" + port() + BASE;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public StandInBook book() {
        return book;
    }

    public void day(StandInDay kind) {
        day = kind;
    }

    /** @param status 301, 302, … */
    public void redirectingTo(int status, String address) {
        elsewhere = address;
        elsewhereStatus = status;
        redirectsOnce = false;
        day = StandInDay.REDIRECT;
    }

    /** As {@link #redirectingTo}, but the next call only. */
    public void redirectingOnceTo(int status, String address) {
        redirectingTo(status, address);
        redirectsOnce = true;
    }

    /** It shows so many of a list, the newest, and says nothing of the others; 0 for all. Without dates it turns pages. */
    public void pages(int size) {
        reads.pages(size);
    }

    /** What is posted is answered with 400 and those words. */
    public void refusingWith(String words) {
        refusal = words;
        day = StandInDay.REFUSES;
    }

    /** It takes no dates, as some do not. */
    public void dateless() {
        reads.dateless();
    }

    /** It serves several cities, and wants to be told that one. */
    public void wanting(String jurisdictionId) {
        jurisdiction = jurisdictionId;
    }

    /** Every call since the last time somebody asked. */
    public synchronized List<Call> calls() {
        List<Call> all = List.copyOf(calls);
        calls.clear();
        return all;
    }

    /** Whatever is asked, that happens first. */
    public void onCall(Runnable work) {
        onCall = work;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> arguments =
                    decoded(exchange.getRequestURI().getRawQuery());
            boolean posting = "POST".equals(exchange.getRequestMethod());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (posting) {
                decoded(body).forEach((name, values) -> arguments
                        .computeIfAbsent(name, any -> new ArrayList<>())
                        .addAll(values));
            }
            String path = exchange.getRequestURI().getRawPath();
            onCall.run();
            synchronized (this) {
                calls.add(new Call(exchange.getRequestMethod(), path, arguments));
            }
            if (!badDay(exchange, posting)) {
                answer(exchange, path, arguments, posting);
            }
        }
    }

    /** @return whether that was all */
    private boolean badDay(HttpExchange exchange, boolean posting) throws IOException {
        switch (day) {
            case DOWN -> send(exchange, 503, "text/html", "<html><body>Service Unavailable</body></html>");
            case PAGE -> send(exchange, 200, "text/html", "<!DOCTYPE html><html><body>Logga in</body></html>");
            case BOMB -> send(exchange, 200, "text/xml", bomb());
            case ERROR_WITH_200 ->
                send(
                        exchange,
                        200,
                        "text/xml",
                        "<errors><error><code>400</code><description>Fel adress anna@example.com</description></error></errors>");
            case REDIRECT -> {
                if (redirectsOnce) {
                    day = StandInDay.NORMAL;
                }
                exchange.getResponseHeaders().set("Location", elsewhere);
                exchange.sendResponseHeaders(elsewhereStatus, -1);
            }
            case HUGE -> flood(exchange, HUGE_MEGABYTES * 1024, 1024, 0);
            case DRIP -> flood(exchange, Integer.MAX_VALUE, 1, 20);
            case REFUSES -> {
                if (!posting) {
                    return false;
                }
                send(exchange, 400, "text/xml", posts.error(400, refusal).xml());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void flood(HttpExchange exchange, int pieces, int bytes, int pause) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] piece = " ".repeat(bytes).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < pieces && !closed.await(pause, TimeUnit.MILLISECONDS); i++) {
                out.write(piece);
                out.flush();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String bomb() {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        return laughs.append("]><service_requests><request><service_request_id>&a29;</service_request_id>"
                        + "</request></service_requests>")
                .toString();
    }

    private void answer(HttpExchange exchange, String path, Map<String, List<String>> arguments, boolean posting)
            throws IOException {
        int dot = path.lastIndexOf('.');
        String resource = path.startsWith(BASE + "/") && dot > 0 ? path.substring(BASE.length() + 1, dot) : "";
        boolean json = path.endsWith(".json");
        StandInReply reply = complaint(exchange, arguments, posting)
                .orElseGet(() -> posting ? posts.take(resource, arguments, day) : reads.answer(resource, arguments));
        if (reply.hangsUp()) {
            return;
        }
        if (reply.page() != null) {
            send(exchange, reply.status(), "text/html", reply.page());
        } else if (reply.document() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
        } else {
            send(
                    exchange,
                    reply.status(),
                    json ? "application/json; charset=utf-8" : "text/xml; charset=utf-8",
                    json ? reply.document().json() : reply.document().xml());
        }
    }

    private Optional<StandInReply> complaint(
            HttpExchange exchange, Map<String, List<String>> arguments, boolean posting) {
        for (Map.Entry<String, List<String>> one : arguments.entrySet()) {
            if (one.getValue().stream().anyMatch(String::isBlank)) {
                return Optional.of(posts.refused(400, one.getKey() + " is blank"));
            }
        }
        String encodings = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (encodings != null && encodings.contains("deflate")) {
            return Optional.of(posts.refused(500, "Cannot deflate"));
        }
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (posting && !"application/x-www-form-urlencoded; charset=utf-8".equalsIgnoreCase(type)) {
            return Optional.of(posts.refused(400, "Content-Type " + type));
        }
        List<String> told = arguments.getOrDefault("jurisdiction_id", List.of(""));
        if (!told.get(0).equals(jurisdiction)) {
            return Optional.of(posts.refused(jurisdiction.isEmpty() ? 400 : 404, "jurisdiction_id " + told));
        }
        return posting && !arguments.getOrDefault("api_key", List.of("")).equals(List.of(KEY))
                ? Optional.of(posts.refused(403, "api_key"))
                : Optional.empty();
    }

    static Map<String, List<String>> decoded(String form) {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        if (form == null || form.isEmpty()) {
            return arguments;
        }
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            arguments
                    .computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), any -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return arguments;
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}

package se.fixamingata.geography;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import se.fixamingata.settings.ServiceSettings;

/**
 * A Nominatim on this machine that insists on the usage policy: an agent with a contact, known parameters only, Sweden only, and no
 * two requests closer together than allowed. What it objects to it remembers, besides answering 400, 403 or 429.
 */
final class StrictNominatim implements AutoCloseable {

    /** How it answers what it does not object to. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    static final String ADDRESS =
            """
            {"lat":"59.5301","lon":"13.4802","name":"","address":{"house_number":"5","road":"Storgatan","town":"Forshaga",
             "municipality":"Forshaga kommun","county":"Värmlands län","country_code":"se"}}""";

    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "/search", List.of("addressdetails", "countrycodes", "format", "limit", "q"),
            "/reverse", List.of("addressdetails", "format", "lat", "lon", "zoom"));

    /** A request that was sent in time may be read late on a busy machine, so that the next one seems early. */
    private static final Duration LENIENCE = Duration.ofMillis(250);

    final List<String> questions = new CopyOnWriteArrayList<>();
    final List<String> objections = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Duration interval;
    private volatile Behaviour behaviour = exchange -> json(exchange, "[" + ADDRESS + "]");
    private long last;

    StrictNominatim(Duration interval) throws IOException {
        this.interval = interval;
        this.last = System.nanoTime() - interval.toNanos();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A client of ours that asks here, as the program would make it. */
    Nominatim client(Duration timeout) {
        return new Nominatim(new NominatimSettings(
                java.util.Optional.of(address()),
                timeout,
                interval,
                new ServiceSettings("https://fixamingata.example", "drift@fixamingata.example", false)));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    StrictNominatim answering(Behaviour behaviour) {
        this.behaviour = behaviour;
        return this;
    }

    StrictNominatim answering(int status, String body) {
        return answering(exchange -> send(exchange, status, body));
    }

    /** Begins an answer and never ends it. */
    StrictNominatim dripping() {
        return answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });
    }

    /** Takes the request and says nothing. */
    StrictNominatim silent() {
        return answering(exchange -> waitForTheEnd());
    }

    /** Sends without end. */
    StrictNominatim endless() {
        return answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "[{},".repeat(4_096).getBytes(StandardCharsets.UTF_8);
            try (OutputStream body = exchange.getResponseBody()) {
                while (closing.getCount() > 0) {
                    body.write(block);
                }
            }
        });
    }

    private void waitForTheEnd() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        questions.add(exchange.getRequestURI().toString());
        String objection = objection(exchange);
        if (objection.isEmpty()) {
            behaviour.answer(exchange);
        } else {
            objections.add(objection);
            send(exchange, objection.startsWith("too soon") ? 429 : 400, objection);
        }
    }

    private synchronized String objection(HttpExchange exchange) {
        long now = System.nanoTime();
        boolean tooSoon = now - last < interval.minus(LENIENCE).toNanos();
        last = now;
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        List<String> expected = PARAMETERS.get(exchange.getRequestURI().getPath());
        if (tooSoon) {
            return "too soon after the last request";
        }
        if (agent == null
                || !agent.matches(
                        "FixaMinGata/\\S+ \\(\\+https://fixamingata\\.example; drift@fixamingata\\.example\\)")) {
            return "no agent with a contact: " + agent;
        }
        if (expected == null || !List.copyOf(parameters.keySet()).equals(expected)) {
            return "unknown or missing parameters: " + exchange.getRequestURI();
        }
        boolean forms = parameters.get("format").equals("jsonv2")
                && parameters.get("addressdetails").equals("1");
        boolean bounded = parameters.getOrDefault("limit", "1").matches("[1-9]|10");
        return forms && bounded && parameters.getOrDefault("countrycodes", "se").equals("se")
                ? ""
                : "not allowed: " + parameters;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        boolean list = exchange.getRequestURI().getPath().equals("/search");
        send(exchange, 200, list ? body : body.substring(1, body.length() - 1));
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

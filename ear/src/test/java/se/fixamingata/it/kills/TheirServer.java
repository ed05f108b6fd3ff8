package se.fixamingata.it.kills;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A municipality's Open311 server that keeps what it gets: every request, also one that it has got before. */
final class TheirServer implements AutoCloseable {

    private static final Pattern FIELD = Pattern.compile("(?:^|&)(description|lat|long)=([^&]*)");
    private static final Pattern PAGE = Pattern.compile("/rapport/(\\d+)");

    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Runnable afterEach;

    /** @param afterEach run when a request is kept and not yet answered */
    TheirServer(Runnable afterEach) {
        this.afterEach = afterEach;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/requests.json", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The numbers of our reports, as often as they came. */
    List<Long> reports() {
        return requests.stream()
                .map(request -> PAGE.matcher(request.get("description")))
                .filter(Matcher::find)
                .map(page -> Long.valueOf(page.group(1)))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = exchange.getRequestMethod().equals("POST")
                    ? kept(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII))
                    : list();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String kept(String form) {
        Map<String, String> request = FIELD.matcher(form)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> URLDecoder.decode(found.group(2), StandardCharsets.UTF_8)));
        int number;
        synchronized (requests) {
            requests.add(request);
            number = requests.size();
        }
        afterEach.run();
        return "[{\"service_request_id\":\"" + number + "\"}]";
    }

    /** The newest first, no more than the specification allows. */
    private String list() {
        List<Map<String, String>> all = List.copyOf(requests);
        return IntStream.range(0, Math.min(1000, all.size()))
                .map(i -> all.size() - 1 - i)
                .mapToObj(i -> one(i + 1, all.get(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String one(int number, Map<String, String> request) {
        return "{\"service_request_id\":\"" + number
                + "\",\"status\":\"open\",\"service_code\":\"lamp\",\"description\":\""
                + request.get("description")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "")
                + "\",\"requested_datetime\":\"" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\",\"lat\":"
                + request.get("lat") + ",\"long\":" + request.get("long") + "}";
    }
}

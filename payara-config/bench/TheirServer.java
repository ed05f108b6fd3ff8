import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A municipality's Open311 server that is strict about what it gets, answers at once, and keeps nothing but when it did. */
final class TheirServer implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Long> accepted = new LinkedBlockingQueue<>();
    private final Map<String, Boolean> descriptions = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();

    TheirServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/requests.json", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** By {@link System#nanoTime()}: requests that it has taken. */
    BlockingQueue<Long> accepted() {
        return accepted;
    }

    /** Requests that were not as the specification says, or came twice. */
    int refused() {
        return refused.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            boolean good = exchange.getRequestMethod().equals("POST")
                    && String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")).startsWith("application/x-www-form-urlencoded")
                    && "lamp".equals(form.get("service_code"))
                    && isDegrees(form.get("lat"))
                    && isDegrees(form.get("long"))
                    && descriptions.put(String.valueOf(form.get("description")), true) == null;
            byte[] body = (good ? "[{\"service_request_id\":\"" + numbers.incrementAndGet() + "\"}]" : "[{\"code\":400,\"description\":\"no\"}]")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(good ? 200 : 400, body.length);
            exchange.getResponseBody().write(body);
            if (good) {
                accepted.add(System.nanoTime());
            } else {
                refused.incrementAndGet();
            }
        }
    }

    private static boolean isDegrees(String text) {
        return text != null && text.matches("-?\\d{1,3}\\.\\d+");
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (first, second) -> first));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

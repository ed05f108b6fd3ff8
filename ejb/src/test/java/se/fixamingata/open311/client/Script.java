package se.fixamingata.open311.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server that answers word for word what a test has written down, as odd as real ones; 404 for everything else. */
public final class Script implements AutoCloseable {

    private record Reply(int status, String type, String body) {}

    private final HttpServer server;
    private final Map<String, Reply> replies = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    public Script() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                String address = exchange.getRequestURI().toString();
                Reply reply;
                synchronized (this) {
                    asked.add(address);
                    reply = replies.entrySet().stream()
                            .filter(one -> address.startsWith(one.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(new Reply(404, "text/plain", "Not found"));
                }
                byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", reply.type());
                exchange.sendResponseHeaders(reply.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on it answers that to addresses that begin so; the first rule that was ever given wins. */
    public synchronized void says(String address, int status, String type, String body) {
        replies.put(address, new Reply(status, type, body));
    }

    public void says(String address, String xml) {
        says(address, 200, "text/xml", xml);
    }

    /** What it was asked since somebody last looked. */
    public synchronized List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The demonstration's municipality: a case system of its own with a strict Open311 server, and a page that shows what it has got and
 * lets one answer.
 *
 * <p>{@code java -cp CLASSES CaseSystem PORT DIRECTORY}. Listens on 127.0.0.1 alone.
 */
final class CaseSystem {

    /** Worth nothing outside a demonstration. */
    static final String KEY = "nyckel-till-demonstrationen";

    /** The attribute that takes the sender's number. */
    static final String OWN_ID = "fixamingata_id";

    private static final String BASE = "/open311/v2/";
    private static final int LARGEST = 1_000_000;

    private final Book book;
    private final Resources resources;

    private CaseSystem(int port, Path directory) throws IOException {
        book = new Book(Files.createDirectories(directory).resolve("arenden"));
        resources = new Resources(book, "http://localhost:" + port + "/open311/v2");
    }

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        CaseSystem system = new CaseSystem(port, Path.of(arguments[1]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", system::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
            boolean posting = exchange.getRequestMethod().equals("POST");
            Map<String, String> told = decoded(exchange.getRequestURI().getRawQuery());
            told.putAll(posting ? decoded(new String(body, StandardCharsets.UTF_8)) : Map.of());
            if (path.startsWith(BASE)) {
                open311(exchange, path.substring(BASE.length()), posting, told);
            } else if (path.equals("/arende") && posting) {
                answered(exchange, told);
            } else if (path.equals("/stil.css")) {
                send(exchange, 200, "text/css", Page.STYLE);
            } else if (path.equals("/")) {
                send(exchange, 200, "text/html", Page.of(book.cases(), book.words()));
            } else {
                send(exchange, 404, "text/plain", "Finns inte");
            }
        } catch (RuntimeException wrong) {
            wrong.printStackTrace();
            throw wrong;
        }
    }

    private void open311(HttpExchange exchange, String resource, boolean posting, Map<String, String> told)
            throws IOException {
        int dot = resource.lastIndexOf('.');
        boolean json = resource.endsWith(".json");
        if (!json && !resource.endsWith(".xml")) {
            answer(exchange, 404, Resources.error(404, "Neither .xml nor .json"), false);
            return;
        }
        try {
            String blank = told.entrySet().stream()
                    .filter(one -> one.getValue().isBlank())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            if (blank != null) {
                throw new Resources.Refused(400, blank + " is blank");
            }
            String name = resource.substring(0, dot);
            answer(exchange, 200, posting ? resources.post(name, told) : resources.get(name, told), json);
        } catch (Resources.Refused refused) {
            answer(exchange, refused.status, Resources.error(refused.status, refused.getMessage()), json);
        }
    }

    private void answered(HttpExchange exchange, Map<String, String> told) throws IOException {
        String status = told.getOrDefault("status", "");
        if (Page.isStatus(status)) {
            book.find(told.getOrDefault("number", ""))
                    .ifPresent(one -> book.say(one, status, told.getOrDefault("text", "").strip()));
        }
        exchange.getResponseHeaders().set("Location", "/");
        exchange.sendResponseHeaders(303, -1);
    }

    private static void answer(HttpExchange exchange, int status, Tree tree, boolean json) throws IOException {
        send(exchange, status, json ? "application/json" : "text/xml", json ? tree.json() : tree.xml());
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> decoded(String form) {
        Map<String, String> told = new LinkedHashMap<>();
        if (form != null && !form.isEmpty()) {
            for (String pair : form.split("&")) {
                String[] parts = pair.split("=", 2);
                told.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return told;
    }
}

package se.fixamingata.it.outside;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Stands between a client and our server, passes everything on unchanged, and writes down what is not as our own OpenAPI description
 * says: arguments, statuses, content types, and the bodies as far as they are JSON.
 */
final class ValidatingProxy implements AutoCloseable {

    private static final List<String> PASSED_ON = List.of("content-type", "accept", "user-agent");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String target;
    private final OpenApiInteractionValidator validator;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** @param target where our server is, without a slash at the end */
    ValidatingProxy(String target, String basePath, String description) {
        this.target = target;
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(description)
                .withBasePathOverride(basePath)
                // The description says so itself: unknown arguments are ignored.
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
                        .build())
                .build();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::pass);
        server.start();
    }

    /** Its own address, without a slash at the end. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was not as described, one line each. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Every call as "GET /path 200". */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            check(exchange, body, answer);
            answer.headers().firstValue("content-type").ifPresent(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            faults.add(exchange.getRequestURI() + ": " + broken);
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        PASSED_ON.forEach(name -> exchange.getRequestHeaders()
                .getOrDefault(name, List.of())
                .forEach(value -> request.header(name, value)));
        return request.build();
    }

    private void check(HttpExchange exchange, byte[] body, HttpResponse<byte[]> answer) {
        URI uri = exchange.getRequestURI();
        SimpleRequest.Builder asked = new SimpleRequest.Builder(exchange.getRequestMethod(), uri.getPath());
        PASSED_ON.forEach(
                name -> asked.withHeader(name, exchange.getRequestHeaders().getOrDefault(name, List.of())));
        arguments(uri).forEach(pair -> asked.withQueryParam(pair.get(0), pair.get(1)));
        if (body.length > 0) {
            asked.withBody(body);
        }
        SimpleResponse.Builder told = new SimpleResponse.Builder(answer.statusCode());
        answer.headers().map().forEach((name, values) -> told.withHeader(name, values));
        if (answer.body().length > 0) {
            told.withBody(answer.body());
        }
        calls.add(exchange.getRequestMethod() + " " + uri.getPath() + " " + answer.statusCode());
        String call = exchange.getRequestMethod() + " " + uri + " " + answer.statusCode() + ": ";
        validator.validate(asked.build(), told.build()).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .forEach(message -> faults.add(call + message.getKey() + " " + message.getMessage()));
    }

    private static List<List<String>> arguments(URI uri) {
        return uri.getRawQuery() == null
                ? List.of()
                : Arrays.stream(uri.getRawQuery().split("&"))
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> List.of(decoded(pair[0]), pair.length == 1 ? "" : decoded(pair[1])))
                        .toList();
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

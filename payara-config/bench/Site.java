import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server that is measured, and how it is asked. */
final class Site {

    private final String base;
    private final HttpClient nobody = browser(null);

    Site(String base) {
        this.base = base;
    }

    /** @param cookies null for none */
    static HttpClient browser(CookieManager cookies) {
        HttpClient.Builder browser =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
        return (cookies == null ? browser : browser.cookieHandler(cookies)).build();
    }

    URI address(String path) {
        return URI.create(base + path);
    }

    HttpResponse<byte[]> ask(Asked asked) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(asked.path())).timeout(Duration.ofSeconds(30));
        if (asked.tag() != null) {
            request.header("If-None-Match", asked.tag());
        }
        if (asked.form() != null) {
            if (asked.desk() != null) {
                request.header("Faces-Request", "partial/ajax");
            }
            post(request, asked.form());
        }
        return (asked.desk() == null ? nobody : asked.desk().browser()).send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A form as a page of ours sends it. */
    HttpResponse<String> send(HttpClient browser, String path, String form) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(Duration.ofMinutes(1));
        post(request, form);
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void post(HttpRequest.Builder request, String form) {
        request.header("Content-Type", "application/x-www-form-urlencoded").header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    String page(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The field that every form of that page brings back. */
    static String csrf(String page) {
        return "fmg_csrf=" + encode(found("name=\"fmg_csrf\" value=\"([^\"]+)\"", page));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when the page is not what it was when this was written */
    static String found(String pattern, String page) {
        Matcher match = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        if (!match.find()) {
            throw new IllegalStateException("The page has no " + pattern);
        }
        return match.group(1);
    }
}

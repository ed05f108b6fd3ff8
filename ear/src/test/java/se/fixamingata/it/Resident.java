package se.fixamingata.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who uses the pages without scripts, one request at a time: keeps cookies, sends the forms' hidden fields back, and calls
 * from an address of its own, so that one test's use of a limit is not another's.
 */
public final class Resident {

    private static final Pattern TOKEN = Pattern.compile("name=\"fmg_csrf\" value=\"([^\"]+)\"");
    private static final Pattern DRAFT = Pattern.compile("name=\"utkast\" value=\"([^\"]+)\"");
    private static final Pattern COMMENT = Pattern.compile("action=\"(/kommentera/[^\"]+)\"");
    private static final Pattern UPDATE = Pattern.compile("#update-(\\d+)");
    private static final Pattern CONFIRM = Pattern.compile("/bekrafta/[A-Za-z0-9_-]+");

    /** A file in a form. */
    public record Upload(String name, String type, byte[] bytes) {

        /** Photos and documents have fields of their own. */
        private String field() {
            return type.equals("application/pdf") ? "document" : "photo";
        }
    }

    /** Where this one calls from. */
    public final String address;

    /** The reader of the mails. */
    public final String email;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String token = "";

    public Resident() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        address = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
        email = "boende-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT) + "@example.org";
    }

    /** A report that is fit to be sent, somewhere in Forshaga where nothing else is near, as the form's fields. */
    public Map<String, String> report(String title) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("lat", String.format(Locale.ROOT, "%.6f", 59.58 + random.nextDouble() * 0.05));
        fields.put("lon", String.format(Locale.ROOT, "%.6f", 13.45 + random.nextDouble() * 0.05));
        fields.put("address", "Storgatan 1, Forshaga");
        fields.put("category", "lighting");
        fields.put("title", title);
        fields.put("description", "Lyktan har varit släckt i en vecka, det är mörkt på gångvägen.");
        fields.put("name", "Anna Andersson");
        fields.put("email", email);
        // Reports of other tests may lie near by.
        fields.put("distinct", "true");
        return fields;
    }

    /** A GET; a form on the page is ready to be sent afterwards. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return remembered(send(request.build()));
    }

    /** A GET of a file. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A POST of a form without files, with the token of the page that was read last. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("fmg_csrf", token);
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(all.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return remembered(send(request.build()));
    }

    /** A POST of a form as browsers send one with a file field. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, Upload... files) {
        String boundary = "----" + UUID.randomUUID();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("fmg_csrf", token);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (Upload file : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field()
                            + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return remembered(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build()));
    }

    /** Opens the form and presses "send". */
    public HttpResponse<String> sendReport(Map<String, String> fields, Upload... files) {
        get("/rapportera");
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("action", "send");
        return upload("/rapportera", all, files);
    }

    /** The path of the link in the last mail that asks for confirmation, once that many such mails have come. */
    public String confirmation(int mails) {
        return path(MailBox.link(MailBox.await(email, mails).get(mails - 1), "/bekrafta/"));
    }

    /** Opens that link and presses the button. */
    public HttpResponse<String> confirm(String path) {
        get(path);
        return post(path, Map.of());
    }

    /** A report from writing to confirming; answers its number. */
    public long reportConfirmed(String title, Upload... files) {
        HttpResponse<String> sent = sendReport(report(title), files);
        if (sent.statusCode() / 100 != 3) {
            throw new AssertionError("The report was not taken: " + sent.statusCode() + "\n" + sent.body());
        }
        return number(confirm(confirmation(1)));
    }

    /** A comment that is fit to be sent, as the form's fields. */
    public Map<String, String> comment(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("text", text);
        fields.put("name", "Bo Berg");
        fields.put("email", email);
        return fields;
    }

    /** Opens the report's page and sends the form below it. */
    public HttpResponse<String> sendComment(long report, Map<String, String> fields, Upload... files) {
        return sendComment("/rapport/" + report, fields, files);
    }

    /** Opens that page of a report, its reporter's own perhaps, and sends the form below it. */
    public HttpResponse<String> sendComment(String page, Map<String, String> fields, Upload... files) {
        String form = get(page).body();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("utkast", found(DRAFT, form));
        all.put("action", "send");
        return upload(found(COMMENT, form), all, files);
    }

    /** A comment from writing to confirming; answers the number of the update. */
    public long commentConfirmed(long report, String text, Upload... files) {
        HttpResponse<String> sent = sendComment(report, comment(text), files);
        if (sent.statusCode() / 100 != 3) {
            throw new AssertionError("The comment was not taken: " + sent.statusCode() + "\n" + sent.body());
        }
        HttpResponse<String> confirmed = confirm(confirmation(1));
        return Long.parseLong(
                found(UPDATE, confirmed.headers().firstValue("location").orElse("")));
    }

    /** The secret in the form for a comment on that page. */
    public String draft(String page) {
        return found(DRAFT, get(page).body());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in\n" + text);
        }
        return matcher.group(1);
    }

    /** The number of the report that a redirect leads to. */
    public static long number(HttpResponse<String> redirect) {
        Matcher number = Pattern.compile("/rapport/(\\d+)")
                .matcher(redirect.headers().firstValue("location").orElse(""));
        if (!number.find()) {
            throw new AssertionError("No report in " + redirect.statusCode() + " "
                    + redirect.headers().map());
        }
        return Long.parseLong(number.group(1));
    }

    /** The token that the page read last carried. */
    public String token() {
        return token;
    }

    /** The value of a cookie that the application gave; null when it gave none of that name. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse(null);
    }

    private static String path(String link) {
        Matcher found = CONFIRM.matcher(link);
        if (!found.find()) {
            throw new AssertionError("No link for confirming: " + link);
        }
        return found.group();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(ServerTest.BASE + path))
                .timeout(Duration.ofSeconds(60))
                .header("X-Forwarded-For", address);
    }

    private HttpResponse<String> remembered(HttpResponse<String> answer) {
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

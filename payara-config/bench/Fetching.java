import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A thousand reports that wait until their authority's system comes for them: it asks with its key for what has changed since yesterday,
 * and follows the pages as the server's {@code Link} names them. Counted is what stands in the answers; those reports must then be
 * delivered.
 */
final class Fetching {

    static final String NAME = "Open311 deliveries fetched with a key";

    private static final int MANY = 1_000;
    private static final int PAGE = 100;
    private static final Pattern NUMBER = Pattern.compile("\"service_request_id\":\"(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("<https?://[^/]+(/[^>]+)>; rel=\"next\"");

    private final Site site;
    private final Connection database;
    private final SystemKey key;

    Fetching(Site site, Connection database, SystemKey key) {
        this.site = site;
        this.database = database;
        this.key = key;
    }

    void measure() throws Exception {
        key.forget();
        Planned.forget(database);
        try {
            int due = Planned.add(database, "PULL", SystemKey.AUTHORITY, "TO_FETCH", null, MANY);
            fetch(due);
            Planned.awaitMails(database);
        } finally {
            Planned.forget(database);
        }
    }

    private void fetch(int due) throws Exception {
        String next = "/open311/v2/" + SystemKey.SLUG + "/requests.json?page_size=" + PAGE + "&updated_after=" + Planned.since(database);
        Set<String> fetched = new HashSet<>();
        int pages = 0;
        long began = System.nanoTime();
        // What else has changed in that time, such as private reports, makes some pages more.
        for (; next != null && pages < 3 * MANY / PAGE; pages++) {
            HttpResponse<byte[]> answer = site.ask(Asked.of(next + "&api_key=" + key.text()));
            if (answer.statusCode() != 200) {
                Table.wrong("%s: page %d was answered with %d: %s", NAME, pages + 1, answer.statusCode(), text(answer));
                return;
            }
            Matcher numbers = NUMBER.matcher(text(answer));
            while (numbers.find()) {
                fetched.add(numbers.group(1));
            }
            next = following(answer).orElse(null);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        int delivered = Planned.count(database, "DELIVERED");
        if (due < MANY || delivered < due || fetched.size() < due) {
            Table.wrong("%s: of %,d planned ones %,d waited, %,d were delivered; the %d pages hold %,d reports.",
                    NAME, MANY, due, delivered, pages, fetched.size());
            return;
        }
        Table.say("%,d reports that wait to be fetched by their system, %d rows at a time: %.1f s, %.0f a second (%d pages with %,d reports).",
                due, PAGE, seconds, due / seconds, pages, fetched.size());
    }

    private static Optional<String> following(HttpResponse<byte[]> answer) {
        Matcher link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

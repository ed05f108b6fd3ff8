import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** What authorities' systems ask of our Open311 server. */
final class Systems {

    /** Of every size. */
    private static final String[] AUTHORITIES = {"stockholm", "karlstad", "forshaga", "umea", "kiruna", "goteborg"};

    private final SystemKey key;
    private final AtomicInteger posted = new AtomicInteger();

    Systems(SystemKey key) {
        this.key = key;
    }

    void addTo(Map<String, IntFunction<Asked>> questions) {
        for (int rows : new int[] {100, 1_000}) {
            for (String format : new String[] {"json", "xml"}) {
                String name = "Open311 requests, " + (rows == 100 ? "100" : "1,000") + " rows, " + format.toUpperCase();
                questions.put(name, n -> Asked.of("/open311/v2/requests." + format + "?page_size=" + rows + "&page=" + (1 + n % 5)));
            }
        }
        questions.put("Open311 requests of an authority, 100 rows", n -> of(n, "requests.json?page_size=100"));
        questions.put("Open311 requests, 100 open of a category", n -> Asked.of(
                "/open311/v2/requests.json?status=open&service_code=signals&page_size=100&page=" + (1 + n % 3)));
        // Nothing is, although other rows post reports meanwhile.
        String now = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
        questions.put("Open311 requests, nothing new", n -> Asked.of("/open311/v2/requests.json?updated_after=" + now));
        questions.put("Open311 requests of an authority, nothing new", n -> of(n, "requests.json?updated_after=" + now));
        questions.put("Open311 requests of an authority with its key, 100 rows", n -> Asked.of(
                "/open311/v2/" + SystemKey.SLUG + "/requests.json?page_size=100&page=" + (1 + n % 5) + "&api_key=" + key.text()));
        questions.put("Open311 updates, 100 rows", n -> Asked.of("/open311/v2/servicerequestupdates.json?page_size=100&page=" + (1 + n % 5)));
        questions.put("Open311 updates of an authority, 100 rows", n -> of(n, "servicerequestupdates.json?page_size=100"));
        // The last of all: it changes what the others ask for.
        questions.put("Open311 POST request, one key", n -> post());
    }

    /** Each is another one: the same again would only be looked up. */
    private Asked post() {
        int number = posted.incrementAndGet();
        return Asked.post("/open311/v2/" + SystemKey.SLUG + "/requests.json", "service_code=lighting&lat=" + (59.30 + number % 97 * 0.0005)
                + "&long=" + (18.05 + number % 89 * 0.0005) + "&attribute%5Bexternal_id%5D=" + SystemKey.POSTED + number + "-" + System.nanoTime()
                + "&description=" + Site.encode("Lampa nummer " + number + " blinkar. Den har gjort det hela veckan, och det är mörkt på gångvägen.")
                + "&api_key=" + key.text());
    }

    private static Asked of(int n, String what) {
        return Asked.of("/open311/v2/" + AUTHORITIES[n % AUTHORITIES.length] + "/" + what);
    }
}

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.IntFunction;

/** What authorities' systems ask of our Open311 server. */
final class Systems {

    /** Of every size. */
    private static final String[] AUTHORITIES = {"stockholm", "karlstad", "forshaga", "umea", "kiruna", "goteborg"};

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
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        questions.put("Open311 requests, nothing new", n -> Asked.of("/open311/v2/requests.json?updated_after=" + now));
        questions.put("Open311 requests of an authority, nothing new", n -> of(n, "requests.json?updated_after=" + now));
        questions.put("Open311 updates, 100 rows", n -> Asked.of("/open311/v2/servicerequestupdates.json?page_size=100&page=" + (1 + n % 5)));
        questions.put("Open311 updates of an authority, 100 rows", n -> of(n, "servicerequestupdates.json?page_size=100"));
    }

    private static Asked of(int n, String what) {
        return Asked.of("/open311/v2/" + AUTHORITIES[n % AUTHORITIES.length] + "/" + what);
    }
}

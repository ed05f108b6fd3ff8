import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What residents and their maps ask. */
final class ResidentPages {

    private static final String[] SEARCHES = {"65340", "Forshaga", "Stockholm", "Karlst", "653 40", "Umeå", "Kiruna", "59.38, 13.50", "Lund"};

    private final Site site;
    private final Samples samples;

    ResidentPages(Site site, Samples samples) {
        this.site = site;
        this.samples = samples;
    }

    void addTo(Map<String, IntFunction<Asked>> questions) throws Exception {
        String since = "?since=" + LocalDate.now().minusMonths(6);
        questions.put("Start page `/`", n -> Asked.of("/"));
        for (int zoom : new int[] {15, 10, 5}) {
            questions.put("Map tile z " + zoom, n -> Asked.of(samples.get(n).tile(zoom)));
            questions.put("Map tile z " + zoom + ", last 6 months", n -> Asked.of(samples.get(n).tile(zoom) + since));
            List<Asked> known = known(zoom);
            questions.put("Map tile z " + zoom + ", not modified", n -> known.get(n % known.size()));
        }
        questions.put("`/karta` list page", n -> at(n, "/karta?lat=%.5f&lon=%.5f&z=14"));
        questions.put("Report page", n -> Asked.of("/rapport/" + samples.get(n).id()));
        questions.put("Place search", n -> Asked.of("/api/places?q=" + Site.encode(SEARCHES[n % SEARCHES.length])));
        questions.put("Municipality of a point", n -> at(n, "/api/municipality?lat=%.6f&lon=%.6f"));
    }

    private Asked at(int n, String path) {
        return Asked.of(String.format(path, samples.get(n).lat(), samples.get(n).lon()));
    }

    /** Tiles that the browser has, with the tags it was given. */
    private List<Asked> known(int zoom) throws Exception {
        List<Asked> known = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            String path = samples.get(n).tile(zoom);
            HttpResponse<byte[]> response = site.ask(Asked.of(path));
            known.add(Asked.again(path, response.headers().firstValue("ETag").orElse("\"none\"")));
        }
        return known;
    }
}

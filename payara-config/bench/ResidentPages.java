import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What residents and their maps ask. */
final class ResidentPages {

    private static final String[] SEARCHES = {"65340", "Forshaga", "Stockholm", "Karlst", "653 40", "Umeå", "Kiruna", "59.38, 13.50", "Lund"};

    private final Site site;
    private final Samples samples;
    /** By zoom, tiles that the browser has, with the tags that it was given. */
    private final Map<Integer, List<Asked>> known = new HashMap<>();

    ResidentPages(Site site, Samples samples) {
        this.site = site;
        this.samples = samples;
    }

    void addTo(Map<String, IntFunction<Asked>> questions) {
        String since = "?since=" + LocalDate.now().minusMonths(6);
        questions.put("Start page `/`", n -> Asked.of("/"));
        for (int zoom : new int[] {15, 10, 5}) {
            questions.put("Map tile z " + zoom, n -> Asked.of(samples.get(n).tile(zoom)));
            questions.put("Map tile z " + zoom + ", last 6 months", n -> Asked.of(samples.get(n).tile(zoom) + since));
            questions.put("Map tile z " + zoom + ", not modified", n -> known(zoom, n));
        }
        questions.put("`/karta` list page", n -> at(n, "/karta?lat=%.5f&lon=%.5f&z=14"));
        questions.put("Report page", n -> Asked.of("/rapport/" + samples.get(n).id()));
        questions.put("Place search", n -> Asked.of("/api/places?q=" + Site.encode(SEARCHES[n % SEARCHES.length])));
        questions.put("Municipality of a point", n -> at(n, "/api/municipality?lat=%.6f&lon=%.6f"));
    }

    private Asked at(int n, String path) {
        return Asked.of(String.format(path, samples.get(n).lat(), samples.get(n).lon()));
    }

    private Asked known(int zoom, int n) {
        List<Asked> tiles = known.get(zoom);
        return tiles == null ? Asked.of(samples.get(n).tile(zoom)) : tiles.get(n % tiles.size());
    }

    /** Gets the tiles that are then asked for again. To be called when what was posted to warm the server up has changed them. */
    void remember() {
        for (int zoom : new int[] {15, 10, 5}) {
            List<Asked> tiles = new ArrayList<>();
            for (int n = 0; n < 60; n++) {
                tiles.add(tagged(samples.get(n).tile(zoom)));
            }
            known.put(zoom, tiles);
        }
    }

    private Asked tagged(String path) {
        try {
            HttpResponse<byte[]> response = site.ask(Asked.of(path));
            String tag = response.headers().firstValue("ETag").orElseThrow(() -> new IllegalStateException("No tag at " + path));
            return Asked.again(path, tag);
        } catch (IOException | InterruptedException lost) {
            throw new IllegalStateException(lost);
        }
    }
}

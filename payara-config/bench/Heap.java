import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's heap while something is done, by what it says at {@code /metrics} ten times a second. What is used includes what the
 * collector has not fetched yet; the lowest points between two collections say more about what is needed.
 */
final class Heap {

    private static final long EVERY_MILLISECONDS = 100;
    private static final Pattern USED = Pattern.compile("^(?:base_)?memory_usedHeap_bytes(?:\\{[^}]*})? ([0-9.E+]+)$", Pattern.MULTILINE);

    private final URI figures;
    private final HttpClient http = Site.browser(null);

    Heap(String figures) {
        this.figures = URI.create(figures);
    }

    /**
     * In bytes.
     *
     * @param peak the most that was used, with garbage
     * @param kept the most that was left after a collection; 0 when there was none
     */
    record Use(long before, long peak, long kept) {

        @Override
        public String toString() {
            return String.format("peak heap %d MB with garbage, %s (%d MB before)", mega(peak),
                    kept == 0 ? "nothing was collected meanwhile" : "at most " + mega(kept) + " MB after a collection", mega(before));
        }

        private static long mega(long bytes) {
            return bytes / (1024 * 1024);
        }
    }

    /** Does the work in this thread and watches the heap in another. */
    Use during(Callable<?> work) throws Exception {
        Watch watch = new Watch(used());
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(watch, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
        try {
            work.call();
        } finally {
            clock.shutdown();
            clock.awaitTermination(1, TimeUnit.MINUTES);
        }
        return watch.use();
    }

    private long used() {
        try {
            String page = http.send(HttpRequest.newBuilder(figures).build(), HttpResponse.BodyHandlers.ofString()).body();
            Matcher used = USED.matcher(page);
            if (!used.find()) {
                throw new IllegalStateException(figures + " tells nothing of the heap");
            }
            return (long) Double.parseDouble(used.group(1));
        } catch (IOException | InterruptedException lost) {
            throw new IllegalStateException(lost);
        }
    }

    private final class Watch implements Runnable {

        private final long before;
        private long last;
        private long peak;
        private long kept;

        private Watch(long before) {
            this.before = before;
            this.last = before;
            this.peak = before;
        }

        @Override
        public void run() {
            long now = used();
            peak = Math.max(peak, now);
            if (now < last) {
                kept = Math.max(kept, now);
            }
            last = now;
        }

        /** After the last run. */
        private Use use() {
            return new Use(before, peak, kept);
        }
    }
}

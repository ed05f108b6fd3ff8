package se.fixamingata.geography;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import se.fixamingata.position.Position;

/**
 * The Nominatim server of the installation, if it has one: addresses for words and words for a position.
 *
 * <p>At most one request a second from this server, every answer (also "nothing found") kept for 7 days, no question longer than 5 s
 * in all. After a failure it is left alone for half a minute, so that residents do not wait for a dead server again and again.
 */
@ApplicationScoped
public class Nominatim {

    private static final System.Logger LOG = System.getLogger(Nominatim.class.getName());
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST_KEPT = 20_000;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    /** The server does not answer, or not in time, or nonsense. */
    static final class Down extends Exception {

        private static final long serialVersionUID = 1L;

        Down(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private NominatimSettings settings;
    private BoundedHttp http;
    private Cache<String, List<NominatimPlace>> answers;
    private final ReentrantLock turn = new ReentrantLock(true);
    private long lastRequest;
    private volatile long leftAloneSince;

    /** For the container. */
    protected Nominatim() {}

    @Inject
    public Nominatim(NominatimSettings settings) {
        this.settings = settings;
        this.http = new BoundedHttp();
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_KEPT)
                .build();
        long start = System.nanoTime();
        this.lastRequest = start - settings.interval().toNanos();
        this.leftAloneSince = start - LEFT_ALONE.toNanos();
    }

    /** Whether there is a server to ask at all. */
    boolean isConfigured() {
        return settings.base().isPresent();
    }

    /** Places in Sweden for those words, best first; empty without a server. */
    List<NominatimPlace> search(String words, int limit) throws Down {
        return ask("search?format=jsonv2&addressdetails=1&countrycodes=se&limit=" + limit + "&q="
                + URLEncoder.encode(words.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8));
    }

    /** What stands at that position; empty without a server or where nothing is known. */
    Optional<NominatimPlace> reverse(Position position) throws Down {
        // Four decimals are 11 m at most: neighbours share an answer, and the cache is of use.
        return ask(String.format(
                        Locale.ROOT,
                        "reverse?format=jsonv2&addressdetails=1&zoom=18&lat=%.4f&lon=%.4f",
                        position.lat(),
                        position.lon()))
                .stream()
                .findFirst();
    }

    private List<NominatimPlace> ask(String question) throws Down {
        if (!isConfigured()) {
            return List.of();
        }
        List<NominatimPlace> known = answers.getIfPresent(question);
        if (known != null) {
            return known;
        }
        if (System.nanoTime() - leftAloneSince < LEFT_ALONE.toNanos()) {
            throw new Down("left alone after a failure", null);
        }
        List<NominatimPlace> answer = inTurn(question);
        answers.put(question, answer);
        return answer;
    }

    private List<NominatimPlace> inTurn(String question) throws Down {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        try {
            if (!turn.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new Down("too many are waiting for their turn", null);
            }
            try {
                waitForTheNextSecond(deadline);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Down("interrupted", e);
        }
        return request(question, Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime())));
    }

    private void waitForTheNextSecond(long deadline) throws InterruptedException, Down {
        long next = lastRequest + settings.interval().toNanos();
        long wait = next - System.nanoTime();
        if (next - deadline > 0) {
            throw new Down("too many are waiting for their turn", null);
        }
        if (wait > 0) {
            // Rounded up: a sleep is counted in milliseconds, and too early would be against the rules.
            TimeUnit.MILLISECONDS.sleep(wait / 1_000_000 + 1);
        }
        lastRequest = System.nanoTime();
    }

    private List<NominatimPlace> request(String question, Duration timeout) throws Down {
        URI address = settings.base().orElseThrow().resolve(question);
        try {
            return NominatimPlace.parse(http.get(address, settings.userAgent(), timeout));
        } catch (IOException e) {
            leftAloneSince = System.nanoTime();
            // The question is what somebody searched for, or where somebody stands: it stays out of the log.
            LOG.log(System.Logger.Level.WARNING, "Nominatim at {0}: {1}", address.getHost(), e.getMessage());
            throw new Down(e.getMessage(), e);
        }
    }
}

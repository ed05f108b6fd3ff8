import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Asks the same question over and over, on one connection and on eight, and keeps the time. */
final class Timing {

    private static final Duration MEASURED = Duration.ofSeconds(4);
    private static final Duration WARMED = Duration.ofSeconds(3);
    private static final int MOST_REQUESTS = 2_000;

    private final Site site;

    Timing(Site site) {
        this.site = site;
    }

    /**
     * @param questions by name; what is asked for the n-th time
     * @param warm what is done once the server is warm, before anything is measured
     */
    List<Table.Row> measure(Map<String, IntFunction<Asked>> questions, Runnable warm) throws InterruptedException {
        // All of them, in turn, twice: the compiler behind the server needs thousands of calls, and those of one page help the next.
        for (int round = 0; round < 2; round++) {
            for (IntFunction<Asked> requests : questions.values()) {
                run(requests, 4, WARMED);
            }
        }
        warm.run();
        List<Table.Row> rows = new ArrayList<>();
        for (Map.Entry<String, IntFunction<Asked>> question : questions.entrySet()) {
            rows.add(measure(question.getKey(), question.getValue()));
        }
        return rows;
    }

    private Table.Row measure(String name, IntFunction<Asked> requests) throws InterruptedException {
        run(requests, 1, Duration.ofSeconds(1));
        Table.Figures one = run(requests, 1, MEASURED);
        run(requests, 8, Duration.ofSeconds(1));
        return new Table.Row(name, one, run(requests, 8, MEASURED));
    }

    private Table.Figures run(IntFunction<Asked> requests, int connections, Duration time) throws InterruptedException {
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        CountDownLatch done = new CountDownLatch(connections);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (int c = 0; c < connections; c++) {
            new Thread(() -> {
                try {
                    for (int n = next.getAndIncrement(); n < MOST_REQUESTS && System.nanoTime() < end; n = next.getAndIncrement()) {
                        Asked asked = requests.apply(n);
                        long before = System.nanoTime();
                        HttpResponse<byte[]> response = site.ask(asked);
                        times.add(System.nanoTime() - before);
                        bytes.addAndGet(response.body().length);
                        if (!asked.isAnswer(response.statusCode(), response.body().length)) {
                            failures.incrementAndGet();
                        }
                    }
                } catch (IOException | InterruptedException lost) {
                    failures.incrementAndGet();
                } finally {
                    done.countDown();
                }
            }).start();
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        return Table.Figures.of(
                times.stream().mapToLong(Long::longValue).sorted().toArray(), seconds, bytes.get(), failures.get());
    }
}

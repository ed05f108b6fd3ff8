package se.fixamingata.geography;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks another's server without trusting it: the whole answer within a time and a size, no redirect followed, nothing but 200.
 *
 * <p>The time-out of {@link HttpRequest} ends with the headers; a body that drips would hang for ever. Hence the future.
 */
final class BoundedHttp {

    private static final int LARGEST_ANSWER = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @throws IOException when there is no good answer in time, whatever the reason */
    byte[] get(URI address, String userAgent, Duration timeout) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", userAgent)
                .header("Accept", "application/json")
                .header("Accept-Language", "sv")
                .timeout(timeout)
                .build();
        CompletableFuture<HttpResponse<byte[]>> future =
                client.sendAsync(request, head -> new Limited(BodySubscribers.ofByteArray()));
        try {
            HttpResponse<byte[]> response = future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("answered " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            future.cancel(true);
        }
    }

    /** Gives up on an answer that grows beyond the limit. */
    private static final class Limited implements BodySubscriber<byte[]> {

        private final BodySubscriber<byte[]> inner;
        private Flow.Subscription subscription;
        private int received;

        Limited(BodySubscriber<byte[]> inner) {
            this.inner = inner;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return inner.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            inner.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            received += buffers.stream().mapToInt(ByteBuffer::remaining).sum();
            if (received > LARGEST_ANSWER) {
                subscription.cancel();
                inner.onError(new IOException("answer larger than " + LARGEST_ANSWER + " bytes"));
            } else {
                inner.onNext(buffers);
            }
        }

        @Override
        public void onError(Throwable failure) {
            inner.onError(failure);
        }

        @Override
        public void onComplete() {
            inner.onComplete();
        }
    }
}

package se.fixamingata.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks another's machine without trusting it.
 *
 * <p>The name is looked up once, judged, and exactly those addresses are called: a name that points elsewhere at the second look gains
 * nothing. Into the operator's own networks goes only what goes where somebody has set it to go: nobody's answer leads there
 * ({@link OutgoingRequest#elsewhere}). No redirect is followed, no cookie kept, nothing decompressed, nothing tried again; each call has a connection of its own.
 */
@ApplicationScoped
public class GuardedHttp {

    /** Calls at once; each holds a thread of whoever waits for it. */
    private static final int AT_ONCE = 24;

    /** Addresses of one name that are tried: dead ones are waited for. */
    private static final int ADDRESSES = 4;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private OutgoingSettings settings;

    /** For the container's proxy. */
    protected GuardedHttp() {}

    @Inject
    public GuardedHttp(OutgoingSettings settings) {
        this.settings = settings;
    }

    /** @throws OutgoingFailed when there is no whole answer in time, or the address is none that we call */
    public OutgoingAnswer send(OutgoingRequest request) throws OutgoingFailed {
        if (!places.tryAcquire()) {
            throw new OutgoingFailed(
                    OutgoingFailed.Reason.BUSY, String.valueOf(request.uri().getHost()));
        }
        try {
            long end = System.nanoTime() + request.within().toNanos();
            InetAddress[] addresses = addresses(request);
            Duration rest = Duration.ofNanos(end - System.nanoTime());
            if (rest.toMillis() <= 0) {
                throw new OutgoingFailed(
                        OutgoingFailed.Reason.SLOW, request.uri().getHost());
            }
            return ask(request, addresses, rest);
        } finally {
            places.release();
        }
    }

    /** Whether it may be called, as far as can be told now: a name that is not known now is judged when it is called. */
    public boolean isAllowed(OutgoingRequest request) {
        try {
            addresses(request);
            return true;
        } catch (OutgoingFailed refused) {
            return refused.reason() == OutgoingFailed.Reason.NAME;
        }
    }

    /** What the host's name means now, as far as we may call it. */
    private InetAddress[] addresses(OutgoingRequest request) throws OutgoingFailed {
        URI uri = request.uri();
        String host = uri.getHost();
        boolean plain = "http".equals(uri.getScheme());
        if (host == null || uri.getRawUserInfo() != null || !plain && !"https".equals(uri.getScheme())) {
            throw new OutgoingFailed(OutgoingFailed.Reason.ADDRESS, String.valueOf(host));
        }
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new OutgoingFailed(OutgoingFailed.Reason.NAME, host, false, unknown);
        }
        int port = OutgoingRequest.port(uri);
        Predicate<InetAddress> open =
                one -> request.isAtHome() ? settings.mayCall(one, port) : OutgoingSettings.isOpen(one);
        InetAddress[] allowed = Arrays.stream(all)
                .filter(one -> open.test(one) && (!plain || one.isLoopbackAddress()))
                .limit(ADDRESSES)
                .toArray(InetAddress[]::new);
        if (allowed.length > 0) {
            return allowed;
        }
        boolean encryptedWouldDo = plain && Arrays.stream(all).anyMatch(open);
        throw new OutgoingFailed(
                encryptedWouldDo ? OutgoingFailed.Reason.ADDRESS : OutgoingFailed.Reason.NETWORK, host);
    }

    private static OutgoingAnswer ask(OutgoingRequest request, InetAddress[] addresses, Duration rest)
            throws OutgoingFailed {
        HttpUriRequestBase asked = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(asked::setHeader);
        NotedBody body = new NotedBody(request);
        if (request.body().length > 0) {
            asked.setEntity(body);
        }
        // The client's own time-outs are for each wait; a machine that drips would be waited for without end.
        CompletableFuture<Void> end =
                new CompletableFuture<Void>().completeOnTimeout(null, rest.toMillis(), TimeUnit.MILLISECONDS);
        end.thenRun(asked::cancel);
        String host = request.uri().getHost();
        try (CloseableHttpClient client = client(addresses, rest)) {
            return client.execute(asked, answer -> read(asked, answer, request.most()));
        } catch (OutgoingFailed known) {
            throw new OutgoingFailed(known.reason(), host, body.hasBegun, known);
        } catch (IOException | RuntimeException failed) {
            throw new OutgoingFailed(reason(failed, asked.isCancelled()), host, body.hasBegun, failed);
        } finally {
            end.cancel(false);
        }
    }

    private static OutgoingFailed.Reason reason(Exception failed, boolean timeIsUp) {
        if (timeIsUp || failed instanceof java.io.InterruptedIOException) {
            return OutgoingFailed.Reason.SLOW;
        }
        return failed instanceof SSLException ? OutgoingFailed.Reason.CERTIFICATE : OutgoingFailed.Reason.UNREACHABLE;
    }

    private static OutgoingAnswer read(HttpUriRequestBase asked, ClassicHttpResponse answer, int most)
            throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return new OutgoingAnswer(answer.getCode(), "", location(answer), new byte[0]);
        }
        byte[] body = entity.getContentLength() > most
                ? new byte[most + 1]
                : entity.getContent().readNBytes(most + 1);
        if (body.length > most) {
            // Closing would read the rest first.
            asked.cancel();
            throw new OutgoingFailed(
                    OutgoingFailed.Reason.LARGE, asked.getAuthority().getHostName());
        }
        String type = entity.getContentType();
        return new OutgoingAnswer(answer.getCode(), type == null ? "" : type, location(answer), body);
    }

    private static String location(ClassicHttpResponse answer) {
        Header header = answer.getFirstHeader("Location");
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    private static CloseableHttpClient client(InetAddress[] addresses, Duration within) {
        Timeout patience = Timeout.of(within);
        return HttpClients.custom()
                .setConnectionManager(connections(addresses, patience))
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(patience).build())
                .setUserAgent("FixaMinGata/1.0")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    private static HttpClientConnectionManager connections(InetAddress[] addresses, Timeout patience) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Fixed(addresses))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofMilliseconds(patience.toMilliseconds() / addresses.length))
                        .setSocketTimeout(patience)
                        .build())
                .build();
    }

    /** Knows whether any of it has been written: before that, nothing can have been acted upon. */
    private static final class NotedBody extends HttpEntityWrapper {

        private volatile boolean hasBegun;

        private NotedBody(OutgoingRequest request) {
            super(new ByteArrayEntity(
                    request.body(),
                    ContentType.parse(request.headers().getOrDefault("Content-Type", "application/octet-stream"))));
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            hasBegun = true;
            super.writeTo(out);
        }
    }

    /** Answers with the addresses that were judged, whatever the name. */
    private record Fixed(InetAddress[] addresses) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}

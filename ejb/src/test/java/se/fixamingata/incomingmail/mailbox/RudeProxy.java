package se.fixamingata.incomingmail.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Stands before a mail server and drops the line when the client says a certain thing for the nth time on it. */
final class RudeProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int behind;
    private final Pattern drops;
    private final int times;
    private volatile String unheard = "";
    private final AtomicInteger calls = new AtomicInteger();

    /** @param drops what the client says when the line goes dead, before the server hears it */
    RudeProxy(int behind, String drops, int times) {
        this.behind = behind;
        this.drops = Pattern.compile(drops);
        this.times = times;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::open);
    }

    /** Drops nothing, but the server behind never hears that word. */
    static RudeProxy without(int behind, String word) {
        RudeProxy proxy = new RudeProxy(behind, "$^", 1);
        proxy.unheard = word;
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections there were. */
    int calls() {
        return calls.get();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                calls.incrementAndGet();
                daemon(() -> pass(client, server, true));
                daemon(() -> pass(server, client, false));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean rude) {
        int said = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (rude
                        && drops.matcher(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))
                                .find()
                        && ++said == times) {
                    return;
                }
                out.write(rude && !unheard.isEmpty() ? unsaid(buffer, read) : Arrays.copyOf(buffer, read));
                out.flush();
            }
        } catch (IOException gone) {
            // Both sides are closed by leaving.
        }
    }

    private byte[] unsaid(byte[] buffer, int read) {
        return new String(buffer, 0, read, StandardCharsets.ISO_8859_1)
                .replace(unheard, "X".repeat(unheard.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "rude-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A mail server that takes everything and keeps nothing but when it said yes to a mail for the municipality. */
final class MailSink implements AutoCloseable {

    /** Every authority's address, see {@code bench.sh}. */
    static final String MUNICIPALITY = "mottagare@example.org";

    private final ServerSocket socket;
    private final BlockingQueue<Long> accepted = new LinkedBlockingQueue<>();

    MailSink(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
    }

    /** By {@link System#nanoTime()}: mails for the municipality. */
    BlockingQueue<Long> accepted() {
        return accepted;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread talk = new Thread(() -> talk(caller));
                talk.setDaemon(true);
                talk.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = caller.getOutputStream()) {
            say(out, "220 bench");
            boolean forMunicipality = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("EHLO")) {
                    say(out, "250-bench\r\n250-8BITMIME\r\n250 SMTPUTF8");
                } else if (command.startsWith("MAIL")) {
                    forMunicipality = false;
                    say(out, "250 ok");
                } else if (command.startsWith("RCPT")) {
                    forMunicipality |= line.contains(MUNICIPALITY);
                    say(out, "250 ok");
                } else if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                        continue;
                    }
                    say(out, "250 taken");
                    if (forMunicipality) {
                        accepted.add(System.nanoTime());
                    }
                } else if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException lost) {
            System.err.println("A mail conversation broke off: " + lost.getMessage());
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package se.fixamingata.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server as strict as RFC 5321 and as rude as a test wants: answers each command as told, hangs up, or falls silent. Unlike a
 * friendly one it shows what came over the wire.
 */
public final class SmtpStub implements AutoCloseable {

    /** Instead of an answer: hang up. */
    public static final String HANG_UP = "hang up";
    /** Instead of an answer: nothing, until the other side gives up. */
    public static final String SILENCE = "silence";

    private final ServerSocket listening;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile boolean oneEach;
    private final List<Socket> conversations = new CopyOnWriteArrayList<>();

    public SmtpStub() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "smtp-stub");
        accepting.setDaemon(true);
        accepting.start();
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** From now on that command ({@code MAIL}, {@code RCPT}, {@code DATA}, {@code .} for the end of the message) is answered so. */
    public SmtpStub answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** From now on everything is answered as by a friendly server. */
    public void friendly() {
        answers.clear();
    }

    /** From now on the conversation ends after each message, without a word. */
    public void hangingUpAfterMessage() {
        oneEach = true;
    }

    /** Every command line that came. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** Messages that came up to the final dot, whatever was answered. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket conversation = listening.accept();
                conversations.add(conversation);
                Thread talking = new Thread(() -> talk(conversation), "smtp-stub-conversation");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket conversation) {
        try (conversation;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(conversation.getInputStream(), StandardCharsets.UTF_8))) {
            say(conversation, "220 stub");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                String answer = answers.getOrDefault(command, usual(command));
                if (!say(conversation, answer)) {
                    return;
                }
                if (command.equals("DATA") && answer.startsWith("354") && !receive(in, conversation)) {
                    return;
                }
                if (command.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException gone) {
            commands.add("(gone)");
        }
    }

    private boolean receive(BufferedReader in, Socket conversation) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                messages.add(String.join("\r\n", lines));
                return say(conversation, answers.getOrDefault(".", "250 2.0.0 Ok: queued as 42")) && !oneEach;
            }
            lines.add(line);
        }
        return false;
    }

    private static String usual(String command) {
        return switch (command) {
            case "EHLO" -> "250-stub\r\n250 SIZE 20000000";
            case "DATA" -> "354 Go ahead";
            case "QUIT" -> "221 Bye";
            default -> "250 Ok";
        };
    }

    /** False when the conversation is over. */
    private static boolean say(Socket conversation, String answer) throws IOException {
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            conversation.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            conversation.getOutputStream().flush();
        }
        return true;
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket conversation : conversations) {
                conversation.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

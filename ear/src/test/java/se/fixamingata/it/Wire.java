package se.fixamingata.it;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Says to the server what no decent client would: exactly these bytes. */
public final class Wire {

    private static final int PATIENCE_MILLIS = 30_000;

    private Wire() {}

    /** What came back before the server closed: status 0 when it closed without a word. */
    public record Answer(int status, String head, String body) {

        /** The value of a header, or an empty string. */
        public String header(String name) {
            return Arrays.stream(head.split("\r\n"))
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** One request line, with the headers that make it answerable; {@code target} goes out as it stands. */
    public static Answer ask(String method, String target, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: localhost:").append(TestPorts.HTTP).append("\r\n");
        }
        return send(request.append("Connection: close\r\n\r\n").toString());
    }

    /** A form, with headers of one's own. */
    public static Answer post(String target, String form, String... headers) {
        return send(posting(target, "application/x-www-form-urlencoded", form.length(), form, headers));
    }

    /** A body of that type that breaks off: {@code announced} bytes were promised, and nothing more comes. */
    public static Answer breakOff(String target, String type, int announced, String body, String... headers) {
        return send(posting(target, type, announced, body, headers), true);
    }

    /** A body that was announced and does not come; the connection stays open until it is closed. */
    public static Socket dawdle(String target, String type, int announced, String... headers) {
        try {
            Socket socket = new Socket("127.0.0.1", TestPorts.HTTP);
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = posting(target, type, announced, "-", headers);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String posting(String target, String type, int length, String body, String... headers) {
        StringBuilder request = new StringBuilder("POST " + target + " HTTP/1.1\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: localhost:").append(TestPorts.HTTP).append("\r\n");
        }
        return request.append("Content-Type: ")
                .append(type)
                .append("\r\nContent-Length: ")
                .append(length)
                .append("\r\nConnection: close\r\n\r\n")
                .append(body)
                .toString();
    }

    private static Answer send(String request) {
        return send(request, false);
    }

    private static Answer send(String request, boolean last) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", TestPorts.HTTP), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return parsed(new String(exchanged(socket, request, last), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("No answer to " + request.substring(0, Math.min(200, request.length())), e);
        }
    }

    /** Empty when the server hangs up on what it does not want to read. */
    private static byte[] exchanged(Socket socket, String request, boolean last) throws IOException {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (last) {
                socket.shutdownOutput();
            }
            return socket.getInputStream().readAllBytes();
        } catch (SocketException hungUp) {
            return new byte[0];
        }
    }

    private static Answer parsed(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, text, "");
        }
        return new Answer(Integer.parseInt(text.split(" ", 3)[1]), text.substring(0, end), text.substring(end + 4));
    }
}

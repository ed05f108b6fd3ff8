package se.fixamingata.web.packing;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that is packed when it turns out to be long text. What is written is kept back until that is known, so a length that
 * was announced is passed on only for answers that stay as they are.
 */
final class PackedResponse extends HttpServletResponseWrapper {

    private static final Set<String> TEXT = Set.of(
            "text/html",
            "text/plain",
            "text/css",
            "text/javascript",
            "text/xml",
            "application/javascript",
            "application/json",
            "application/geo+json",
            "application/problem+json",
            "application/manifest+json",
            "application/atom+xml",
            "application/xml",
            "application/xhtml+xml",
            "image/svg+xml");

    private static final int PACKED_BUFFER = 8192;
    private static final String LENGTH = "Content-Length";

    private final boolean wanted;
    private PackedStream stream;
    private PrintWriter writer;
    private long length = -1;

    /** So it was said in a header, which no later beginning takes back but {@link #reset}. */
    private boolean packed;

    PackedResponse(HttpServletResponse response, boolean wanted) {
        super(response);
        this.wanted = wanted;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (writer != null) {
            throw new IllegalStateException("The writer is in use");
        }
        return stream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            if (stream != null) {
                throw new IllegalStateException("The stream is in use");
            }
            // Says the encoding in the type, as the container's own writer does.
            setCharacterEncoding(getCharacterEncoding());
            writer = new PrintWriter(new OutputStreamWriter(stream(), getCharacterEncoding()));
        }
        return writer;
    }

    private PackedStream stream() {
        if (stream == null) {
            stream = new PackedStream(this::open);
        }
        return stream;
    }

    /** Decides. {@code much}: more has been written than is worth sending as it is. */
    private OutputStream open(boolean much) throws IOException {
        boolean text = isText();
        if (text) {
            addHeader("Vary", "Accept-Encoding");
        }
        if (packed || text && wanted && much && !isCommitted()) {
            packed = true;
            super.setHeader("Content-Encoding", "gzip");
            return new GZIPOutputStream(super.getOutputStream(), PACKED_BUFFER, true);
        }
        announceLength();
        return super.getOutputStream();
    }

    private boolean isText() {
        String type = getContentType();
        return type != null
                && TEXT.contains(type.split(";", 2)[0].strip())
                && (packed || getHeader("Content-Encoding") == null)
                && getHeader("Content-Range") == null
                && getStatus() != SC_PARTIAL_CONTENT;
    }

    private void announceLength() {
        if (length >= 0) {
            super.setContentLengthLong(length);
        }
    }

    /** Everything has been written. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (stream == null) {
            announceLength();
        } else {
            stream.finish();
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (stream != null) {
            stream.send();
        }
        super.flushBuffer();
    }

    @Override
    public void reset() {
        super.reset();
        packed = false;
        forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        forget();
        super.sendRedirect(location);
    }

    private void forget() {
        stream = null;
        writer = null;
        length = -1;
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, String value) {
        if (LENGTH.equalsIgnoreCase(name)) {
            length = value == null ? -1 : Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (LENGTH.equalsIgnoreCase(name)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        if (LENGTH.equalsIgnoreCase(name)) {
            length = value;
        } else {
            super.setIntHeader(name, value);
        }
    }
}

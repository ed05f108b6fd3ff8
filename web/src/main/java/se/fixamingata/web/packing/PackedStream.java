package se.fixamingata.web.packing;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Keeps back the first kilobyte; whoever writes more, or wants it sent, has it decided how it goes. */
final class PackedStream extends ServletOutputStream {

    private static final int KEPT_BACK = 1024;

    /** Opens the way to the client: packed or not. */
    interface Way {
        OutputStream open(boolean much) throws IOException;
    }

    private final Way way;
    private final byte[] first = new byte[KEPT_BACK];
    private int count;
    private OutputStream out;
    private boolean finished;

    PackedStream(Way way) {
        this.way = way;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int number) throws IOException {
        if (out == null && number <= first.length - count) {
            System.arraycopy(bytes, from, first, count, number);
            count += number;
            return;
        }
        decide(true);
        out.write(bytes, from, number);
    }

    private void decide(boolean much) throws IOException {
        if (out == null) {
            out = way.open(much);
            out.write(first, 0, count);
        }
    }

    /** Little is kept back even then: whoever flushes at the end would have every short answer packed. */
    @Override
    public void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    /** What has been written is to leave now, however little it is. */
    void send() throws IOException {
        decide(true);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        finish();
        out.close();
    }

    /** All has been written; the container closes its own stream. */
    void finish() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        decide(false);
        if (out instanceof GZIPOutputStream gzip) {
            gzip.finish();
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("Nothing here is written asynchronously");
    }
}

package se.fixamingata.web.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file between its making and its reader, who may be slow: what is being made holds a place that others wait for, what is being sent
 * does not. Nobody else can read it, it is no larger than allowed, and it is gone when it is closed.
 */
final class Spool implements Closeable {

    /** Writes all of the file; does not close the stream. */
    interface Content {

        void write(OutputStream out) throws IOException;
    }

    /** More than a file may hold. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge(long most) {
            super("More than " + most + " bytes");
        }
    }

    private final FileChannel file;
    private final long size;

    private Spool(FileChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    /**
     * Makes the file.
     *
     * @param most bytes
     * @throws TooLarge when it has more
     */
    static Spool of(Content content, long most) throws IOException {
        Path path = Files.createTempFile("fixamingata-export", null);
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            OutputStream out = new BufferedOutputStream(new Bounded(Channels.newOutputStream(file), most));
            content.write(out);
            out.flush();
            return new Spool(file, file.position());
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** Bytes. */
    long size() {
        return size;
    }

    /** Sends all of it. */
    void writeTo(OutputStream out) throws IOException {
        file.position(0);
        Channels.newInputStream(file).transferTo(out);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Counts what goes through. */
    private static final class Bounded extends OutputStream {

        private final OutputStream inner;
        private final long most;
        private long written;

        Bounded(OutputStream inner, long most) {
            this.inner = inner;
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            inner.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            inner.write(bytes, from, length);
        }

        private void count(int more) throws IOException {
            written += more;
            if (written > most) {
                throw new TooLarge(most);
            }
        }
    }
}

package se.fixamingata.web.multipart;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body up to so many bytes. What goes wrong while it is read is the sender's line, and not our disk. */
final class BoundedBody extends FilterInputStream {

    private long room;

    BoundedBody(InputStream body, long most) {
        super(body);
        this.room = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (IOException lost) {
            throw new BrokenForm("The body ended too early", lost);
        }
        room -= Math.max(read, 0);
        if (room < 0) {
            throw new BrokenForm("The body is too large", true);
        }
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        return readNBytes((int) Math.min(length, 8192)).length;
    }
}

package se.fixamingata.photo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A PNG with nothing in it but the picture: header, palette, transparency, pixels.
 *
 * <p>The JDK's reader unpacks compressed texts and colour profiles without a limit, so that 20 MB of a hostile file become gigabytes.
 * What it never sees it cannot unpack.
 */
final class PngEssentials {

    private static final int SIGNATURE = 8;
    private static final int HEADER = 0x49484452;
    private static final int END = 0x49454E44;
    private static final Set<Integer> KEPT =
            Set.of(HEADER, 0x504C5445 /*PLTE*/, 0x74524E53 /*tRNS*/, 0x49444154 /*IDAT*/, END);

    private PngEssentials() {}

    /**
     * @throws PhotoRefused when the file ends before its end chunk
     * @throws IOException when it cannot be read
     */
    static byte[] of(Path file) throws IOException, PhotoRefused {
        long size = Files.size(file);
        ByteArrayOutputStream kept = new ByteArrayOutputStream((int) Math.min(size, PhotoIntake.MAX_BYTES));
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(raw))) {
            kept.write(in.readNBytes(SIGNATURE));
            int type = 0;
            while (type != END) {
                int length = in.readInt();
                type = in.readInt();
                if (length < 0 || length > size) {
                    throw new PhotoRefused("photo.refused.truncated");
                }
                copy(in, kept, length, type);
            }
        } catch (EOFException cut) {
            throw new PhotoRefused("photo.refused.truncated", cut);
        }
        return kept.toByteArray();
    }

    private static void copy(DataInputStream in, ByteArrayOutputStream kept, int length, int type) throws IOException {
        int body = length + 4; // and its checksum
        if (!KEPT.contains(type)) {
            in.skipNBytes(body);
            return;
        }
        for (int value : new int[] {length, type}) {
            kept.write(value >>> 24);
            kept.write(value >>> 16);
            kept.write(value >>> 8);
            kept.write(value);
        }
        byte[] bytes = in.readNBytes(body);
        if (bytes.length < body) {
            throw new EOFException();
        }
        kept.write(bytes);
    }
}

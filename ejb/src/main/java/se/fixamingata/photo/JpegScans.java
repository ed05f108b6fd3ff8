package se.fixamingata.photo;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In how many passes a JPEG is written (ITU-T T.81, B.1.1.2). A decoder goes over the whole picture once for each, and a pass over
 * nothing takes a hundred bytes: 20 MB of them would keep a processor busy for an hour.
 */
final class JpegScans {

    private static final int TEM = 0x01;
    private static final int RST0 = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;

    private JpegScans() {}

    /** The passes of the first picture in the file; a file that is cut short has those that are there. */
    static int count(Path file) throws IOException {
        int scans = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                int marker = nextMarker(in);
                if (marker == EOI && scans > 0) {
                    return scans; // what follows is another picture, or a phone's film
                }
                if (marker >= SOI && marker <= EOI || marker == TEM) {
                    continue;
                }
                scans += marker == SOS ? 1 : 0;
                in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
            }
        } catch (EOFException end) {
            return scans;
        }
    }

    /** Passes over pixels, filling bytes and what does not belong there, like the decoder. */
    private static int nextMarker(DataInputStream in) throws IOException {
        while (true) {
            int value = in.readUnsignedByte();
            while (value != 0xFF) {
                value = in.readUnsignedByte();
            }
            while (value == 0xFF) {
                value = in.readUnsignedByte();
            }
            boolean partOfPixels = value == 0 || value >= RST0 && value < SOI;
            if (!partOfPixels) {
                return value;
            }
        }
    }
}

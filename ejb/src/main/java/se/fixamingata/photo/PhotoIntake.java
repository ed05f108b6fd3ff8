package se.fixamingata.photo;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The door for photos (R9). Whatever comes in is a file that nobody trusts; what goes on is pixels that we have written ourselves, so
 * that metadata, hidden payloads and tricks on decoders stay outside.
 *
 * <p>Memory is bounded: the header is read before a pixel is, large pictures are decoded with gaps, and only two at a
 * time; WebP, whose decoder keeps the whole picture in objects, alone.
 */
@ApplicationScoped
public class PhotoIntake {

    /** 20 MB as uploaded. */
    public static final long MAX_BYTES = 20L * 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(PhotoIntake.class.getName());
    private static final int AT_A_TIME = 2;
    private static final long PATIENCE_SECONDS = 30;
    /** Who waits holds a request thread of the server's 64; the pages need the others. */
    private static final int MOST_WAITING = 24;

    private final Semaphore decoding = new Semaphore(AT_A_TIME, true);
    private final Semaphore room = new Semaphore(AT_A_TIME + MOST_WAITING);

    /**
     * Makes a photo of a file, or says why not. Takes up to a second of computing for the largest ones; never inside a transaction.
     *
     * @param fileName what the sender calls it, in any state
     * @param file read, not changed and not deleted
     */
    public IntakeResult accept(String fileName, Path file) {
        String name = FileNames.clean(fileName);
        try {
            return new IntakeResult.Accepted(name, prepare(file));
        } catch (PhotoRefused refused) {
            return new IntakeResult.Refused(name, refused.key(), refused.arguments());
        } catch (IOException | RuntimeException damaged) {
            // Decoders answer hostile bytes with every exception there is; for the sender it is one and the same news.
            LOG.log(System.Logger.Level.DEBUG, "Unreadable photo", damaged);
            return new IntakeResult.Refused(name, "photo.refused.unreadable");
        }
    }

    private PreparedPhoto prepare(Path file) throws IOException, PhotoRefused {
        PhotoKind kind = kindOf(file);
        if (kind.refusal() != null) {
            throw new PhotoRefused(kind.refusal());
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new PhotoRefused("photo.refused.size", Files.size(file) / (1024 * 1024), MAX_BYTES / (1024 * 1024));
        }
        if (!room.tryAcquire()) {
            throw new PhotoRefused("photo.refused.busy");
        }
        try {
            return whenFree(kind, file);
        } finally {
            room.release();
        }
    }

    private PreparedPhoto whenFree(PhotoKind kind, Path file) throws IOException, PhotoRefused {
        int turns = kind == PhotoKind.WEBP ? AT_A_TIME : 1;
        takeTurn(turns);
        try {
            int orientation = kind == PhotoKind.JPEG ? Orientation.ofJpeg(file) : Orientation.UPRIGHT;
            BufferedImage decoded = PhotoDecoder.decode(kind, file);
            return PhotoWriter.write(decoded, orientation);
        } finally {
            decoding.release(turns);
        }
    }

    private static PhotoKind kindOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return PhotoKind.of(in.readNBytes(PhotoKind.HEAD));
        }
    }

    private void takeTurn(int turns) throws PhotoRefused {
        try {
            if (!decoding.tryAcquire(turns, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new PhotoRefused("photo.refused.busy");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new PhotoRefused("photo.refused.busy", stopping);
        }
    }
}

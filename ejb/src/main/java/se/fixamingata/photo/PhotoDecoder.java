package se.fixamingata.photo;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Turns a file of a known kind into pixels: looks at the header first, refuses what would not fit into memory, and leaves out every
 * n-th pixel of what is large. Uses no cache on disk.
 */
final class PhotoDecoder {

    /** 120 megapixels: the largest that phones make is 108. */
    static final long MAX_PIXELS = 120_000_000;
    /** The only WebP reader in Java unpacks the whole picture first: 16 megapixels took 350 MB of heap. */
    static final long MAX_WEBP_PIXELS = 16_000_000;
    /** Cameras write one, programs ten or a few more. */
    static final int MAX_SCANS = 30;
    /** Of several scans the decoder keeps every coefficient, 6 bytes a pixel, outside the heap. */
    static final long MAX_PIXELS_IN_SCANS = 40_000_000;
    /** In pixels. */
    static final int MAX_SIDE = 20_000;

    private PhotoDecoder() {}

    /**
     * The first frame, at least {@link PhotoSize#FULL} and less than twice as long where the file has that much.
     *
     * @throws PhotoRefused when the header announces too much, or the pixels are not all there
     * @throws IOException when the file is damaged
     */
    static BufferedImage decode(PhotoKind kind, Path file) throws IOException, PhotoRefused {
        int scans = kind == PhotoKind.JPEG ? JpegScans.count(file) : 1;
        if (scans > MAX_SCANS) {
            throw new PhotoRefused("photo.refused.unreadable");
        }
        ImageReader reader = reader(kind);
        AtomicBoolean cutShort = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature")) {
                cutShort.set(true);
            }
        });
        try (ImageInputStream in = open(kind, file)) {
            reader.setInput(in, true, true);
            int longest = checkHeader(maxPixels(kind, scans), reader);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, longest / PhotoSize.FULL.longestSide());
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            if (cutShort.get()) {
                throw new PhotoRefused("photo.refused.truncated");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static long maxPixels(PhotoKind kind, int scans) {
        if (kind == PhotoKind.WEBP) {
            return MAX_WEBP_PIXELS;
        }
        return scans > 1 ? MAX_PIXELS_IN_SCANS : MAX_PIXELS;
    }

    private static int checkHeader(long limit, ImageReader reader) throws IOException, PhotoRefused {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width <= 0 || height <= 0) {
            throw new PhotoRefused("photo.refused.unreadable");
        }
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > limit) {
            throw new PhotoRefused("photo.refused.dimensions", width, height, limit / 1_000_000, MAX_SIDE);
        }
        return Math.max(width, height);
    }

    private static ImageInputStream open(PhotoKind kind, Path file) throws IOException, PhotoRefused {
        return kind == PhotoKind.PNG
                ? new MemoryCacheImageInputStream(new ByteArrayInputStream(PngEssentials.of(file)))
                : new FileImageInputStream(file.toFile());
    }

    /** By name, not by asking the registry who wants it: a file does not choose its reader. */
    private static ImageReader reader(PhotoKind kind) throws IOException {
        if (kind == PhotoKind.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance();
        }
        return ImageIO.getImageReadersByFormatName(kind.name()).next();
    }
}

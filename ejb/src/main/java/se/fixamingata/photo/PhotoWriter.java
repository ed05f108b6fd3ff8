package se.fixamingata.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels as the two JPEGs that are kept: upright, on white, in sRGB, with no metadata. */
final class PhotoWriter {

    private static final float FULL_QUALITY = 0.85f;
    private static final float THUMB_QUALITY = 0.8f;

    private PhotoWriter() {}

    /** @param orientation as in {@link Orientation} */
    static PreparedPhoto write(BufferedImage decoded, int orientation) throws IOException {
        BufferedImage full = turn(scale(decoded, PhotoSize.FULL.longestSide()), orientation);
        BufferedImage thumb = full;
        int target = PhotoSize.THUMB.longestSide();
        // Halving step by step keeps thin lines that one great leap would lose.
        while (longest(thumb) > 2 * target) {
            thumb = scale(thumb, Math.max(target, (longest(thumb) + 1) / 2));
        }
        thumb = scale(thumb, target);
        return new PreparedPhoto(
                jpeg(full, FULL_QUALITY),
                full.getWidth(),
                full.getHeight(),
                jpeg(thumb, THUMB_QUALITY),
                thumb.getWidth(),
                thumb.getHeight());
    }

    /** A copy whose longest side is at most the limit; never enlarged. */
    private static BufferedImage scale(BufferedImage source, int limit) {
        double scale = Math.min(1, (double) limit / longest(source));
        int width = Math.max(1, (int) Math.round(source.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(source.getHeight() * scale));
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width, height);
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(source, 0, 0, width, height, null);
        } finally {
            g.dispose();
        }
        return copy;
    }

    /** Pixel by pixel: apart from {@link #scale}, because an interpolated turn would blend the edges with the ground. */
    private static BufferedImage turn(BufferedImage source, int orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return source;
        }
        int width = source.getWidth();
        int height = source.getHeight();
        boolean sideways = Orientation.turnsSideways(orientation);
        BufferedImage turned =
                new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = turned.createGraphics();
        try {
            g.drawImage(source, Orientation.upright(orientation, width, height), null);
        } finally {
            g.dispose();
        }
        return turned;
    }

    private static int longest(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

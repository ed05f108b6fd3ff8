package se.fixamingata.it;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files that somebody sends as photos, honest ones and others, made on the spot. */
public final class Pictures {

    private Pictures() {}

    /** A lamp post at dusk that does not shine; JPEG. */
    public static byte[] streetLamp(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, new Color(38, 50, 84), 0, height, new Color(214, 146, 106)));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(48, 52, 58));
        g.fillRect(0, height * 4 / 5, width, height / 5);
        g.setColor(new Color(18, 20, 24));
        g.fillRect(width / 2, height / 5, width / 60, height * 3 / 5);
        g.fillRect(width / 2 - width / 8, height / 5, width / 8, height / 60);
        g.fillOval(width / 2 - width / 6, height / 5, width / 12, height / 30);
        g.dispose();
        return encoded(image, "jpeg");
    }

    /** Two frames. */
    public static byte[] animatedGif() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int frame = 0; frame < 2; frame++) {
                BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
                image.setRGB(frame, frame, 0xFF0000);
                writer.writeToSequence(
                        new IIOImage(
                                image,
                                null,
                                writer.getDefaultImageMetadata(
                                        ImageTypeSpecifier.createFromRenderedImage(image), null)),
                        null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The beginning of a file as iPhones write it. */
    public static byte[] heic() {
        return ByteBuffer.allocate(4_096)
                .putInt(24)
                .put("ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** A PNG that announces that size, black and white, all zeros: as small as such a file can be made. */
    public static byte[] bomb(int width, int height, int rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream zip = new DeflaterOutputStream(packed, best)) {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int i = 0; i < rows; i++) {
                zip.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        best.end();
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A JPEG of which the rest got lost on the way. */
    public static byte[] truncated() {
        byte[] whole = streetLamp(800, 600);
        return Arrays.copyOf(whole, whole.length / 3);
    }

    /** A good JPEG with so much behind it that the file has that many bytes. */
    public static byte[] padded(int bytes) {
        return Arrays.copyOf(streetLamp(320, 240), bytes);
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] body) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        try (DataOutputStream data = new DataOutputStream(out)) {
            data.writeInt(body.length);
            data.write(name);
            data.write(body);
            data.writeInt((int) crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

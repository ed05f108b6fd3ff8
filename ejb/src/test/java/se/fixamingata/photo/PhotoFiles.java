package se.fixamingata.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files that somebody might send as a photo, honest ones and others, made on the spot. */
final class PhotoFiles {

    private PhotoFiles() {}

    /** Left half red, right half blue. */
    static BufferedImage redAndBlue(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, width / 2, height);
        g.setColor(Color.BLUE);
        g.fillRect(width / 2, 0, width - width / 2, height);
        g.dispose();
        return image;
    }

    static byte[] jpeg(int width, int height) throws IOException {
        return encode(redAndBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height) throws IOException {
        return encode(redAndBlue(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** A JPEG whose Exif block holds that orientation, a position, and a text that must not survive. */
    static byte[] jpegWithExif(int width, int height, int orientation) throws IOException {
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + 16);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(16).putInt(38);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put("Storgatan hemma\0".getBytes(StandardCharsets.US_ASCII));
        byte[] plain = jpeg(width, height);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.write(plain, 0, 2);
        data.writeShort(0xFFE1);
        data.writeShort(2 + 6 + tiff.capacity());
        data.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        data.write(tiff.array());
        data.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    /** Two frames, the first red and blue, the second all green. */
    static byte[] animatedGif(int width, int height) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            BufferedImage second = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = second.createGraphics();
            g.setColor(Color.GREEN);
            g.fillRect(0, 0, width, height);
            g.dispose();
            for (BufferedImage frame :
                    new BufferedImage[] {redAndBlue(width, height, BufferedImage.TYPE_INT_RGB), second}) {
                writer.writeToSequence(
                        new IIOImage(
                                frame,
                                null,
                                writer.getDefaultImageMetadata(
                                        ImageTypeSpecifier.createFromRenderedImage(frame), null)),
                        null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** 64 by 48, left half red, right half blue, lossy. */
    static byte[] webp() {
        return Base64.getDecoder()
                .decode(
                        "UklGRlwAAABXRUJQVlA4IFAAAADwAwCdASpAADAAPxGGvFasKSYjoqoxgCIJYwDOo9SAZM0jxzXZhOgAAP7kAXvOstu/9wePvOtn99/6u72din5fryQj/G/NguBAYA2fH2AAAA==");
    }

    /** A PNG that announces a size and is as small as such a file can be made: the pixels are zeros, well packed. */
    static byte[] bomb(int width, int height, long packedRows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
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
            for (long i = 0; i < packedRows; i++) {
                zip.write(row);
            }
        }
        best.end();
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A grey JPEG, 128 pixels a side, written in one pass and then gone over that many times for nothing. */
    static byte[] jpegInScans(int idle) {
        int blocks = 16 * 16;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0));
        for (int i = 0; i < 64; i++) {
            out.write(16);
        }
        out.writeBytes(bytes(0xFF, 0xC2, 0, 11, 8, 0, 128, 0, 128, 1, 1, 0x11, 0));
        // One code each, the bit 0: "no difference" for the mean, "none in the next 2^8 blocks and as many as follow"
        // for the rest.
        out.writeBytes(bytes(0xFF, 0xC4, 0, 20, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00));
        out.writeBytes(bytes(0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80));
        out.writeBytes(bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0));
        out.writeBytes(new byte[blocks / 8]);
        for (int i = 0; i < idle; i++) {
            out.writeBytes(bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0, 0x00, 0x7F));
        }
        out.writeBytes(bytes(0xFF, 0xD9));
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** A small palette PNG with a compressed text that unpacks to {@code megabytes}. */
    static byte[] textBomb(int megabytes) throws IOException {
        byte[] plain = encode(redAndBlue(40, 30, BufferedImage.TYPE_BYTE_INDEXED), "png");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream zip = new DeflaterOutputStream(text)) {
            byte[] block = new byte[1024 * 1024];
            Arrays.fill(block, (byte) 'a');
            for (int i = 0; i < megabytes; i++) {
                zip.write(block);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 33); // signature and header
        chunk(out, "zTXt", text.toByteArray());
        out.write(plain, 33, plain.length - 33);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] body) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        data.writeInt(body.length);
        data.write(name);
        data.write(body);
        data.writeInt((int) crc.getValue());
    }
}

package se.fixamingata.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoIntakeTest {

    private static final int RED = 0;
    private static final int BLUE = 2;

    @TempDir
    Path folder;

    private final PhotoIntake intake = new PhotoIntake();

    @Test
    void aJpegComesOutInTwoSizes() throws IOException {
        PreparedPhoto photo = accepted(PhotoFiles.jpeg(3000, 1500));

        assertThat(photo.width()).isEqualTo(2048);
        assertThat(photo.height()).isEqualTo(1024);
        assertThat(photo.thumbWidth()).isEqualTo(400);
        assertThat(photo.thumbHeight()).isEqualTo(200);
        assertThat(dominant(photo.full(), 0.1, 0.5)).isEqualTo(RED);
        assertThat(dominant(photo.thumb(), 0.9, 0.5)).isEqualTo(BLUE);
    }

    @Test
    void whatIsSmallIsNotBlownUp() throws IOException {
        PreparedPhoto photo = accepted(PhotoFiles.png(120, 80));

        assertThat(photo.width()).isEqualTo(120);
        assertThat(photo.thumbWidth()).isEqualTo(120);
    }

    @Test
    void ofAnAnimationTheFirstFrameIsKept() throws IOException {
        PreparedPhoto photo = accepted(PhotoFiles.animatedGif(200, 100));

        assertThat(dominant(photo.full(), 0.1, 0.5)).isEqualTo(RED);
        assertThat(dominant(photo.full(), 0.9, 0.5)).isEqualTo(BLUE);
    }

    @Test
    void webPIsRead() throws IOException {
        PreparedPhoto photo = accepted(PhotoFiles.webp());

        assertThat(photo.width()).isEqualTo(64);
        assertThat(dominant(photo.full(), 0.1, 0.5)).isEqualTo(RED);
        assertThat(dominant(photo.full(), 0.9, 0.5)).isEqualTo(BLUE);
    }

    @Test
    void whatIsTransparentLiesOnWhite() throws IOException {
        BufferedImage empty = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
        PreparedPhoto photo = accepted(PhotoFiles.encode(empty, "png"));

        assertThat(read(photo.full()).getRGB(30, 30) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    /** Where the left, red half of the stored picture must end up (Exif 2.32). */
    @ParameterizedTest
    @CsvSource({
        "1, 0.1, 0.5, false", "2, 0.9, 0.5, false", "3, 0.9, 0.5, false", "4, 0.1, 0.5, false",
        "5, 0.5, 0.1, true", "6, 0.5, 0.1, true", "7, 0.5, 0.9, true", "8, 0.5, 0.9, true"
    })
    void theCameraMayHaveBeenHeldAnyWay(int orientation, double redX, double redY, boolean upended) throws IOException {
        PreparedPhoto photo = accepted(PhotoFiles.jpegWithExif(200, 100, orientation));

        assertThat(photo.width()).isEqualTo(upended ? 100 : 200);
        assertThat(dominant(photo.full(), redX, redY)).isEqualTo(RED);
        assertThat(dominant(photo.full(), 1 - redX, 1 - redY)).isEqualTo(BLUE);
    }

    @Test
    void metadataAreGone() throws IOException {
        PreparedPhoto photo = accepted(PhotoFiles.jpegWithExif(200, 100, 1));

        for (byte[] kept : List.of(photo.full(), photo.thumb())) {
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Storgatan");
        }
    }

    @Test
    void theNameClaimsNothing() throws IOException {
        assertThat(intake.accept("virus.exe", file(PhotoFiles.png(50, 50)))).isInstanceOf(IntakeResult.Accepted.class);
    }

    @Test
    void aPageThatPretendsToBeAPhotoIsRefused() throws IOException {
        assertRefused("<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "html");
    }

    @Test
    void aDrawingIsRefused() throws IOException {
        assertRefused("<?xml version='1.0'?><svg onload='x()'/>".getBytes(StandardCharsets.UTF_8), "svg");
    }

    @Test
    void nothingIsRefused() throws IOException {
        assertRefused(new byte[0], "empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "mif1"})
    void heicIsRefusedByItsOwnName(String brand) throws IOException {
        assertRefused(("\0\0\0\u0018ftyp" + brand + "\0\0\0\0mif1heic").getBytes(StandardCharsets.ISO_8859_1), "heic");
    }

    @Test
    void aFilmIsRefused() throws IOException {
        assertRefused("\0\0\0\u0018ftypisom\0\0\0\0isomavc1".getBytes(StandardCharsets.ISO_8859_1), "type");
    }

    @Test
    void aPdfIsRefused() throws IOException {
        assertRefused("%PDF-1.7 …".getBytes(StandardCharsets.ISO_8859_1), "type");
    }

    @Test
    void aNeedleOf150MillionPixelsIsRefusedByItsHeader() throws IOException {
        IntakeResult.Refused refused = assertRefused(PhotoFiles.bomb(1, 150_000_000, 10), "dimensions");

        assertThat(refused.arguments()).startsWith(1, 150_000_000);
    }

    @Test
    void aSquareOf900MillionPixelsInFortyKilobytesIsRefusedByItsHeader() throws IOException {
        byte[] bomb = PhotoFiles.bomb(30_000, 30_000, 10_000);
        assertThat(bomb.length).isLessThan(45_000);

        assertRefused(bomb, "dimensions");
    }

    @Test
    void whatIsJustWithinTheLimitsIsDecodedWithGaps() throws IOException {
        PreparedPhoto photo = accepted(PhotoFiles.bomb(20_000, 6_000, 6_000));

        assertThat(photo.width()).isEqualTo(2048);
        assertThat(photo.height()).isEqualTo(614);
    }

    @Test
    void aTextThatUnpacksToGigabytesIsNotUnpacked() throws IOException {
        byte[] bomb = PhotoFiles.textBomb(2_000);
        assertThat(bomb.length).isLessThan(3_000_000);

        assertThat(accepted(bomb).width()).isEqualTo(40);
    }

    @Test
    void aJpegInAFewPassesIsDecoded() throws IOException {
        assertThat(accepted(PhotoFiles.jpegInScans(12)).width()).isEqualTo(128);
    }

    @Test
    void aJpegThatKeepsTheProcessorBusyIsNotEvenBegun() throws IOException {
        assertRefused(PhotoFiles.jpegInScans(100_000), "unreadable");
    }

    @Test
    void passesBehindTheEndDoNotCount() throws IOException {
        ByteArrayOutputStream motion = new ByteArrayOutputStream();
        motion.writeBytes(PhotoFiles.jpeg(40, 30));
        motion.writeBytes(PhotoFiles.jpegInScans(100));

        assertThat(accepted(motion.toByteArray()).width()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 0.98})
    void aJpegCutShortIsRefused(double part) throws IOException {
        byte[] whole = PhotoFiles.jpeg(900, 700);
        assertRefused(Arrays.copyOf(whole, (int) (whole.length * part)), "truncated");
    }

    @Test
    void aJpegOfItsFirstBytesOnlyIsRefused() throws IOException {
        assertRefused(Arrays.copyOf(PhotoFiles.jpeg(900, 700), 30), "unreadable");
    }

    @Test
    void aPngCutShortIsRefused() throws IOException {
        byte[] whole = PhotoFiles.png(900, 700);
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "truncated");
    }

    @Test
    void aGifCutShortIsRefusedOrShownAsFarAsItGoes() throws IOException {
        byte[] whole = PhotoFiles.animatedGif(900, 700);
        IntakeResult result = intake.accept("a.gif", file(Arrays.copyOf(whole, 400)));

        assertThat(result).isInstanceOf(IntakeResult.Refused.class);
    }

    @Test
    void noiseBehindAPhotosSignatureIsRefused() throws IOException {
        byte[] noise = new byte[5_000];
        new java.util.Random(7).nextBytes(noise);
        for (byte[] start : List.of(PhotoFiles.jpeg(50, 50), PhotoFiles.png(50, 50), PhotoFiles.webp())) {
            byte[] file = noise.clone();
            System.arraycopy(start, 0, file, 0, 16);
            assertThat(intake.accept("a.jpg", file(file))).isInstanceOf(IntakeResult.Refused.class);
        }
    }

    @Test
    void moreThanTwentyMegabytesIsRefused() throws IOException {
        byte[] heavy = Arrays.copyOf(PhotoFiles.jpeg(50, 50), 21 * 1024 * 1024);

        IntakeResult.Refused refused = assertRefused(heavy, "size");

        assertThat(refused.arguments()).containsExactly(21L, 20L);
    }

    @Test
    void theRefusalNamesTheFile() throws IOException {
        IntakeResult.Refused refused =
                (IntakeResult.Refused) intake.accept("C:\\bilder\\lampa\u202E.jpg", file(new byte[0]));

        assertThat(refused.fileName()).isEqualTo("lampa.jpg");
    }

    @Test
    void manyAtOnceAllGetTheirTurn() throws Exception {
        Path large = file(PhotoFiles.jpeg(4000, 3000));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<IntakeResult> one = () -> intake.accept("a.jpg", large);
            for (Future<IntakeResult> result : pool.invokeAll(List.of(one, one, one, one, one, one, one, one))) {
                assertThat(result.get()).isInstanceOf(IntakeResult.Accepted.class);
            }
        } finally {
            pool.shutdown();
        }
    }

    private PreparedPhoto accepted(byte[] bytes) throws IOException {
        IntakeResult result = intake.accept("foto.jpg", file(bytes));
        assertThat(result).isInstanceOf(IntakeResult.Accepted.class);
        return ((IntakeResult.Accepted) result).photo();
    }

    private IntakeResult.Refused assertRefused(byte[] bytes, String reason) throws IOException {
        IntakeResult result = intake.accept("foto.jpg", file(bytes));
        assertThat(result).isInstanceOfSatisfying(IntakeResult.Refused.class, refused -> assertThat(refused.key())
                .isEqualTo("photo.refused." + reason));
        return (IntakeResult.Refused) result;
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "photo", ".bin"), bytes);
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** Red, green or blue (0, 1, 2): which is strongest at that part of width and height. */
    private static int dominant(byte[] jpeg, double x, double y) throws IOException {
        BufferedImage image = read(jpeg);
        int rgb = image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()));
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        return red > green && red > blue ? RED : blue > green ? BLUE : 1;
    }
}

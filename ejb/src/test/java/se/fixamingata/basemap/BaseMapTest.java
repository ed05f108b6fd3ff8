package se.fixamingata.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportStatus;

class BaseMapTest {

    private static final DrawingBoard BOARD = new DrawingBoard(new SmallCountry());

    private final BaseMap map = new BaseMap(BOARD);

    @ParameterizedTest
    @CsvSource({"3,0,0", "19,0,0", "4,16,0", "4,0,16", "4,-1,0", "18,262144,0"})
    void whatIsNoTileIsRefused(int z, int x, int y) {
        assertThat(BaseMap.exists(z, x, y)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> map.tile(z, x, y, 1, Theme.LIGHT));
    }

    @ParameterizedTest
    @CsvSource({"4,0,0", "4,15,15", "18,262143,262143", "10,1023,0"})
    void farFromTheCountryThereIsStillATile(int z, int x, int y) throws IOException {
        BufferedImage tile = ImageIO.read(new ByteArrayInputStream(map.tile(z, x, y, 1, Theme.LIGHT)));

        assertThat(tile.getWidth()).isEqualTo(256);
        assertThat(tile.getHeight()).isEqualTo(256);
    }

    @Test
    void denseScreensGetTwiceThePixels() throws IOException {
        MapCell cell = MapCell.at(SmallCountry.TOWN, 12);

        BufferedImage tile = ImageIO.read(new ByteArrayInputStream(map.tile(12, cell.x(), cell.y(), 2, Theme.DARK)));

        assertThat(tile.getWidth()).isEqualTo(512);
    }

    @Test
    void manyWhoAskAtOnceGetTheSameDrawing() throws Exception {
        MapCell cell = MapCell.at(SmallCountry.TOWN, 11);
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(readers.submit(() -> map.tile(11, cell.x(), cell.y(), 1, Theme.LIGHT)));
            }
            byte[] first = answers.get(0).get();
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isSameAs(first);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void aCrowdDoesNotWaitWithoutEnd() throws Exception {
        DrawingBoard board = new DrawingBoard(new SmallCountry());
        CountDownLatch finished = new CountDownLatch(1);
        ExecutorService crowd = Executors.newCachedThreadPool();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 3 * DrawingBoard.MOST_WAITING; i++) {
                all.add(crowd.submit(() -> board.inTurn(drawing -> awaited(finished))));
            }
            int served = DrawingBoard.AT_ONCE + DrawingBoard.MOST_WAITING;
            Awaitility.await().until(() -> all.stream().filter(Future::isDone).count() == all.size() - served);
            finished.countDown();

            int refused = 0;
            for (Future<?> one : all) {
                try {
                    one.get();
                } catch (ExecutionException busy) {
                    assertThat(busy).hasCauseInstanceOf(MapBusyException.class);
                    refused++;
                }
            }
            assertThat(all.size() - refused).isEqualTo(served);
        } finally {
            finished.countDown();
            crowd.shutdownNow();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aStillPictureHasItsPinAndItsThanks() throws IOException {
        MapPicture pictures = new MapPicture(BOARD, ReferenceData.builtIn());
        Position place = SmallCountry.TOWN;

        byte[] bare = pictures.draw(place, 14, 320, 200, 1, Theme.LIGHT, List.of());
        for (ReportStatus status : ReportStatus.values()) {
            byte[] pinned = pictures.draw(place, 14, 320, 200, 1, Theme.LIGHT, List.of(new Pin(place, status)));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(pinned));

            assertThat(pinned).as("%s", status).isNotEqualTo(bare);
            assertThat(image.getRGB(160 - 10, 100 - 20) & 0xFFFFFF)
                    .as("%s stands above its place", status)
                    .isEqualTo(PinPainter.colour(status, Theme.LIGHT).getRGB() & 0xFFFFFF);
        }
    }

    @ParameterizedTest
    @CsvSource({"3,100,100,1", "19,100,100,1", "12,31,100,1", "12,100,1281,1", "12,100,100,3", "12,100,100,0"})
    void aStillPictureOutOfRangeIsRefused(int zoom, int width, int height, int scale) {
        MapPicture pictures = new MapPicture(BOARD, ReferenceData.builtIn());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pictures.draw(SmallCountry.TOWN, zoom, width, height, scale, Theme.LIGHT, List.of()));
    }
}

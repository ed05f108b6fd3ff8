package se.fixamingata.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;

class DrawingTest {

    /** Shades that antialiasing may differ by when the same shape is drawn from another corner. */
    private static final int SHADES = 12;

    private static final Drawing DRAWING = new Drawing(new MapData(new SmallCountry()));

    static Stream<Arguments> everyZoom() {
        return Stream.iterate(BaseMap.MIN_ZOOM, z -> z <= BaseMap.MAX_ZOOM, z -> z + 1)
                .flatMap(z -> Stream.of(
                        Arguments.of(z, SmallCountry.TOWN, 1),
                        Arguments.of(z, SmallCountry.TOWN, 2),
                        Arguments.of(z, SmallCountry.BARE, 1)));
    }

    @ParameterizedTest
    @MethodSource("everyZoom")
    void neighbouringTilesFitAtTheirBorder(int zoom, Position place, int scale) {
        MapCell cell = MapCell.at(place, zoom);
        BufferedImage left = DRAWING.draw(Frame.tile(zoom, cell.x(), cell.y(), scale), Theme.LIGHT);
        BufferedImage right = DRAWING.draw(Frame.tile(zoom, cell.x() + 1, cell.y(), scale), Theme.LIGHT);
        BufferedImage below = DRAWING.draw(Frame.tile(zoom, cell.x(), cell.y() + 1, scale), Theme.LIGHT);
        BufferedImage whole =
                DRAWING.draw(new Frame(zoom, cell.x() * 256.0, cell.y() * 256.0, 512, 512, scale), Theme.LIGHT);

        int side = 256 * scale;
        assertThat(worst(left, whole, 0, 0)).isLessThanOrEqualTo(SHADES);
        assertThat(worst(right, whole, side, 0)).isLessThanOrEqualTo(SHADES);
        assertThat(worst(below, whole, 0, side)).isLessThanOrEqualTo(SHADES);
    }

    @ParameterizedTest
    @MethodSource("everyZoom")
    void noZoomIsBlankAndDarkIsAnotherPicture(int zoom, Position place, int scale) {
        Frame frame = around(place, zoom, scale);
        BufferedImage light = DRAWING.draw(frame, Theme.LIGHT);
        BufferedImage dark = DRAWING.draw(frame, Theme.DARK);

        assertThat(colours(light)).hasSizeGreaterThan(1);
        assertThat(colours(dark)).hasSizeGreaterThan(1);
        assertThat(brightness(light)).isGreaterThan(brightness(dark) + 80);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
    void noNameStandsOnAnother(int zoom) {
        List<Label> labels = DRAWING.labels(zoom).all();

        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                for (Envelope box : labels.get(i).boxes()) {
                    assertThat(labels.get(j).boxes())
                            .as("%s and %s", labels.get(i).text(), labels.get(j).text())
                            .noneMatch(box::intersects);
                }
            }
        }
    }

    @Test
    void theSameDataGiveTheSamePictureByteForByte() {
        Drawing again = new Drawing(new MapData(new SmallCountry()));

        for (int zoom : new int[] {5, 9, 12, 16}) {
            Frame frame = around(SmallCountry.TOWN, zoom, 1);
            assertThat(Drawing.png(again.draw(frame, Theme.LIGHT)))
                    .isEqualTo(Drawing.png(DRAWING.draw(frame, Theme.LIGHT)));
        }
        assertThat(again.version()).isEqualTo(DRAWING.version());
    }

    @Test
    void theMoreImportantNameStaysWhenTwoWantTheSameGround() {
        assertThat(DRAWING.labels(6).all()).extracting(Label::text).contains("Åmåla");
        assertThat(DRAWING.labels(12).all()).extracting(Label::text).contains("Åmåla", "Östanå", "Överby");
    }

    @Test
    void onePlaceOutOfTwoSourcesIsNamedOnce() {
        assertThat(DRAWING.labels(14).all()).extracting(Label::text).containsOnlyOnce("Överby");
    }

    @Test
    void streetsAreNamedWhereTheyAre() {
        assertThat(DRAWING.labels(17).all())
                .extracting(Label::text)
                .contains("Storgatan", "Östra Ågatan", "Stadsparken");
        assertThat(DRAWING.labels(13).all()).extracting(Label::text).doesNotContain("Storgatan");
    }

    @Test
    void aSharpCornerCarriesNoName() {
        double step = 200 / Mercator.pixels(17);
        Strand corner = Strand.ofWorld(0.5, 0.3, 0.5 + step / 8, 0.3, 0.5 + step / 8, 0.3 + step / 8);

        assertThat(StreetLettering.along(corner, 17, "Långa gatan", Ink.STREET, 13, 25))
                .isEmpty();
    }

    private static Frame around(Position place, int zoom, int scale) {
        double pixels = Mercator.pixels(zoom);
        double left = Math.rint(Mercator.x(place.lon()) * pixels - 400);
        double top = Math.rint(Mercator.y(place.lat()) * pixels - 300);
        return new Frame(zoom, left, top, 800, 600, scale);
    }

    private static int worst(BufferedImage part, BufferedImage whole, int dx, int dy) {
        int worst = 0;
        int[] first = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
        int[] second = whole.getRGB(dx, dy, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
        for (int i = 0; i < first.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                worst = Math.max(worst, Math.abs((first[i] >> shift & 0xFF) - (second[i] >> shift & 0xFF)));
            }
        }
        return worst;
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        int width = image.getWidth();
        for (int colour : image.getRGB(0, 0, width, image.getHeight(), null, 0, width)) {
            colours.add(colour);
        }
        return colours;
    }

    private static double brightness(BufferedImage image) {
        double sum = 0;
        for (int y = 0; y < image.getHeight(); y += 4) {
            for (int x = 0; x < image.getWidth(); x += 4) {
                sum += image.getRGB(x, y) >> 8 & 0xFF;
            }
        }
        return sum * 16 / image.getWidth() / image.getHeight();
    }
}

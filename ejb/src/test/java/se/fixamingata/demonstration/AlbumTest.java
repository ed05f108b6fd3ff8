package se.fixamingata.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlbumTest {

    @ParameterizedTest
    @EnumSource(Scene.class)
    void everySceneIsAPictureOfItsOwnEachTime(Scene scene) {
        BufferedImage one = Photographer.take(scene, new SplittableRandom(1));
        BufferedImage same = Photographer.take(scene, new SplittableRandom(1));
        BufferedImage other = Photographer.take(scene, new SplittableRandom(2));

        assertThat(one.getWidth()).isEqualTo(1024);
        assertThat(pixels(same)).isEqualTo(pixels(one));
        assertThat(pixels(other)).isNotEqualTo(pixels(one));
        assertThat(Arrays.stream(pixels(one)).distinct().count()).isGreaterThan(1000);
    }

    @Test
    void everyStoryFitsTheForm() {
        assertThat(new Texts().stories()).hasSizeGreaterThan(150).allSatisfy(story -> {
            assertThat(story.title().length()).isBetween(5, 100);
            assertThat(story.description().length()).isBetween(10, 3_800);
            assertThat(story.title() + story.description()).doesNotContain("!");
        });
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}

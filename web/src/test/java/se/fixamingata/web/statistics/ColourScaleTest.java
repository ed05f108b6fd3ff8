package se.fixamingata.web.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColourScaleTest {

    @Test
    void aboutAsManyHaveEachShade() {
        ColourScale scale = ColourScale.of(
                IntStream.range(0, 100).mapToObj(i -> (double) i * i).toList());
        for (int shade = 0; shade < 5; shade++) {
            int here = shade;
            assertThat(IntStream.range(0, 100).filter(i -> scale.shade(i * i) == here))
                    .hasSize(20);
        }
        assertThat(scale.steps()).hasSize(5);
        assertThat(scale.steps().get(4).to()).isEqualTo(99 * 99);
    }

    @Test
    void manyNoughtsAreOneShadeAndLeaveTheOthersToTheRest() {
        ColourScale scale = ColourScale.of(
                Stream.concat(Collections.nCopies(280, 0.0).stream(), Stream.of(0.4, 1.2, 2.5, 3.9, 4.1, 5.0, 7.0, 9.0))
                        .toList());
        assertThat(scale.shade(0)).isZero();
        assertThat(List.of(scale.shade(0.4), scale.shade(2.5), scale.shade(4.1), scale.shade(9)))
                .containsExactly(1, 2, 3, 4);
        assertThat(scale.steps()).hasSize(5);
        assertThat(scale.steps().get(0)).isEqualTo(new ColourScale.Step(0, 0, 0, false));
    }

    @Test
    void noughtsAloneAreFineToo() {
        assertThat(ColourScale.of(List.of(0.0, 0.0)).steps()).containsExactly(new ColourScale.Step(0, 0, 0, true));
    }

    @Test
    void oneFigureOrNoneIsFineToo() {
        assertThat(ColourScale.of(List.of()).steps()).isEmpty();
        ColourScale one = ColourScale.of(List.of(3.0));
        assertThat(one.shade(3)).isZero();
        assertThat(one.steps()).containsExactly(new ColourScale.Step(0, 3, 3, true));
    }
}

package se.fixamingata.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.report.ReportStatus;

class PaletteTest {

    @ParameterizedTest
    @EnumSource(Theme.class)
    void namesCanBeReadOnEveryGround(Theme theme) {
        Palette palette = Palette.of(theme);
        List<Color> grounds = List.of(palette.land(), palette.town(), palette.water(), palette.street());

        for (Ink ink : List.of(Ink.CITY, Ink.PLACE, Ink.QUIET, Ink.REGION, Ink.WATER, Ink.STREET)) {
            for (Color ground : grounds) {
                if (ink == Ink.WATER && ground == palette.street()) {
                    continue;
                }
                assertThat(contrast(ink.colour(palette), ground))
                        .as("%s on %s", ink, ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(contrast(palette.parkInk(), palette.park())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(palette.shieldInk(), palette.europeanShield())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(palette.shieldInk(), palette.nationalShield())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource(ReportStatus.class)
    void pinsStandOutFromTheGround(ReportStatus status) {
        for (Theme theme : Theme.values()) {
            Palette palette = Palette.of(theme);
            for (Color ground : List.of(palette.land(), palette.water(), palette.town(), palette.park())) {
                assertThat(contrast(PinPainter.colour(status, theme), ground))
                        .as("%s %s", status, theme)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    /** WCAG 2.2's ratio of relative luminances. */
    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}

package se.fixamingata.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Computes the contrast of every pair of colours that meet, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11). */
class TokensTest {

    private static final Path TOKENS = Path.of("src/main/webapp/resources/css/tokens.css");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textIsReadable(boolean dark) throws IOException {
        Map<String, Integer> colours = colours(dark);
        for (String ground : new String[] {"ground", "ground-quiet", "primary-ground"}) {
            for (String text : new String[] {"ink", "ink-quiet", "primary", "primary-hover"}) {
                assertContrast(colours, text, ground, 4.5);
            }
        }
        assertContrast(colours, "on-primary", "primary", 4.5);
        assertContrast(colours, "on-primary", "primary-hover", 4.5);
        assertContrast(colours, "wrong", "ground", 4.5);
        assertContrast(colours, "wrong", "wrong-ground", 4.5);
        assertContrast(colours, "ink", "wrong-ground", 4.5);
        assertContrast(colours, "ink", "notice-ground", 4.5);
        assertContrast(colours, "primary", "notice-ground", 4.5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void glyphsAndEdgesAreSeen(boolean dark) throws IOException {
        Map<String, Integer> colours = colours(dark);
        for (String ground : new String[] {"ground", "ground-quiet", "primary-ground"}) {
            for (String shape :
                    new String[] {"status-reported", "status-working", "status-fixed", "status-closed", "line-input"}) {
                assertContrast(colours, shape, ground, 3);
            }
        }
        assertContrast(colours, "on-status", "status-fixed", 3);
        assertContrast(colours, "focus", "focus-outside", 3);
    }

    private static void assertContrast(Map<String, Integer> colours, String above, String below, double least) {
        assertThat(contrast(colours.get(above), colours.get(below)))
                .as("%s on %s", above, below)
                .isGreaterThanOrEqualTo(least);
    }

    /** The light ones, or those with the dark ones put over them. */
    private static Map<String, Integer> colours(boolean dark) throws IOException {
        String css = Files.readString(TOKENS);
        int boundary = css.indexOf("@media (prefers-color-scheme: dark)");
        Matcher found = COLOUR.matcher(dark ? css : css.substring(0, boundary));
        Map<String, Integer> colours = new HashMap<>();
        while (found.find()) {
            colours.put(found.group(1), Integer.parseInt(found.group(2), 16));
        }
        return colours;
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}

package se.fixamingata.operatordesk.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** No value leaves that is not named. */
class ShownSettingsTest {

    private static final Map<String, String> VALUES =
            Map.of("fmg.smtp.password", "hemligt", "fmg.new.secret", "hemligt", "fmg.demo", "true", "fmg.geodata", "");

    private static SettingLine line(String name) {
        return ShownSettings.line(name, VALUES::get, one -> one.equals("fmg.demo") ? 300 : 100);
    }

    @Test
    void secretsAndWhatNobodyHasThoughtOfAreOnlyToldToBeSet() {
        assertThat(line("fmg.smtp.password")).isEqualTo(new SettingLine("fmg.smtp.password", null, true, false, true));
        assertThat(line("fmg.new.secret")).isEqualTo(new SettingLine("fmg.new.secret", null, true, false, true));
        assertThat(line("fmg.mailbox.password").set()).isFalse();
    }

    @Test
    void othersAreShownWithWhereTheyComeFrom() {
        assertThat(line("fmg.demo")).isEqualTo(new SettingLine("fmg.demo", "true", true, true, false));
        assertThat(line("fmg.geodata")).isEqualTo(new SettingLine("fmg.geodata", null, false, true, true));
        assertThat(ShownSettings.names(List.of("fmg.new.secret", "PATH", "java.home")))
                .contains("fmg.new.secret", "fmg.smtp.password", "fmg.demo")
                .allMatch(name -> name.startsWith("fmg."));
    }

    @Test
    void nothingThatSoundsSecretIsShown() {
        assertThat(ShownSettings.SHOWN).noneMatch(name -> name.matches(".*(password|secret|token|user|credential).*"));
        assertThat(ShownSettings.SHOWN).doesNotContainAnyElementsOf(ShownSettings.TOLD);
    }

    @Test
    void whatIsShownIsThere() throws IOException {
        Properties shipped = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            shipped.load(file);
        }
        assertThat(shipped.stringPropertyNames())
                .containsAll(ShownSettings.SHOWN.stream()
                        .filter(name -> !name.equals("fmg.mailbox.port"))
                        .toList());
    }
}

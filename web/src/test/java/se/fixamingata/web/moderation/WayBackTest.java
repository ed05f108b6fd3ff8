package se.fixamingata.web.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.moderation.Subject;

class WayBackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/handlaggning/granskning?a=forshaga&sida=2",
                "/handlaggning/rapport/12",
                "/handlaggning/rapport/12?fran=a%3Dforshaga"
            })
    void pagesOfTheBackOfficeAreTheWayBack(String page) {
        assertThat(WayBack.of(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://evil.example/handlaggning/x",
                "//evil.example/handlaggning/x",
                "/handlaggning//evil.example",
                "/handlaggning/x\r\nSet-Cookie: a=b",
                "/logga-ut",
                "/handlaggning/../logga-ut",
                "/handlaggning/x?y=<script>"
            })
    void nothingElseIs(String elsewhere) {
        assertThat(WayBack.of(elsewhere)).isEqualTo("/handlaggning/granskning");
    }

    @Test
    void whatWasDoneIsToldOnce() {
        Granted hidden = new Granted("hide", Subject.update(17), false);
        String told = WayBack.with("/handlaggning/granskning?a=forshaga", hidden);
        assertThat(told).isEqualTo("/handlaggning/granskning?a=forshaga&granskat=hide.update.17.0");
        assertThat(WayBack.with(told, new Granted("undo", Subject.update(17), true)))
                .isEqualTo("/handlaggning/granskning?a=forshaga&granskat=undo.update.17.1");
        assertThat(WayBack.with("/handlaggning/rapport/1", hidden))
                .isEqualTo("/handlaggning/rapport/1?granskat=hide.update.17.0#granska");
    }

    @Test
    void theAddressIsBelievedOnlyWhenItMakesSense() {
        assertThat(Granted.parse("hide.update.17.0")).contains(new Granted("hide", Subject.update(17), false));
        assertThat(Granted.parse("keep.photo." + "a".repeat(22) + ".1"))
                .contains(new Granted("keep", Subject.photo("a".repeat(22)), true));
        for (String nonsense :
                new String[] {null, "", "hide", "hide.update.x.0", "steal.update.17.0", "hide.update.17.0.1"}) {
            assertThat(Granted.parse(nonsense)).isEmpty();
        }
        assertThat(new Granted("hide", Subject.update(17), false).reverse()).isEqualTo("undo");
        assertThat(new Granted("erase", Subject.update(17), false).reverse()).isNull();
    }
}

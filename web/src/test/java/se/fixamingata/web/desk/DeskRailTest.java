package se.fixamingata.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.fixamingata.account.Right;

class DeskRailTest {

    @Test
    void thePageItselfIsCurrent() {
        assertThat(current("/handlaggning/logg")).containsExactly("/handlaggning/logg");
        assertThat(current("/handlaggning")).containsExactly("/handlaggning");
    }

    @Test
    void whatLiesBelowAPageBelongsToIt() {
        assertThat(current("/handlaggning/personal/17")).containsExactly("/handlaggning/personal");
        assertThat(current("/handlaggning/rapport/17")).containsExactly("/handlaggning");
    }

    @Test
    void elsewhereNothingIsCurrent() {
        assertThat(current("/konto")).isEmpty();
        assertThat(current("/handlaggningen")).isEmpty();
    }

    @Test
    void everybodySeesWhatTheyMayUseWithTheDeskThatTheySitAt() {
        assertThat(DeskRail.entries("/", right -> right == Right.VIEW, false, "a=forshaga"))
                .extracting(DeskEntry::path)
                .containsExactly(
                        "/handlaggning/start?a=forshaga", "/handlaggning?a=forshaga", "/handlaggning/guide?a=forshaga");
        assertThat(DeskRail.entries("/", right -> false, false, ""))
                .extracting(DeskEntry::path)
                .containsExactly("/handlaggning/guide");
        assertThat(DeskRail.entries("/", right -> right == Right.MODERATE, true, "a=forshaga"))
                .extracting(DeskEntry::path)
                .containsExactly(
                        "/handlaggning/granskning?a=forshaga",
                        "/handlaggning/guide?a=forshaga",
                        "/drift",
                        "/drift/checklista",
                        "/drift/kommuner",
                        "/drift/leveranser",
                        "/drift/integration",
                        "/drift/anvandare",
                        "/drift/utskick",
                        "/drift/meddelanden",
                        "/drift/sparrade",
                        "/drift/jobb",
                        "/drift/post",
                        "/drift/gallring",
                        "/drift/person",
                        "/drift/installningar",
                        "/drift/logg");
    }

    private static List<String> current(String address) {
        return DeskRail.entries(address, right -> true, true, "").stream()
                .filter(entry -> "page".equals(entry.current()))
                .map(DeskEntry::path)
                .toList();
    }
}

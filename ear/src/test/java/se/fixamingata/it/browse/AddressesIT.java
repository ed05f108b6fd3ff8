package se.fixamingata.it.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** What is no page's address answers 404, also below a page and for somebody who may see everything. */
class AddressesIT extends ServerTest {

    private static final Path PAGES = Path.of(System.getProperty("fmg.root", ".."), "web/src/main/webapp");

    private static Resident operator;

    @BeforeAll
    static void signIn() {
        operator = Staff.operator().at("1763", "ADMINISTRATOR").signedIn();
    }

    @Test
    void belowEveryPageIsNothingButItsOwn() throws IOException {
        List<String> pages = pages();
        assertThat(pages).contains("/om", "/rapport", "/handlaggning/rapport");
        assertThat(pages.stream().map(page -> page + "/finns-inte/alls"))
                .allSatisfy(address -> assertThat(operator.get(address).statusCode())
                        .as(address)
                        .isEqualTo(404));
        assertThat(operator.get("/finns-inte").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageThatTakesPartOfItsAddressGetsIt() {
        assertThat(operator.get("/kommun/forshaga").statusCode()).isEqualTo(200);
        assertThat(operator.get("/logga-in/skickat").statusCode()).isEqualTo(200);
        assertThat(operator.get("/statistik/data/kommuner.csv").statusCode()).isEqualTo(200);
        assertThat(operator.get("/handlaggning/svarsmallar/ny?a=forshaga").statusCode())
                .isEqualTo(200);
        assertThat(operator.get("/handlaggning/personal/bjud-in?a=forshaga").statusCode())
                .isEqualTo(200);
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.map(file -> "/" + PAGES.relativize(file))
                    .filter(file -> file.endsWith(".xhtml") && !file.startsWith("/WEB-INF/"))
                    .map(file -> file.substring(0, file.length() - ".xhtml".length()))
                    .toList();
        }
    }
}

package se.fixamingata.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressPartsTest {

    private static final String ADDRESS =
            "status=fixed,reported&category=drain&text=h%C3%A5l+%26+lampa&box=59.1,13.1,59.2,13.2&sort=-priority&page=3&rows=50";

    @Test
    void eachValueIsAFilterOfItsOwn() {
        assertThat(AddressParts.of(ADDRESS).filters())
                .containsExactly(
                        Map.entry("status", "fixed"),
                        Map.entry("status", "reported"),
                        Map.entry("category", "drain"),
                        Map.entry("text", "hål & lampa"),
                        Map.entry("box", "59.1,13.1,59.2,13.2"));
        assertThat(AddressParts.of("").filters()).isEmpty();
    }

    @Test
    void oneIsTakenAwayAndTheOthersStayOnTheFirstPage() {
        assertThat(AddressParts.of(ADDRESS).without("status", "fixed"))
                .isEqualTo(
                        "status=reported&category=drain&text=h%C3%A5l+%26+lampa&box=59.1,13.1,59.2,13.2&sort=-priority&rows=50");
        assertThat(AddressParts.of(ADDRESS).without("text", "hål & lampa"))
                .isEqualTo("status=fixed,reported&category=drain&box=59.1,13.1,59.2,13.2&sort=-priority&rows=50");
        assertThat(AddressParts.of("category=drain").without("category", "drain"))
                .isEmpty();
    }

    @Test
    void clearingKeepsTheOrder() {
        assertThat(AddressParts.of(ADDRESS).cleared()).isEqualTo("sort=-priority&rows=50");
    }
}

package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestOriginTest {

    private static final String OURS = "https://fixamingata.example";

    @Test
    void ourOwnPageIsOurs() {
        assertThat(new RequestOrigin("same-origin", OURS, "fixamingata.example").isOurs(OURS))
                .isTrue();
    }

    @Test
    void anOldBrowserThatSaysNothingIsLeftToTheToken() {
        assertThat(new RequestOrigin(null, null, "fixamingata.example").isOurs(OURS))
                .isTrue();
    }

    @Test
    void anotherSiteIsNot() {
        assertThat(new RequestOrigin("cross-site", null, "fixamingata.example").isOurs(OURS))
                .isFalse();
        assertThat(new RequestOrigin("same-site", OURS, "fixamingata.example").isOurs(OURS))
                .isFalse();
        assertThat(new RequestOrigin(null, "https://evil.example", "fixamingata.example").isOurs(OURS))
                .isFalse();
        assertThat(new RequestOrigin(null, "null", "fixamingata.example").isOurs(OURS))
                .isFalse();
        assertThat(new RequestOrigin(null, "https://fixamingata.example.evil", "fixamingata.example").isOurs(OURS))
                .isFalse();
    }

    @Test
    void aPageOfOursThatKeepsItsAddressToItselfIsOurs() {
        assertThat(new RequestOrigin("same-origin", "null", "fixamingata.example").isOurs(OURS))
                .isTrue();
        assertThat(new RequestOrigin("cross-site", "null", "fixamingata.example").isOurs(OURS))
                .isFalse();
    }

    @Test
    void anotherNameOfThisMachineIs() {
        assertThat(new RequestOrigin(null, "http://127.0.0.1:8080", "127.0.0.1:8080").isOurs(OURS))
                .isTrue();
    }
}

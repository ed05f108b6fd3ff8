package se.fixamingata.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.settings.ServerKeys;

class PhotoLinksIT extends DatabaseTest {

    private static final String PHOTO = "abcdefghijklmnopqrstuv";

    private PhotoLinks links;

    @BeforeEach
    void setUp() {
        links = new PhotoLinks(new ServerKeys(em), clock);
    }

    @Test
    void anAddressIsGoodForItsPhotoAndItsAuthorityAlone() {
        String proof = proof("0180");
        assertThat(links.authority(PHOTO, proof)).contains("0180");
        assertThat(links.authority("bbcdefghijklmnopqrstuv", proof)).isEmpty();
        assertThat(links.authority(PHOTO, proof.replace("0180", "1763"))).isEmpty();
        assertThat(links.authority(PHOTO, null)).isEmpty();
        assertThat(links.authority(PHOTO, "0180.1.x")).isEmpty();
        assertThat(links.authority(PHOTO, proof.substring(0, proof.length() - 1) + "!"))
                .isEmpty();
    }

    @Test
    void isTheSameAllDayAndEndsAfterAMonth() {
        String proof = proof("0180");
        clock.advance(Duration.ofDays(31));
        assertThat(links.authority(PHOTO, proof)).contains("0180");
        clock.advance(Duration.ofDays(1));
        assertThat(links.authority(PHOTO, proof)).isEmpty();
    }

    @Test
    void anotherServerKnowsIt() {
        String proof = proof("TRV");
        assertThat(new PhotoLinks(new ServerKeys(em), clock).authority(PHOTO, proof))
                .contains("TRV");
    }

    private String proof(String authority) {
        String whole = links.proof(PHOTO, authority);
        assertThat(whole).startsWith("sigill=");
        return whole.substring("sigill=".length());
    }
}

package se.fixamingata.batch.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Reasons are kept for a year and shown: what databases and mail servers put into them tells of nobody. */
class ReasonsTest {

    @Test
    void theInnermostCauseSpeaks() {
        Exception inner = new IllegalStateException("No such place: 1763");

        assertThat(Reasons.of(new RuntimeException("wrapped", new IOException(inner))))
                .isEqualTo("IllegalStateException: No such place: 1763");
        assertThat(Reasons.of(new NullPointerException())).isEqualTo("NullPointerException");
    }

    @Test
    void noAddressAndNoNumberOfAPersonIsKept() {
        assertThat(Reasons.of(new IllegalStateException("(conn=17) Duplicate entry 'kim.ek@example.org' for key 'uk'")))
                .contains("Duplicate entry", "for key 'uk'")
                .doesNotContain("kim.ek", "example.org");
        assertThat(Reasons.of(new IllegalStateException("550 <bo@example.org> unknown, tel 070-174 06 05")))
                .contains("550")
                .doesNotContain("bo@", "174 06");
    }
}

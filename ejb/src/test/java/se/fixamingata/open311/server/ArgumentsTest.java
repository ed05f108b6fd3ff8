package se.fixamingata.open311.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    /** Rule 6.1.3. */
    @Test
    void anEmptyArgumentIsAnAbsentOne() {
        Arguments arguments =
                new Arguments(Map.of("status", new String[] {""}, "start_date", new String[] {"  ", "x"}));
        assertThat(arguments.find("status")).isEmpty();
        assertThat(arguments.find("nothing")).isEmpty();
        assertThat(arguments.find("start_date")).contains("x");
        assertThat(arguments.list("status", 5)).isEmpty();
    }

    @Test
    void aListComesWithCommasOrSeveralTimes() {
        Arguments arguments = new Arguments(Map.of("service_code", new String[] {"a, b,,", "c"}));
        assertThat(arguments.list("service_code", 5)).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> arguments.list("service_code", 2))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }
}

package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormReadersTest {

    private final FormReaders readers = new FormReaders(5, 2);

    @Test
    void oneClientHasItsShareAndOthersTheRest() {
        assertThat(readers.enter("a")).isTrue();
        assertThat(readers.enter("a")).isTrue();
        assertThat(readers.enter("a")).isFalse();
        assertThat(readers.enter("b")).isTrue();

        readers.leave("a");

        assertThat(readers.enter("a")).isTrue();
    }

    @Test
    void allTogetherLeaveSomeThreadsAlone() {
        for (String client : new String[] {"a", "b", "c", "d", "e"}) {
            assertThat(readers.enter(client)).isTrue();
        }
        assertThat(readers.enter("f")).isFalse();

        readers.leave("c");

        assertThat(readers.enter("f")).isTrue();
    }
}

package se.fixamingata.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who comes while every processor hashes waits a while, and is told then; nobody hashes beside them. */
class PasswordsTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    /** Takes as long as the test wants. */
    private final Pbkdf2PasswordHash slow = new Pbkdf2PasswordHash() {

        @Override
        public void initialize(Map<String, String> parameters) {
            // As slow as it is.
        }

        @Override
        public String generate(char[] password) {
            begun.countDown();
            try {
                assertThat(free.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return "hash";
        }

        @Override
        public boolean verify(char[] password, String hash) {
            return true;
        }
    };

    private final Passwords passwords = new Passwords(slow, 1, Duration.ofMillis(50));

    @Test
    void oneTooManyIsTurnedAwayAndTheNextIsWelcome() throws Exception {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> passwords.hash("ett"));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> passwords.isRight("två", "hash")).isInstanceOf(Passwords.Crowded.class);

        free.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("hash");
        assertThat(passwords.isRight("två", "hash")).isTrue();
    }
}

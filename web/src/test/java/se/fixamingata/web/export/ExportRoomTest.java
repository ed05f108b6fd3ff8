package se.fixamingata.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who has to wait for whom when files are taken along. */
class ExportRoomTest {

    private static final long ANNA = 1;
    private static final long BO = 2;
    private static final long EVA = 3;

    private final ExportRoom room = new ExportRoom(1, 2, 1000);

    private static ExportRoom.Making saying(String text) {
        return () -> Optional.of(
                new ExportRoom.Made("text/plain", "a.txt", out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
    }

    private ExportRoom.Ready make(long person) throws IOException {
        return room.make(person, saying("Lampan är trasig")).orElseThrow();
    }

    @Test
    void theFileIsWhatWasWritten() throws IOException {
        try (ExportRoom.Ready ready = make(ANNA)) {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            ready.spool().writeTo(read);
            assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo("Lampan är trasig");
            assertThat(ready.spool().size()).isEqualTo(read.size());
        }
    }

    @Test
    void aSlowReaderKeepsNobodyElseWaiting() throws IOException {
        try (ExportRoom.Ready slow = make(ANNA);
                ExportRoom.Ready another = make(ANNA)) {
            assertThat(another.spool().size()).isEqualTo(slow.spool().size());
            make(BO).close();
            make(EVA).close();
            assertThatThrownBy(() -> make(ANNA)).isInstanceOf(ExportRoom.Full.class);
        }
        make(ANNA).close();
    }

    @Test
    void whileOneIsMadeTheNextIsAskedToWait() throws IOException {
        AtomicReference<Throwable> meanwhile = new AtomicReference<>();
        room.make(ANNA, () -> {
                    try {
                        make(BO);
                    } catch (IOException full) {
                        meanwhile.set(full);
                    }
                    return saying("").make();
                })
                .orElseThrow()
                .close();
        assertThat(meanwhile.get()).isInstanceOf(ExportRoom.Full.class);
        make(BO).close();
    }

    @Test
    void whatIsNotThereOrFailsLeavesItsPlaces() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(room.make(ANNA, Optional::empty)).isEmpty();
            assertThatThrownBy(() -> room.make(ANNA, () -> {
                        throw new IllegalStateException("no database");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> room.make(ANNA, saying("x".repeat(1001)))).isInstanceOf(Spool.TooLarge.class);
        }
        room.make(ANNA, saying("x".repeat(1000))).orElseThrow().close();
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        long before = files();
        make(ANNA).close();
        assertThatThrownBy(() -> room.make(ANNA, saying("x".repeat(1001)))).isInstanceOf(Spool.TooLarge.class);
        assertThat(files()).isEqualTo(before);
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("fixamingata-export"))
                    .count();
        }
    }
}

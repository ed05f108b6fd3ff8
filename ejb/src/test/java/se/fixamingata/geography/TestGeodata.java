package se.fixamingata.geography;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reference data that tests run on: always the built-in set, and the full one wherever it lies beside the project or where
 * {@code FMG_GEODATA} names it. A directory that is there but cannot be read fails the test; nothing is skipped silently.
 */
public final class TestGeodata {

    private static final ReferenceData BUILT_IN = ReferenceData.builtIn();
    private static final Optional<ReferenceData> FULL = directory().map(ReferenceData::inDirectory);

    private TestGeodata() {}

    /** The small set, read once for all tests. */
    public static ReferenceData builtIn() {
        return BUILT_IN;
    }

    /** The full set, read once for all tests; empty only where there is no such directory. */
    public static Optional<ReferenceData> full() {
        return FULL;
    }

    /** All sets there are. */
    public static Stream<ReferenceData> sets() {
        return Stream.concat(Stream.of(BUILT_IN), FULL.stream());
    }

    /** Where the full set lies, if it does. */
    public static Optional<Path> directory() {
        String named = System.getenv("FMG_GEODATA");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        // Surefire starts in the module, an IDE often in the project.
        return Stream.of("../../shared/geodata", "../shared/geodata")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }
}

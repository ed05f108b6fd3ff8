package se.fixamingata.geography;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of the reference data come from: the operator's directory, or the small set inside the program. */
sealed interface GeodataSource {

    /** The file's bytes, or empty when there is no such file. */
    Optional<InputStream> open(String file);

    /** How a message names the file, so that the operator finds it. */
    String nameOf(String file);

    /** Whether the boundaries in it are generalised ones. */
    boolean isApproximate();

    /** The file's bytes; a missing one is an error that says what to do. */
    default InputStream require(String file) {
        return open(file)
                .orElseThrow(() ->
                        new GeodataException("Reference data: " + nameOf(file) + " is missing. Put it there, or leave"
                                + " fmg.geodata (FMG_GEODATA) empty to start with the small built-in set."));
    }

    /** The operator's directory. */
    record Directory(Path path) implements GeodataSource {

        @Override
        public Optional<InputStream> open(String file) {
            Path found = path.resolve(file);
            if (!Files.exists(found)) {
                if (!Files.isDirectory(path)) {
                    throw new GeodataException("Reference data: " + path + " is not a directory. Correct fmg.geodata"
                            + " (FMG_GEODATA), or leave it empty to start with the small built-in set.");
                }
                return Optional.empty();
            }
            try {
                return Optional.of(new BufferedInputStream(Files.newInputStream(found), 1 << 16));
            } catch (IOException e) {
                throw new GeodataException(
                        "Reference data: " + found + " cannot be read. Check that the server's user may read it.", e);
            }
        }

        @Override
        public String nameOf(String file) {
            return path.resolve(file).toString();
        }

        @Override
        public boolean isApproximate() {
            return false;
        }
    }

    /** The set inside the program; see {@code geodata/README.md} beside it for licences and how it was made. */
    record BuiltIn() implements GeodataSource {

        @Override
        public Optional<InputStream> open(String file) {
            return Optional.ofNullable(GeodataSource.class.getResourceAsStream("/geodata/" + file));
        }

        @Override
        public String nameOf(String file) {
            return "built-in " + file;
        }

        @Override
        public boolean isApproximate() {
            return true;
        }
    }
}

package se.fixamingata.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The operator's file of authorities: where it is, whether it is new, and what was wrong with it.
 *
 * <p>A refused file changes nothing: what was taken over before stays until the file is mended. It is told in the log once, line by
 * line, and kept here for whoever asks.
 */
@ApplicationScoped
public class AuthoritiesFile {

    private static final System.Logger LOG = System.getLogger(AuthoritiesFile.class.getName());

    /** 291 authorities with an address for each category are 600 kB. */
    private static final long SIZE_MAX = 5_000_000;

    @Inject
    @ConfigProperty(name = "fmg.authorities.file")
    Optional<String> path;

    @Inject
    AuthoritiesImport importing;

    private volatile List<FileProblem> problems = List.of();

    /** For the container. */
    public AuthoritiesFile() {}

    /** For tests. */
    AuthoritiesFile(Optional<String> path, AuthoritiesImport importing) {
        this.path = path;
        this.importing = importing;
    }

    /** What was wrong with the file when it was last looked at; empty when nothing was, or there is no file. */
    public List<FileProblem> lastProblems() {
        return problems;
    }

    /** Looks at the file and takes it over if it is new. */
    public void look() {
        path.map(String::strip).filter(name -> !name.isEmpty()).map(Path::of).ifPresent(this::look);
    }

    private void look(Path file) {
        try {
            if (Files.size(file) > SIZE_MAX) {
                tell(file, List.of(new FileProblem(0, "is larger than " + SIZE_MAX + " bytes")));
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            take(file, bytes);
        } catch (IOException e) {
            tell(file, List.of(new FileProblem(0, "cannot be read: " + e)));
        }
    }

    private void take(Path file, byte[] bytes) {
        AuthoritiesImport.Outcome outcome = importing.take(bytes, sha256(bytes));
        if (outcome instanceof AuthoritiesImport.Outcome.Refused refused) {
            tell(file, refused.problems());
            return;
        }
        problems = List.of();
        if (outcome instanceof AuthoritiesImport.Outcome.Imported imported) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0}: {1} authorities, {2} changed",
                    file,
                    imported.authorities(),
                    imported.changed());
        }
    }

    /** Into the log once, not every minute. */
    private void tell(Path file, List<FileProblem> found) {
        if (!found.equals(problems)) {
            found.forEach(problem -> LOG.log(System.Logger.Level.WARNING, "{0} refused, {1}", file, problem));
        }
        problems = List.copyOf(found);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

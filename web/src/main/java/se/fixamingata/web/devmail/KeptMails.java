package se.fixamingata.web.devmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The directory that the demonstration's mail server fills. */
@ApplicationScoped
public class KeptMails {

    private static final Pattern NAME = Pattern.compile("[0-9]+-[0-9]+");
    private static final int SHOWN = 200;

    @Inject
    @ConfigProperty(name = "fmg.dev.mail")
    Optional<String> directory;

    /** Whether this installation shows kept mails at all. */
    boolean isShown() {
        return directory.filter(name -> !name.isBlank()).isPresent();
    }

    /** Names, the newest first, at most 200. */
    List<String> names() throws IOException {
        Path mails = Path.of(directory.orElseThrow());
        if (!Files.isDirectory(mails)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mails)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - ".eml".length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .limit(SHOWN)
                    .toList();
        }
    }

    /** The file of that name; empty for everything that is not one of ours. */
    Optional<Path> file(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(Path.of(directory.orElseThrow(), name + ".eml")).filter(Files::isRegularFile);
    }
}

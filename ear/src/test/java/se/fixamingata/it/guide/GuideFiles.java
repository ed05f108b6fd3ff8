package se.fixamingata.it.guide;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Where the guide's pictures, its film and their fingerprints stand in the sources. */
final class GuideFiles {

    static final Path FOLDER =
            Path.of(System.getProperty("fmg.root", "..")).resolve("web/src/main/webapp/resources/guide");
    static final Path FILM = FOLDER.resolve("film.webm");
    static final Path POSTER = FOLDER.resolve("film.jpg");

    private static final Path FINGERPRINTS = FOLDER.resolve("fingerprints.properties");

    private GuideFiles() {}

    static Path picture(String language, GuidePicture picture) {
        return FOLDER.resolve(language).resolve(picture.code() + ".png");
    }

    static Path captions(String language) {
        return FOLDER.resolve("film." + language + ".vtt");
    }

    /** What the pages were like when their pictures were taken: {@code sv.inbox} and so on. */
    static Map<String, String> fingerprints() throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(Files.readString(FINGERPRINTS)));
        Map<String, String> prints = new TreeMap<>();
        read.forEach((name, print) -> prints.put((String) name, (String) print));
        return prints;
    }

    static void keep(Map<String, String> prints) throws IOException {
        StringBuilder text = new StringBuilder("# Written when the pictures were taken; see CONTRIBUTING.\n");
        new TreeMap<>(prints)
                .forEach((name, print) ->
                        text.append(name).append('=').append(print).append('\n'));
        Files.writeString(FINGERPRINTS, text, StandardCharsets.UTF_8);
    }
}

package se.fixamingata.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.shared.Language;

/** Both languages say everything, pages ask for nothing that is missing, and nothing is said that nobody asks for. */
class MessagesTest {

    private static final Path TEXTS = Path.of("src/main/webapp/WEB-INF/texts");
    /** Keys put together while running: what is said of a status, a refusal, an age … */
    private static final Pattern LITERAL_KEY =
            Pattern.compile("(?:i18n\\['|text\\.of\\('|text\\.format\\(\")([a-zA-Z0-9._-]+)['\"]");

    private final Set<String> swedish = keys(Language.SV);
    private final Set<String> english = keys(Language.EN);

    @Test
    void theBundlesHaveTheSameKeys() {
        assertThat(english).isEqualTo(swedish);
    }

    /** Of two lines with one key the later one wins without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyKeyIsThereOnce(String language) throws IOException {
        Path bundle = Path.of("src/main/resources/se/fixamingata/web/text/messages_%s.properties".formatted(language));
        assertThat(Files.readAllLines(bundle).stream()
                        .filter(line -> line.matches("[a-zA-Z0-9._-]+=.*"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void everyKeyOfAPageExists() {
        Set<String> asked = sources(Path.of("src/main")).stream()
                .flatMap(source -> LITERAL_KEY.matcher(source).results())
                .map(match -> match.group(1))
                .filter(key -> !key.endsWith("."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(swedish).containsAll(asked);
    }

    @Test
    void everyKeyIsUsed() {
        List<String> sources = Stream.of("src/main/java", "src/main/webapp", "../ejb/src/main/java")
                .flatMap(root -> sources(Path.of(root)).stream())
                .toList();
        List<String> unused = swedish.stream()
                .filter(key -> sources.stream().noneMatch(source -> mentions(source, key)))
                .toList();
        assertThat(unused).isEmpty();
    }

    /** The whole key, or the part before one of its dots as the beginning of a key that is put together. */
    private static boolean mentions(String source, String key) {
        if (source.contains("'" + key + "'") || source.contains('"' + key + '"')) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            String beginning = key.substring(0, dot + 1);
            if (source.contains('"' + beginning + '"') || source.contains("'" + beginning + "'")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyLongTextIsThereInBothLanguages() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            Set<String> names = files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
            assertThat(names).isNotEmpty();
            assertThat(names).allSatisfy(name -> assertThat(names)
                    .contains(name.contains("_sv.") ? name.replace("_sv.", "_en.") : name.replace("_en.", "_sv.")));
        }
    }

    @Test
    void bothLanguagesHaveTheSameHeadings() throws IOException {
        Pattern heading = Pattern.compile("<h2 id=\"([a-z-]+)\"");
        for (String page : List.of("om", "fragor-och-svar", "integritet", "tillganglighet")) {
            assertThat(heading.matcher(Files.readString(TEXTS.resolve(page + "_en.xhtml")))
                            .results()
                            .map(m -> m.group(1)))
                    .containsExactlyElementsOf(heading.matcher(Files.readString(TEXTS.resolve(page + "_sv.xhtml")))
                            .results()
                            .map(m -> m.group(1))
                            .toList());
        }
    }

    @Test
    void textsTakeTheirArguments() {
        assertThat(Messages.text(Language.SV, "error.500.incident", "ab12")).contains("ab12");
        assertThat(Messages.text(Language.EN, "error.429.text", 7L)).contains("7");
    }

    private static Set<String> keys(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle("se.fixamingata.web.text.messages", language.locale());
        return new TreeSet<>(bundle.keySet());
    }

    private static List<String> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().matches(".*\\.(xhtml|java|js)"))
                    .map(MessagesTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package se.fixamingata.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Message formats take an apostrophe for a quotation mark: one alone vanishes, and whatever stands between it and the next is not
 * replaced. So a text with values in it has every apostrophe twice, and one that is shown as it stands has it once.
 */
class ApostrophesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/se/fixamingata/web/text");
    private static final Path MAILS = Path.of("../ejb/src/main/resources/mail");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern CALL = Pattern.compile("(?:text\\.of|text\\.format|Messages\\.text)\\(");
    /** In Java: a key and then its values, for a method that puts them together. */
    private static final Pattern HANDED_ON = Pattern.compile("\"([a-z-]+(?:\\.[a-zA-Z0-9_-]+)+)\",");

    private static final Pattern QUOTED = Pattern.compile("['\"]([a-zA-Z0-9._-]+)['\"]");

    private static Map<String, String> bundle(String name) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name + ".properties"))) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        one -> (String) one.getKey(), one -> (String) one.getValue(), (a, b) -> a, TreeMap::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasLoneApostrophe(String text) {
        return text.replace("''", "").contains("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_sv", "messages_en"})
    void aTextWithValuesHasThemTwiceAndOneWithoutHasThemOnce(String name) {
        Set<String> formatted = keysOfCallsWithValues();
        List<String> wrong = new ArrayList<>();
        bundle(name).forEach((key, text) -> {
            boolean withValues = !places(text).isEmpty() || isAmong(formatted, key);
            if (withValues ? hasLoneApostrophe(text) : text.contains("''")) {
                wrong.add(key + "=" + text);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Faces formats its own texts whether or not they have values. */
    @ParameterizedTest
    @ValueSource(strings = {"faces_sv", "faces_en"})
    void facesTextsHaveThemTwice(String name) {
        assertThat(bundle(name))
                .allSatisfy((key, text) -> assertThat(hasLoneApostrophe(text)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "faces"})
    void bothLanguagesTakeTheSameValues(String name) {
        Map<String, String> english = bundle(name + "_en");
        assertThat(bundle(name + "_sv"))
                .allSatisfy((key, text) ->
                        assertThat(places(english.get(key))).as(key).isEqualTo(places(text)));
    }

    /** Mails are no message formats: what stands there twice is read twice. */
    @Test
    void mailsHaveThemOnce() throws IOException {
        try (Stream<Path> files = Files.list(MAILS)) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file))
                    .doesNotContain("''"));
        }
    }

    @Test
    void callsWithValuesAreFound() {
        assertThat(keysOfCall("text.of('kommun.title', name)}")).containsExactly("kommun.title");
        assertThat(keysOfCall("text.of('a.'.concat(b.c('x, y'), d))}, z")).isEmpty();
        assertThat(keysOfCall("text.of('a.'.concat(b).concat('.c'), d)}")).containsExactly("a.*.c");
        assertThat(keysOfCall("text.of(key.long() ? 'a.one' : \"a.many\", f(1, 2))"))
                .containsExactly("a.one", "a.many");
        assertThat(keysOfCall("text.of(KEY + \"none\")")).isEmpty();
    }

    /** A key that is put together is known by its beginning and its end. */
    private static boolean isAmong(Set<String> keys, String key) {
        return keys.stream().anyMatch(known -> {
            int gap = known.indexOf('*');
            return gap < 0
                    ? known.equals(key)
                    : key.startsWith(known.substring(0, gap)) && key.endsWith(known.substring(gap + 1));
        });
    }

    /** Whole keys, and beginning*end of such that are put together, of all calls that give values. */
    private static Set<String> keysOfCallsWithValues() {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(xhtml|java)"))
                    .toList()) {
                String source = Files.readString(file);
                Matcher call = CALL.matcher(source);
                while (call.find()) {
                    keys.addAll(keysOfCall(source.substring(call.start())));
                }
                HANDED_ON.matcher(source).results().map(key -> key.group(1)).forEach(keys::add);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return keys;
    }

    /** @param source beginning with the call; the language that {@code Messages.text} takes first counts as no value */
    private static List<String> keysOfCall(String source) {
        int at = source.indexOf('(') + 1;
        int depth = 0;
        char quote = 0;
        List<String> arguments = new ArrayList<>();
        int from = at;
        for (; at < source.length() && depth >= 0; at++) {
            char c = source.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            if (depth < 0 || depth == 0 && quote == 0 && c == ',') {
                arguments.add(source.substring(from, at));
                from = at + 1;
            }
        }
        int key = source.startsWith("Messages") ? 1 : 0;
        return arguments.size() < key + 2 ? List.of() : keys(arguments.get(key));
    }

    private static List<String> keys(String argument) {
        List<String> quoted = QUOTED.matcher(argument)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        List<String> keys = new ArrayList<>();
        for (String one : quoted) {
            if (one.endsWith(".")) {
                String last = quoted.get(quoted.size() - 1);
                keys.add(one + "*" + (last.startsWith(".") ? last : ""));
            } else if (!one.startsWith(".")) {
                keys.add(one);
            }
        }
        return keys;
    }
}

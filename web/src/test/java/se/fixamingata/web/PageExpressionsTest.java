package se.fixamingata.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages ask beans for is there: the compiler does not read expressions, and a method that has moved shows when somebody opens the page. */
class PageExpressionsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    /** Strings would look like beans. */
    private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'");

    private static final Pattern ASKED = Pattern.compile("(?<![\\w.\\]')])([a-z]\\w*)\\.(\\w+)(\\s*\\()?");

    private final Map<String, Class<?>> beans = beans();

    @Test
    void whatAPageAsksABeanForIsThere() {
        assertThat(beans).hasSizeGreaterThan(50);
        List<String> missing = pages().flatMap(this::missing).toList();
        assertThat(missing).isEmpty();
    }

    private Stream<String> missing(Path page) {
        return EXPRESSION
                .matcher(text(page))
                .results()
                .flatMap(expression -> ASKED.matcher(
                                STRING.matcher(expression.group()).replaceAll("''"))
                        .results())
                .filter(asked -> beans.containsKey(asked.group(1)))
                .filter(asked -> !answers(beans.get(asked.group(1)), asked))
                .map(asked -> PAGES.relativize(page) + ": " + asked.group(1) + "." + asked.group(2));
    }

    private static boolean answers(Class<?> bean, MatchResult asked) {
        String name = asked.group(2);
        boolean called = asked.group(3) != null;
        return Arrays.stream(bean.getMethods())
                .map(Method::getName)
                .anyMatch(method -> method.equals(name)
                        || !called
                                && Introspector.decapitalize(property(method)).equals(name));
    }

    private static String property(String method) {
        return method.replaceFirst("^(get|is|set)(?=[A-Z])", "");
    }

    private static Map<String, Class<?>> beans() {
        Map<String, Class<?>> found = new HashMap<>();
        for (JavaClass one : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("se.fixamingata")) {
            if (one.isAnnotatedWith(Named.class)) {
                String name = one.getAnnotationOfType(Named.class).value();
                found.put(name.isEmpty() ? Introspector.decapitalize(one.getSimpleName()) : name, one.reflect());
            }
        }
        return found;
    }

    private static Stream<Path> pages() {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

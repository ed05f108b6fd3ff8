package se.fixamingata.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omnifaces.util.Faces;

class PathPagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)}");
    private static final Pattern WORD = Pattern.compile("(?<![.\\w])[a-z]\\w*");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.fixamingata.web");
    private static final Map<String, Class<?>> BEANS = CLASSES.stream()
            .filter(one -> one.isAnnotatedWith(Named.class))
            .collect(Collectors.toMap(PathPagesTest::name, JavaClass::reflect));

    @Test
    void aPageTakesAPathWhenTheBeanThatOpensItAsksForOne() {
        assertThat(takesPath("rapport.xhtml")).isTrue();
        assertThat(takesPath("kommun.xhtml")).isTrue();
        assertThat(takesPath("logga-in.xhtml")).as("several beans open it").isTrue();
        assertThat(takesPath("handlaggning/andringar/pagar.xhtml")).isTrue();
        assertThat(takesPath("om.xhtml")).isFalse();
        assertThat(takesPath("index.xhtml")).isFalse();
        assertThat(takesPath("konto/sakerhet.xhtml")).isFalse();
        assertThat(takesPath("handlaggning/andringar/ny.xhtml")).isFalse();
    }

    /** A bean may ask for the path without opening the page: then nobody would know of it, and every address below answered 404. */
    @Test
    void noPageUsesABeanOfThePathThatDoesNotOpenIt() {
        Set<String> pages = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (Path page : pages()) {
            String text = text(page);
            Stream<Class<?>> used = EXPRESSION
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1).replaceAll("'[^']*'", ""))
                    .flatMap(expression -> WORD.matcher(expression).results())
                    .map(MatchResult::group)
                    .filter(BEANS::containsKey)
                    .map(BEANS::get);
            if (used.anyMatch(PathPages::asksForPath)) {
                pages.add(PAGES.relativize(page).toString());
            }
            if (PathPages.takesPath(text, BEANS::get)) {
                known.add(PAGES.relativize(page).toString());
            }
        }
        assertThat(pages).isNotEmpty().containsExactlyInAnyOrderElementsOf(known);
    }

    /** Else {@link PathPages} would not see that they ask. */
    @Test
    void beansAskForThePathInOneWay() {
        assertThat(CLASSES.stream()
                        .filter(one -> one.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Faces.class)
                                        && call.getName().equals("getRequestPathInfo")))
                        .map(JavaClass::getSimpleName))
                .containsExactly(UnknownPathListener.class.getSimpleName());
    }

    private static boolean takesPath(String page) {
        return PathPages.takesPath(text(PAGES.resolve(page)), BEANS::get);
    }

    private static String name(JavaClass bean) {
        String named = bean.getAnnotationOfType(Named.class).value();
        String simple = bean.getSimpleName();
        return named.isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : named;
    }

    private static Iterable<Path> pages() {
        try (Stream<Path> all = Files.walk(PAGES)) {
            return all.filter(file -> file.toString().endsWith(".xhtml"))
                    .filter(file -> !file.startsWith(PAGES.resolve("WEB-INF")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

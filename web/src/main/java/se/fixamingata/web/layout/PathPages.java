package se.fixamingata.web.layout;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;

/**
 * The pages that take what follows their address as a parameter, {@code /rapport/17}: those that are opened by a bean which asks for a part
 * of the path. The pages tell it themselves, by their view actions; all of them are read once, when the first is asked for.
 */
@ApplicationScoped
public class PathPages {

    private static final String PAGE = ".xhtml";
    private static final Pattern OPENER = Pattern.compile("<f:viewAction\\s[^>]*?action=\"#\\{(\\w+)\\.");

    @Inject
    BeanManager beans;

    @Inject
    ServletContext application;

    private Set<String> pages;

    @PostConstruct
    void read() {
        pages = below("/").filter(path -> takesPath(text(path), this::classOf)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the page of that view has addresses below its own. */
    public boolean contain(String viewId) {
        return pages.contains(viewId);
    }

    /**
     * Whether a page takes path parameters.
     *
     * @param text of its file
     * @param classes of beans, by name; null for what is none
     */
    static boolean takesPath(String text, Function<String, Class<?>> classes) {
        return OPENER.matcher(text)
                .results()
                .map(action -> action.group(1))
                .map(classes)
                .filter(Objects::nonNull)
                .anyMatch(PathPages::asksForPath);
    }

    /** Whether a bean asks for a part of the path. */
    static boolean asksForPath(Class<?> bean) {
        return Stream.<Class<?>>iterate(bean, Objects::nonNull, Class::getSuperclass)
                .flatMap(one -> Arrays.stream(one.getDeclaredFields()))
                .map(field -> field.getAnnotation(Param.class))
                .anyMatch(param -> param != null && param.pathIndex() >= 0);
    }

    private Class<?> classOf(String name) {
        return beans.getBeans(name).stream()
                .findFirst()
                .<Class<?>>map(Bean::getBeanClass)
                .orElse(null);
    }

    /** Files that are pages; what lies in {@code WEB-INF} is no address. */
    private Stream<String> below(String folder) {
        Set<String> paths = application.getResourcePaths(folder);
        return paths == null || folder.startsWith("/WEB-INF/")
                ? Stream.empty()
                : paths.stream()
                        .flatMap(path -> path.endsWith("/") ? below(path) : Stream.of(path))
                        .filter(path -> path.endsWith(PAGE));
    }

    private String text(String path) {
        try (InputStream file = application.getResourceAsStream(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package se.fixamingata.web.signin;

import java.util.List;

/** A browser in a few words that its owner recognises, from what it says about itself: {@code Firefox, Windows}. */
public final class Browsers {

    /** What a browser says of itself, and its name; the first that fits, since most also claim to be others. */
    private record Known(String mark, String name) {}

    private static final List<Known> PROGRAMS = List.of(
            new Known("Edg", "Edge"),
            new Known("OPR/", "Opera"),
            new Known("Vivaldi", "Vivaldi"),
            new Known("SamsungBrowser", "Samsung Internet"),
            new Known("Firefox", "Firefox"),
            new Known("FxiOS", "Firefox"),
            new Known("CriOS", "Chrome"),
            new Known("Chrome", "Chrome"),
            new Known("Safari", "Safari"));

    private static final List<Known> SYSTEMS = List.of(
            new Known("iPhone", "iPhone"),
            new Known("iPad", "iPad"),
            new Known("Android", "Android"),
            new Known("Windows", "Windows"),
            new Known("Mac OS X", "Mac"),
            new Known("CrOS", "ChromeOS"),
            new Known("Linux", "Linux"));

    private Browsers() {}

    /** @param userAgent header {@code User-Agent}, or null. Nothing of it is stored but the names that we know. */
    public static String name(String userAgent) {
        String told = userAgent == null ? "" : userAgent;
        String program = find(PROGRAMS, told);
        String system = find(SYSTEMS, told);
        if (program.isEmpty()) {
            return system;
        }
        return system.isEmpty() ? program : program + ", " + system;
    }

    private static String find(List<Known> list, String told) {
        return list.stream()
                .filter(one -> told.contains(one.mark()))
                .map(Known::name)
                .findFirst()
                .orElse("");
    }
}

package se.fixamingata.web.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.fixamingata.shared.Language;

/** Which language a reader gets: what the address asks for, else what was chosen before, else what the browser prefers. */
final class LanguageChoice {

    private LanguageChoice() {}

    /** The language that a parameter or cookie names; empty when it names none of ours. */
    static Optional<Language> named(String code) {
        return "sv".equalsIgnoreCase(code) || "en".equalsIgnoreCase(code)
                ? Optional.of(Language.of(code))
                : Optional.empty();
    }

    /** The first of ours among the browser's languages, best first; Swedish when there is none. */
    static Language preferred(List<Locale> locales) {
        return locales.stream()
                .map(locale -> named(locale.getLanguage()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.SV);
    }
}

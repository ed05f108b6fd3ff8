package se.fixamingata.integrationdesk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.shared.Language;

/** How attempts ended, in the words of mails: our own codes get words, what servers say stays as they said it. */
final class AlarmReasons {

    /** "503 unavailable: Back at noon", "unreachable". */
    private static final Pattern CODE = Pattern.compile("(?:(\\d{3}) )?([a-z-]+)(?:: (.*))?", Pattern.DOTALL);

    private static final Map<Language, Properties> WORDS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            WORDS.put(language, read("/mail/alarm-reasons." + language.code() + ".properties"));
        }
    }

    private AlarmReasons() {}

    private static Properties read(String file) {
        Properties words = new Properties();
        try (InputStream source = AlarmReasons.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(source, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    static String words(String answer, Language language) {
        Matcher code = CODE.matcher(answer);
        if (!code.matches() || !WORDS.get(language).containsKey(code.group(2))) {
            return answer;
        }
        return WORDS.get(language).getProperty(code.group(2))
                + (code.group(1) == null ? "" : " (" + code.group(1) + ")")
                + (code.group(3) == null ? "" : ": " + code.group(3));
    }
}

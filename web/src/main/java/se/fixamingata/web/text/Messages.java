package se.fixamingata.web.text;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import se.fixamingata.shared.Language;

/** The message bundles of the pages, from Java. */
public final class Messages {

    private static final String BUNDLE = "se.fixamingata.web.text.messages";

    private Messages() {}

    /**
     * The text of the key in that language, with {@code {0}}, {@code {1}} … replaced. A text without arguments is taken as it stands,
     * so that only texts with arguments need doubled apostrophes.
     *
     * @throws MissingResourceException when the bundle lacks the key
     */
    public static String text(Language language, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, language.locale()).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(arguments);
    }
}

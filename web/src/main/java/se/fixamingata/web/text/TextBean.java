package se.fixamingata.web.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import se.fixamingata.web.security.CurrentLanguage;

/** Texts with values in them, for pages: {@code #{text.of('kommun.title', name)}}. Those without stand at {@code #{i18n['layout.skip']}}. */
@Named("text")
@RequestScoped
public class TextBean {

    private final CurrentLanguage language;

    @Inject
    public TextBean(CurrentLanguage language) {
        this.language = language;
    }

    /** For the container's proxy. */
    protected TextBean() {
        this(null);
    }

    public String of(String key) {
        return Messages.text(language.get(), key);
    }

    public String of(String key, Object first) {
        return Messages.text(language.get(), key, first);
    }

    public String of(String key, Object first, Object second) {
        return Messages.text(language.get(), key, first, second);
    }

    public String of(String key, Object first, Object second, Object third) {
        return Messages.text(language.get(), key, first, second, third);
    }

    /** A count with the language's thousands separator. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(language.get().locale()).format(value);
    }

    /** For Java: any number of values. */
    public String format(String key, Object... arguments) {
        return Messages.text(language.get(), key, arguments);
    }
}

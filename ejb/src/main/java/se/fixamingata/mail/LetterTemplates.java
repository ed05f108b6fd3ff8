package se.fixamingata.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.fixamingata.shared.Language;

/**
 * Texts of letters, from {@code resources/mail}: {@code name.sv.txt}, whose first line is the subject, and {@code name.sv.html}.
 *
 * <p>Mustache: values only, no code. HTML escapes every value; an unknown name is an error, not an empty place.
 */
@ApplicationScoped
public class LetterTemplates {

    private static final String FOLDER = "/mail/";

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler plain = Mustache.compiler()
            .escapeHTML(false)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withLoader(LetterTemplates::open);
    private final Mustache.Compiler html = Mustache.compiler()
            .escapeHTML(true)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withLoader(LetterTemplates::open);

    /**
     * Writes a letter.
     *
     * @param name of the template, without language
     * @param values what the placeholders stand for; {@code lang} and {@code subject} are added
     * @throws com.samskivert.mustache.MustacheException when the template names something that is not there
     */
    public LetterText write(String name, Language language, Map<String, ?> values) {
        Map<String, Object> known = new HashMap<>(values);
        known.put("lang", language.code());
        String text = template(name + "." + language.code() + ".txt", plain).execute(known);
        int end = text.indexOf('\n');
        String subject = Subjects.oneLine(text.substring(0, end));
        known.put("subject", subject);
        return new LetterText(
                subject,
                text.substring(end + 1).strip() + "\n",
                template(name + "." + language.code() + ".html", html).execute(known));
    }

    private Template template(String file, Mustache.Compiler compiler) {
        return compiled.computeIfAbsent(file, wanted -> {
            try (Reader source = open(wanted)) {
                return compiler.compile(source);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static Reader open(String file) {
        InputStream source = LetterTemplates.class.getResourceAsStream(FOLDER + file);
        if (source == null) {
            throw new IllegalArgumentException("No template " + file);
        }
        return new InputStreamReader(source, StandardCharsets.UTF_8);
    }
}

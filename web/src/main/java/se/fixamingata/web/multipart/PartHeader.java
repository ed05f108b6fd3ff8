package se.fixamingata.web.multipart;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands above a part of a form. Names and file names are raw UTF-8 mostly, which no standard of MIME knows. */
final class PartHeader {

    /** Possessive, so that no header makes it look back. */
    private static final String VALUE = "\\s*+=\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\";]*+))";

    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");
    private static final Pattern CHARSET = parameter("charset");

    private String disposition = "";
    private String type = "";

    /** @param line a whole field, folded or not */
    void add(byte[] line) {
        String text = Texts.decode(line, Optional.empty()).replaceAll("\r?\n(?=[ \t])", "");
        int colon = text.indexOf(':');
        String name = text.substring(0, Math.max(colon, 0)).strip().toLowerCase(Locale.ROOT);
        if (name.equals("content-disposition")) {
            disposition = text.substring(colon + 1).strip();
        } else if (name.equals("content-type")) {
            type = text.substring(colon + 1).strip();
        }
    }

    /** What the field is called; empty for a part that belongs to no form. */
    Optional<String> name() {
        return find(NAME, disposition).filter(name -> !name.isEmpty());
    }

    /** Some programs leave out the name of a picture, but not what it is. */
    boolean isFile() {
        return find(FILE_NAME, disposition).isPresent()
                || type.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    /** The last part of it: old browsers send the whole path. */
    String fileName() {
        String whole = find(FILE_NAME, disposition).orElse("");
        return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
    }

    Optional<Charset> charset() {
        try {
            return find(CHARSET, type).map(String::strip).map(Charset::forName);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unheardOf) {
            return Optional.empty();
        }
    }

    private static Pattern parameter(String name) {
        return Pattern.compile(";\\s*+" + name + VALUE, Pattern.CASE_INSENSITIVE);
    }

    private static Optional<String> find(Pattern parameter, String header) {
        Matcher found = parameter.matcher(header);
        if (!found.find()) {
            return Optional.empty();
        }
        return Optional.of(
                found.group(1) == null
                        ? found.group(2).strip()
                        : found.group(1).replaceAll("\\\\([\"\\\\])", "$1").replace("%22", "\""));
    }
}

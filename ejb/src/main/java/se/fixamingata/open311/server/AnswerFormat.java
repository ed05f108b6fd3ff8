package se.fixamingata.open311.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what an answer is written: the end of the address decides, never the header {@code Accept}. */
public enum AnswerFormat {
    XML("text/xml"),
    JSON("application/json");

    private final String type;

    AnswerFormat(String type) {
        this.type = type;
    }

    /** As discovery names it. */
    public String type() {
        return type;
    }

    /** As the answer's header says it. */
    public String contentType() {
        return type + "; charset=utf-8";
    }

    /** By what follows the last dot of the address, in any case. */
    public static Optional<AnswerFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(extension.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The format of an address, however wrong the rest of it is; XML, the required format, where it names none. */
    public static AnswerFormat ofPath(String path) {
        return of(path.substring(path.lastIndexOf('.') + 1)).orElse(XML);
    }
}

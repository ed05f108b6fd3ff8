package se.fixamingata.answer;

import java.util.Arrays;
import java.util.List;

/**
 * Something that keeps a template from being saved, told at the field it is about.
 *
 * @param field {@code name}, {@code status}, {@code category} or {@code text}
 * @param key in the message bundles; begins with {@code template.}
 * @param args what the message says in its places
 */
public record TemplateProblem(String field, String key, List<Object> args) {

    public TemplateProblem {
        args = List.copyOf(args);
    }

    TemplateProblem(String field, String key, Object... args) {
        this(field, key, Arrays.asList(args));
    }

    /** The arguments as message formats want them. */
    public Object[] arguments() {
        return args.toArray();
    }
}

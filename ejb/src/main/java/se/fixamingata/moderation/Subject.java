package se.fixamingata.moderation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing on a report's page.
 *
 * @param id the number of a report or an update, the random id of a photo
 */
public record Subject(SubjectKind kind, String id) implements Serializable {

    /** A bigint has at most 19 digits; 18 keep clear of its end. */
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private static final Pattern PHOTO = Pattern.compile("[A-Za-z0-9_-]{22}");

    public Subject {
        if (!(kind == SubjectKind.PHOTO ? PHOTO : NUMBER).matcher(id).matches()) {
            throw new IllegalArgumentException("Not the id of a " + kind.code());
        }
    }

    public static Subject report(long id) {
        return new Subject(SubjectKind.REPORT, Long.toString(id));
    }

    public static Subject update(long id) {
        return new Subject(SubjectKind.UPDATE, Long.toString(id));
    }

    public static Subject photo(String id) {
        return new Subject(SubjectKind.PHOTO, id);
    }

    /** What an address names, which may be anything; both may be null. */
    public static Optional<Subject> find(String kind, String id) {
        return Arrays.stream(SubjectKind.values())
                .filter(one -> one.code().equals(kind) && id != null)
                .filter(one ->
                        (one == SubjectKind.PHOTO ? PHOTO : NUMBER).matcher(id).matches())
                .map(one -> new Subject(one, id))
                .findFirst();
    }

    /** The number of a report or an update. */
    long number() {
        return Long.parseLong(id);
    }

    /** In the audit trail: {@code update:17}. */
    String inWords() {
        return kind.code() + ":" + id;
    }
}

package se.fixamingata.comment;

/**
 * What somebody has typed so far, right or wrong; all but the two choices may be null.
 *
 * @param name not asked of whoever is known already
 * @param email not asked of whoever is known already
 * @param showName whether the name may stand on the public page
 * @param looksFixed whether the fault looks mended: a word to the caseworker, not a status
 */
public record CommentFields(String text, String name, String email, boolean showName, boolean looksFixed) {

    /** A form nobody has touched. */
    public static final CommentFields EMPTY = new CommentFields(null, null, null, false, false);

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "CommentFields[…]";
    }
}

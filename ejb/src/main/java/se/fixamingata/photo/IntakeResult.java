package se.fixamingata.photo;

/** What became of a file that somebody wants to send as a photo. */
public sealed interface IntakeResult {

    /** It is a photo.
     *
     * @param fileName cleaned by {@link FileNames}
     */
    record Accepted(String fileName, PreparedPhoto photo) implements IntakeResult {}

    /**
     * It is none, or not one we take.
     *
     * @param fileName cleaned by {@link FileNames}, so that the refusal can name it
     * @param key message key that begins with {@code photo.refused.}; argument 0 is the file name
     * @param arguments what follows the file name in the message: limits as numbers
     */
    record Refused(String fileName, String key, Object... arguments) implements IntakeResult {}
}

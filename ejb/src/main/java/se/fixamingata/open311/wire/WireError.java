package se.fixamingata.open311.wire;

/**
 * One error as the other side tells it.
 *
 * @param code as it came, often the HTTP status; empty for none
 * @param description for people; empty for none
 */
public record WireError(String code, String description) {

    /** Both in one line. */
    public String text() {
        return (code + " " + description).strip();
    }
}

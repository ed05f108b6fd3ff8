package se.fixamingata.incomingmail;

import java.util.List;
import se.fixamingata.handling.NewPhoto;

/**
 * One mail, as whoever decides about it sees it.
 *
 * @param words all that it says, quotes and signature included, as plain text
 * @param documents names of the PDFs that would be published
 * @param leftOut names of files that would not
 * @param open whether somebody may still decide about it
 */
public record MailView(
        MailLine line,
        String words,
        List<NewPhoto> photos,
        List<String> documents,
        List<String> leftOut,
        boolean open) {

    public MailView {
        photos = List.copyOf(photos);
        documents = List.copyOf(documents);
        leftOut = List.copyOf(leftOut);
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "MailView[" + line.id() + "]";
    }
}

package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.incomingmail.reading.MailPart;
import se.fixamingata.incomingmail.reading.ReadMail;
import se.fixamingata.photo.FileNames;
import se.fixamingata.photo.IntakeResult;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.photo.PhotoStore;

/** Files that came with a reply, judged as residents' are. What is no photo and no PDF is left out, and named. */
@ApplicationScoped
public class Enclosures {

    /** A picture that small and in the text is somebody's logotype. */
    private static final int LOGOTYPE = 25_000;

    /** A mail full of pictures that are none must not keep us busy for minutes. */
    private static final int TRIED = 3 * PhotoStore.MAX_PER_OWNER;

    private static final Pattern OURS = Pattern.compile("rapport-\\d+-(bild|kommentar).*|fixamingata-rapport\\.json");
    private static final Pattern PICTURE = Pattern.compile(".*\\.(jpe?g|png|gif|webp|heic|heif)");

    /** Wrappers of mail programs, keys and visiting cards: nothing that anybody meant to show. */
    private static final Set<String> NOTHING = Set.of(
            "text/plain",
            "text/html",
            "text/enriched",
            "text/rtf",
            "text/calendar",
            "text/vcard",
            "text/x-vcard",
            "text/x-amp-html",
            "application/ms-tnef",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/pgp-keys",
            "message/delivery-status");

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final PhotoIntake intake;

    /** For the container's proxies. */
    protected Enclosures() {
        this(null);
    }

    @Inject
    public Enclosures(PhotoIntake intake) {
        this.intake = intake;
    }

    /**
     * What of a mail may stand on a report's page.
     *
     * @param leftOut names of files that may not
     */
    public record Found(List<NewPhoto> photos, List<NewDocument> documents, List<String> leftOut) {

        public Found {
            photos = List.copyOf(photos);
            documents = List.copyOf(documents);
            leftOut = List.copyOf(leftOut);
        }

        boolean isEmpty() {
            return photos.isEmpty() && documents.isEmpty();
        }
    }

    /** Computes for up to some seconds; never inside a transaction. */
    Found of(ReadMail mail) {
        List<NewPhoto> photos = new ArrayList<>();
        List<NewDocument> documents = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        int tried = 0;
        for (MailPart part : mail.parts()) {
            if (isMeant(part)) {
                String name = FileNames.clean(part.fileName());
                if (isPdf(part)
                        && documents.size() < NewDocument.MOST
                        && part.bytes().length <= NewDocument.MAX_BYTES) {
                    documents.add(new NewDocument(name, part.bytes()));
                } else if (!isPicture(part)
                        || photos.size() == PhotoStore.MAX_PER_OWNER
                        || ++tried > TRIED
                        || !take(part, photos)) {
                    leftOut.add(name);
                }
            }
        }
        return new Found(photos, documents, leftOut);
    }

    private static boolean isMeant(MailPart part) {
        boolean words = NOTHING.contains(part.type())
                && !(part.attached() && part.type().equals("text/plain"));
        String name = part.fileName().toLowerCase(Locale.ROOT);
        boolean inText = !part.contentId().isEmpty() && !part.attached();
        return !words
                && !OURS.matcher(name).matches()
                && !part.contentId().endsWith("@fixamingata")
                && !(inText && part.bytes().length < LOGOTYPE);
    }

    private static boolean isPicture(MailPart part) {
        return part.type().startsWith("image/")
                || PICTURE.matcher(part.fileName().toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isPdf(MailPart part) {
        return part.bytes().length > PDF.length && Arrays.equals(part.bytes(), 0, PDF.length, PDF, 0, PDF.length);
    }

    private boolean take(MailPart part, List<NewPhoto> photos) {
        try {
            Path file = Files.createTempFile("fixamingata-mail", ".part");
            try {
                Files.write(file, part.bytes());
                if (intake.accept(part.fileName(), file) instanceof IntakeResult.Accepted accepted) {
                    return photos.add(new NewPhoto(accepted.fileName(), accepted.photo()));
                }
                return false;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }
}

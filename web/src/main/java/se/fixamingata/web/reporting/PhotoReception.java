package se.fixamingata.web.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.photo.FileNames;
import se.fixamingata.photo.IntakeResult;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.PhotoAdding;
import se.fixamingata.web.text.Messages;

/** Takes the photos out of a form and puts them where they are kept. Decoding happens before the transaction, not in it. */
@ApplicationScoped
public class PhotoReception {

    /** The name of the form's file field. */
    static final String FIELD = "photo";

    @Inject
    PhotoIntake intake;

    /**
     * What became of one file.
     *
     * @param id of the photo, or null when it was refused
     * @param fileName cleaned
     * @param refusal the reason in words, naming the file; null when it was taken
     */
    public record Outcome(String id, String fileName, String refusal) {}

    /** Adds every file of the form; what was refused does not keep out the others. Empty when the form carries no files. */
    public List<Outcome> receive(HttpServletRequest request, PhotoTray tray, Language language)
            throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Part part : request.getParts()) {
            boolean chosen = part.getName().equals(FIELD)
                    && part.getSubmittedFileName() != null
                    && !(part.getSubmittedFileName().isEmpty() && part.getSize() == 0);
            if (chosen) {
                outcomes.add(receive(part, tray, language));
            }
        }
        return outcomes;
    }

    private Outcome receive(Part part, PhotoTray tray, Language language) throws IOException {
        if (part.getSize() > PhotoIntake.MAX_BYTES) {
            return refused(
                    new IntakeResult.Refused(
                            FileNames.clean(part.getSubmittedFileName()),
                            "photo.refused.size",
                            megabytes(part.getSize()),
                            megabytes(PhotoIntake.MAX_BYTES)),
                    language);
        }
        Optional<PhotoAdding> full = tray.refusal();
        if (full.isPresent()) {
            return refused(inWords(full.get(), FileNames.clean(part.getSubmittedFileName())), language);
        }
        Path file = Files.createTempFile("photo", ".upload");
        try (InputStream in = part.getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            IntakeResult result = intake.accept(part.getSubmittedFileName(), file);
            return result instanceof IntakeResult.Accepted accepted
                    ? add(accepted, tray, language)
                    : refused((IntakeResult.Refused) result, language);
        } finally {
            Files.delete(file);
        }
    }

    private Outcome add(IntakeResult.Accepted accepted, PhotoTray tray, Language language) {
        PhotoAdding adding = tray.add(accepted.fileName(), accepted.photo());
        if (adding instanceof PhotoAdding.Added added) {
            return new Outcome(added.id(), accepted.fileName(), null);
        }
        return refused(inWords(adding, accepted.fileName()), language);
    }

    private static IntakeResult.Refused inWords(PhotoAdding refusal, String fileName) {
        if (refusal instanceof PhotoAdding.TooMany many) {
            return new IntakeResult.Refused(fileName, "photo.refused.many", many.limit());
        }
        boolean full = refusal instanceof PhotoAdding.NoRoom;
        return new IntakeResult.Refused(fileName, full ? "photo.refused.full" : "photo.refused.nodraft");
    }

    private static Outcome refused(IntakeResult.Refused refused, Language language) {
        Object[] arguments = Stream.concat(Stream.of(refused.fileName()), Arrays.stream(refused.arguments()))
                .toArray();
        return new Outcome(null, refused.fileName(), Messages.text(language, refused.key(), arguments));
    }

    /** Rounded up: a file a little over the limit is not "20 MB, at most 20 MB". */
    private static long megabytes(long bytes) {
        return (bytes + 1024 * 1024 - 1) / (1024 * 1024);
    }
}

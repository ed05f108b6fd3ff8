package se.fixamingata.web.handlelink;

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
import java.util.List;
import java.util.stream.Stream;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.photo.IntakeResult;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.shared.Language;
import se.fixamingata.web.text.Messages;

/** Takes the photos out of a form. Decoding takes a moment: never inside a transaction. */
@ApplicationScoped
public class LinkPhotos {

    /** The name of the form's file field. */
    static final String FIELD = "photo";

    @Inject
    PhotoIntake intake;

    /**
     * What the form brought.
     *
     * @param refusals in words, each naming its file
     */
    record Received(List<NewPhoto> photos, List<String> refusals) {}

    Received receive(HttpServletRequest request, Language language) throws IOException, ServletException {
        List<NewPhoto> photos = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/form-data")) {
            List<Part> chosen =
                    request.getParts().stream().filter(LinkPhotos::isChosen).toList();
            if (chosen.size() > PhotoStore.MAX_PER_OWNER) {
                refusals.add(Messages.text(language, "svar.photos.many", PhotoStore.MAX_PER_OWNER));
            } else {
                for (Part part : chosen) {
                    take(part, language, photos, refusals);
                }
            }
        }
        return new Received(photos, refusals);
    }

    private static boolean isChosen(Part part) {
        return part.getName().equals(FIELD)
                && part.getSubmittedFileName() != null
                && !(part.getSubmittedFileName().isEmpty() && part.getSize() == 0);
    }

    private void take(Part part, Language language, List<NewPhoto> photos, List<String> refusals) throws IOException {
        Path file = Files.createTempFile("photo", ".upload");
        try (InputStream in = part.getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            IntakeResult result = intake.accept(part.getSubmittedFileName(), file);
            if (result instanceof IntakeResult.Accepted accepted) {
                photos.add(new NewPhoto(accepted.fileName(), accepted.photo()));
            } else if (result instanceof IntakeResult.Refused refused) {
                Object[] arguments = Stream.concat(Stream.of(refused.fileName()), Stream.of(refused.arguments()))
                        .toArray();
                refusals.add(Messages.text(language, refused.key(), arguments));
            }
        } finally {
            Files.delete(file);
        }
    }
}

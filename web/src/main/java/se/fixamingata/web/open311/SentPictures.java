package se.fixamingata.web.open311;

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
import java.util.Locale;
import java.util.stream.Stream;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.photo.IntakeResult;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.shared.Language;
import se.fixamingata.web.text.Messages;

/** The pictures in a multipart body, whatever the client calls their parts; judged as residents' are. */
@ApplicationScoped
public class SentPictures {

    @Inject
    PhotoIntake intake;

    /**
     * Decodes them, which takes a moment: never inside a transaction.
     *
     * @throws Refusal when there are too many, or one is no picture that we take
     */
    public List<NewPhoto> of(HttpServletRequest request) {
        try {
            List<Part> files = files(request);
            if (files.size() > PhotoStore.MAX_PER_OWNER) {
                throw Refusal.bad("There may be at most " + PhotoStore.MAX_PER_OWNER + " pictures");
            }
            List<NewPhoto> photos = new ArrayList<>();
            for (Part file : files) {
                photos.add(photo(file));
            }
            return photos;
        } catch (IOException | ServletException broken) {
            throw Refusal.bad("The body is no multipart/form-data that can be read to its end");
        }
    }

    private static List<Part> files(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return List.of();
        }
        return request.getParts().stream()
                .filter(part -> part.getSubmittedFileName() != null && part.getSize() > 0)
                .toList();
    }

    private NewPhoto photo(Part part) throws IOException {
        Path file = Files.createTempFile("open311", ".upload");
        try (InputStream in = part.getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            IntakeResult result = intake.accept(part.getSubmittedFileName(), file);
            if (result instanceof IntakeResult.Refused refused) {
                Object[] arguments = Stream.concat(Stream.of(refused.fileName()), Stream.of(refused.arguments()))
                        .toArray();
                throw Refusal.bad(Messages.text(Language.EN, refused.key(), arguments));
            }
            IntakeResult.Accepted accepted = (IntakeResult.Accepted) result;
            return new NewPhoto(accepted.fileName(), accepted.photo());
        } finally {
            Files.delete(file);
        }
    }
}

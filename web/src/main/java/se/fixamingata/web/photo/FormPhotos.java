package se.fixamingata.web.photo;

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
import se.fixamingata.web.text.TextBean;

/** Takes photos out of a form of the back office, where they come with everything else in one go. */
@ApplicationScoped
public class FormPhotos {

    @Inject
    PhotoIntake intake;

    @Inject
    TextBean text;

    /**
     * What came.
     *
     * @param refusals one sentence for each that is no photo of ours, naming the file
     */
    public record Received(List<NewPhoto> photos, List<String> refusals) {

        public static final Received NONE = new Received(List.of(), List.of());
    }

    /** The files that were chosen in a field; none for a form that carries no files. */
    public static List<Part> chosen(HttpServletRequest request, String field) throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return List.of();
        }
        return request.getParts().stream()
                .filter(part -> part.getName().equals(field)
                        && part.getSubmittedFileName() != null
                        && !(part.getSubmittedFileName().isEmpty() && part.getSize() == 0))
                .toList();
    }

    /** Decodes them, which takes a moment: never inside a transaction. */
    public Received receive(List<Part> files) throws IOException {
        List<NewPhoto> photos = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Part part : files) {
            IntakeResult result = accept(part);
            if (result instanceof IntakeResult.Accepted accepted) {
                photos.add(new NewPhoto(accepted.fileName(), accepted.photo()));
            } else if (result instanceof IntakeResult.Refused refused) {
                Object[] arguments = Stream.concat(Stream.of(refused.fileName()), Stream.of(refused.arguments()))
                        .toArray();
                refusals.add(text.format(refused.key(), arguments));
            }
        }
        return new Received(photos, refusals);
    }

    private IntakeResult accept(Part part) throws IOException {
        Path file = Files.createTempFile("photo", ".upload");
        try (InputStream in = part.getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return intake.accept(part.getSubmittedFileName(), file);
        } finally {
            Files.delete(file);
        }
    }
}

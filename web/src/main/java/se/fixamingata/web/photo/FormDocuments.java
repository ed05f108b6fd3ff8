package se.fixamingata.web.photo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.photo.FileNames;
import se.fixamingata.web.text.TextBean;

/** Takes the documents that go with an answer out of a form. Whether they are what they say is judged with the answer. */
@RequestScoped
public class FormDocuments {

    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    TextBean text;

    /**
     * What came.
     *
     * @param refusals one sentence for each that is too large, naming the file, or one for too many
     */
    public record Received(List<NewDocument> documents, List<String> refusals) {}

    /** @param files as {@link FormPhotos#chosen} finds them */
    public Received receive(List<Part> files) throws IOException {
        List<NewDocument> documents = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        if (files.size() > NewDocument.MOST) {
            refusals.add(text.of("handling.documents.many"));
            return new Received(documents, refusals);
        }
        for (Part part : files) {
            String name = FileNames.clean(part.getSubmittedFileName());
            if (part.getSize() > NewDocument.MAX_BYTES) {
                refusals.add(text.of("arende.answer.document.size", name, NewDocument.MAX_BYTES / MEGABYTE));
            } else {
                try (InputStream in = part.getInputStream()) {
                    documents.add(new NewDocument(name, in.readAllBytes()));
                }
            }
        }
        return new Received(documents, refusals);
    }
}

package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.photo.FileNames;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.web.photo.FormPhotos;
import se.fixamingata.web.text.TextBean;

/** Takes photos and documents out of the answer's form. What is refused is told at its field, by name. */
@Named("answerFiles")
@RequestScoped
public class AnswerFiles {

    private static final String PHOTOS = "photos";
    private static final String DOCUMENTS = "documents";
    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    HttpServletRequest request;

    @Inject
    PostedForm form;

    @Inject
    FormPhotos formPhotos;

    @Inject
    TextBean text;

    private boolean came;

    /** Everything that was taken. */
    record Received(List<NewPhoto> photos, List<NewDocument> documents) {

        static final Received NONE = new Received(List.of(), List.of());
    }

    /** Decodes photos, which takes a moment: never inside a transaction. */
    Received receive() throws IOException, ServletException {
        List<Part> photos = FormPhotos.chosen(request, PHOTOS);
        List<Part> documents = FormPhotos.chosen(request, DOCUMENTS);
        came = !photos.isEmpty() || !documents.isEmpty();
        if (photos.size() > PhotoStore.MAX_PER_OWNER) {
            form.refuse(PHOTOS, text.of("handling.photos.many"));
        }
        if (documents.size() > NewDocument.MOST) {
            form.refuse(DOCUMENTS, text.of("handling.documents.many"));
        }
        if (form.isWrong()) {
            return Received.NONE;
        }
        FormPhotos.Received taken = formPhotos.receive(photos);
        taken.refusals().forEach(refusal -> form.refuse(PHOTOS, refusal));
        List<NewDocument> kept = new ArrayList<>();
        for (Part part : documents) {
            document(part, kept);
        }
        return new Received(taken.photos(), kept);
    }

    private void document(Part part, List<NewDocument> kept) throws IOException {
        String name = FileNames.clean(part.getSubmittedFileName());
        if (part.getSize() > NewDocument.MAX_BYTES) {
            form.refuse(DOCUMENTS, text.of("arende.answer.document.size", name, NewDocument.MAX_BYTES / MEGABYTE));
            return;
        }
        try (InputStream in = part.getInputStream()) {
            kept.add(new NewDocument(name, in.readAllBytes()));
        }
    }

    /** Whether files came with a form that is shown again: no page can put them back into their fields. */
    public boolean isLost() {
        return came;
    }
}

package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.web.photo.FormDocuments;
import se.fixamingata.web.photo.FormPhotos;
import se.fixamingata.web.text.TextBean;

/** Takes photos and documents out of the answer's form. What is refused is told at its field, by name. */
@Named("answerFiles")
@RequestScoped
public class AnswerFiles {

    private static final String PHOTOS = "photos";
    private static final String DOCUMENTS = "documents";

    @Inject
    HttpServletRequest request;

    @Inject
    PostedForm form;

    @Inject
    FormPhotos formPhotos;

    @Inject
    FormDocuments formDocuments;

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
        if (form.isWrong()) {
            return Received.NONE;
        }
        FormPhotos.Received taken = formPhotos.receive(photos);
        taken.refusals().forEach(refusal -> form.refuse(PHOTOS, refusal));
        FormDocuments.Received kept = formDocuments.receive(documents);
        kept.refusals().forEach(refusal -> form.refuse(DOCUMENTS, refusal));
        return new Received(taken.photos(), kept.documents());
    }

    /** Whether files came with a form that is shown again: no page can put them back into their fields. */
    public boolean isLost() {
        return came;
    }
}

package se.fixamingata.web.handlelink;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import se.fixamingata.handlelink.LinkAnswerResult;
import se.fixamingata.handlelink.LinkAnswers;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.web.photo.FormDocuments;
import se.fixamingata.web.photo.FormPhotos;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.text.TextBean;

/** Sends an answer by link, and knows whom it reaches. */
@RequestScoped
public class LinkPosting {

    /** The names of the form's file fields. */
    private static final String PHOTO = "photo";

    private static final String DOCUMENT = "document";

    @Inject
    HttpServletRequest request;

    @Inject
    LinkAnswers answers;

    @Inject
    FormPhotos photos;

    @Inject
    FormDocuments documents;

    @Inject
    TextBean text;

    LinkOutcome answer(String token, long report, LinkForm form) throws IOException, ServletException {
        List<Problem> problems = new ArrayList<>();
        List<Part> pictures = FormPhotos.chosen(request, PHOTO);
        if (pictures.size() > PhotoStore.MAX_PER_OWNER) {
            problems.add(new Problem(PHOTO, text.of("svar.photos.many", PhotoStore.MAX_PER_OWNER)));
            pictures = List.of();
        }
        FormDocuments.Received pdfs = documents.receive(FormPhotos.chosen(request, DOCUMENT));
        pdfs.refusals().forEach(refusal -> problems.add(new Problem(DOCUMENT, refusal)));
        FormPhotos.Received taken = photos.receive(pictures);
        taken.refusals().forEach(refusal -> problems.add(new Problem(PHOTO, refusal)));
        if (!problems.isEmpty()) {
            return LinkOutcome.wrong(problems);
        }
        LinkAnswerResult result = Conflicts.retry(
                () -> answers.answer(token, form.name(), form.answer(report, taken.photos(), pdfs.documents())));
        return result instanceof LinkAnswerResult.Tried tried
                ? outcome(tried.result())
                : new LinkOutcome(false, List.of(), null, ((LinkAnswerResult.Refused) result).access());
    }

    private LinkOutcome outcome(HandlingResult result) {
        if (result instanceof HandlingResult.Invalid invalid) {
            return LinkOutcome.wrong(List.of(new Problem(field(invalid.field()), text.of(invalid.key()))));
        }
        return result instanceof HandlingResult.Conflict conflict
                ? new LinkOutcome(false, List.of(), conflict, null)
                : LinkOutcome.DONE;
    }

    private static String field(String ofAnswer) {
        return switch (ofAnswer) {
            case "photos" -> PHOTO;
            case "documents" -> DOCUMENT;
            default -> ofAnswer;
        };
    }

    /** Who reported, as the mail with the link told; null when the link does not work. */
    Reporter reporter(String token) {
        return answers.reporter(token).orElse(null);
    }
}

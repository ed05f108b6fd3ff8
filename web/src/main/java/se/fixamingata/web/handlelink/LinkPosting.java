package se.fixamingata.web.handlelink;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import se.fixamingata.handlelink.LinkAnswerResult;
import se.fixamingata.handlelink.LinkAnswers;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.report.Reporter;
import se.fixamingata.web.reporting.Problem;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.TextBean;

/** Sends an answer by link, and knows whom it reaches. */
@RequestScoped
public class LinkPosting {

    @Inject
    HttpServletRequest request;

    @Inject
    LinkAnswers answers;

    @Inject
    LinkPhotos photos;

    @Inject
    CurrentLanguage language;

    @Inject
    TextBean text;

    LinkOutcome answer(String token, long report, LinkForm form) throws IOException, ServletException {
        LinkPhotos.Received received = photos.receive(request, language.get());
        if (!received.refusals().isEmpty()) {
            return LinkOutcome.wrong(received.refusals().stream()
                    .map(refusal -> new Problem(LinkPhotos.FIELD, refusal))
                    .toList());
        }
        LinkAnswerResult result = answers.answer(token, form.name(), form.answer(report, received.photos()));
        return result instanceof LinkAnswerResult.Tried tried
                ? outcome(tried.result())
                : new LinkOutcome(false, List.of(), null, ((LinkAnswerResult.Refused) result).access());
    }

    private LinkOutcome outcome(HandlingResult result) {
        if (result instanceof HandlingResult.Invalid invalid) {
            String field = invalid.field().equals("photos") ? LinkPhotos.FIELD : invalid.field();
            return LinkOutcome.wrong(List.of(new Problem(field, text.of(invalid.key()))));
        }
        return result instanceof HandlingResult.Conflict conflict
                ? new LinkOutcome(false, List.of(), conflict, null)
                : LinkOutcome.DONE;
    }

    /** Who reported, as the mail with the link told; null when the link does not work. */
    Reporter reporter(String token) {
        return answers.reporter(token).orElse(null);
    }
}

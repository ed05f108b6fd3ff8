package se.fixamingata.web.comment;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import se.fixamingata.comment.CommentDesk;
import se.fixamingata.comment.CommentDraftView;
import se.fixamingata.comment.CommentFields;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

/**
 * Brings the browser and its draft together. The page gives a secret away in its form; the draft begins with the first thing that is
 * sent, and only then the browser gets its cookie.
 */
@ApplicationScoped
public class CommentKeeper {

    @Inject
    CommentDesk desk;

    @Inject
    CommentCookie cookie;

    /** The draft that this browser is writing about that report, or has just sent; empty when there is none. */
    Optional<CommentDraftView> current(HttpServletRequest request, long reportId) {
        return cookie.read(request).flatMap(secret -> desk.find(secret, reportId));
    }

    /** The secret for the form: the browser's own while that is unused or a draft's, else a new one. */
    SecretToken secret(HttpServletRequest request, boolean spent) {
        return cookie.read(request).filter(known -> !spent).orElseGet(SecretToken::random);
    }

    /**
     * Keeps what was typed, beginning a draft if need be, and gives it another 24 hours. A draft that was sent stays as it is.
     *
     * @return the draft's secret; empty when the visitor may not write about that report
     */
    Optional<SecretToken> keep(
            HttpServletRequest request,
            HttpServletResponse response,
            long reportId,
            Language language,
            ReporterClaim claim) {
        SecretToken secret = named(request);
        CommentFields fields = CommentRequest.fields(request);
        boolean kept = desk.save(secret, reportId, fields) || start(secret, reportId, fields, language, claim);
        return kept ? given(response, secret) : Optional.empty();
    }

    /** Begins a draft for a browser that has none yet: a photo may be the very first thing that somebody chooses. */
    Optional<SecretToken> begin(
            HttpServletRequest request,
            HttpServletResponse response,
            long reportId,
            Language language,
            ReporterClaim claim) {
        SecretToken secret = named(request);
        boolean begun = desk.find(secret, reportId).isPresent()
                || start(secret, reportId, CommentFields.EMPTY, language, claim);
        return begun ? given(response, secret) : Optional.empty();
    }

    private SecretToken named(HttpServletRequest request) {
        return CommentRequest.draft(request).or(() -> cookie.read(request)).orElseGet(SecretToken::random);
    }

    private Optional<SecretToken> given(HttpServletResponse response, SecretToken secret) {
        cookie.write(response, secret);
        return Optional.of(secret);
    }

    private boolean start(
            SecretToken secret, long reportId, CommentFields fields, Language language, ReporterClaim claim) {
        try {
            return desk.start(secret, reportId, fields, language, claim);
        } catch (EJBException failed) {
            // Either the same form came twice at this very moment and the other one was first, or something is really
            // wrong.
            boolean there = fields.equals(CommentFields.EMPTY)
                    ? desk.find(secret, reportId).isPresent()
                    : desk.save(secret, reportId, fields);
            if (!there) {
                throw failed;
            }
            return true;
        }
    }
}

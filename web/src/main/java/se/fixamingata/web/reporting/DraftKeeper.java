package se.fixamingata.web.reporting;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.DraftDesk;
import se.fixamingata.submission.DraftFields;
import se.fixamingata.submission.DraftView;
import se.fixamingata.web.extraquestion.AnswerFields;

/**
 * Brings the browser and its draft together. The secret is given away with the page, before there is a draft; the draft begins with the
 * first thing that is sent, so that looking at the form stores nothing.
 */
@ApplicationScoped
public class DraftKeeper {

    @Inject
    DraftDesk desk;

    @Inject
    DraftCookie cookie;

    /** The draft that this browser is writing; empty when it has none or has sent it. */
    Optional<DraftView> current(HttpServletRequest request) {
        return cookie.read(request).flatMap(desk::find).filter(draft -> !draft.isSent());
    }

    /** Sees to it that the browser has a secret for what it will send: its own while that is unused or a draft's, else a new one. */
    void prepare(HttpServletRequest request, HttpServletResponse response) {
        boolean spent = cookie.read(request)
                .map(secret -> desk.find(secret).filter(DraftView::isSent).isPresent())
                .orElse(true);
        if (spent) {
            cookie.write(response, SecretToken.random());
        }
    }

    /** Keeps what was typed, beginning a draft if need be, and gives it another 24 hours. A draft that was sent stays as it is. */
    SecretToken keep(HttpServletRequest request, HttpServletResponse response, DraftFields fields, Language language) {
        SecretToken secret = cookie.read(request).orElseGet(SecretToken::random);
        TypedAnswers answers = AnswerFields.of(request);
        if (!desk.save(secret, fields, answers)) {
            start(secret, fields, answers, language);
        }
        cookie.write(response, secret);
        return secret;
    }

    /** What the draft holds by now, the address that was found for its place before included. */
    DraftFields kept(SecretToken secret, DraftFields typed) {
        return desk.find(secret).map(DraftView::fields).orElse(typed);
    }

    /** Begins a draft for a browser that has none yet: a photo may be the very first thing that somebody chooses. */
    void begin(SecretToken secret, Language language) {
        if (desk.find(secret).isEmpty()) {
            try {
                desk.start(secret, DraftFields.EMPTY, language);
            } catch (EJBException failed) {
                // The form may have kept itself at this very moment; then there is a draft by now.
                if (desk.find(secret).isEmpty()) {
                    throw failed;
                }
            }
        }
    }

    private void start(SecretToken secret, DraftFields fields, TypedAnswers answers, Language language) {
        try {
            desk.start(secret, fields, answers, language);
        } catch (EJBException failed) {
            // Either the same form came twice at this very moment and the other one was first, or something is really
            // wrong.
            if (!desk.save(secret, fields, answers)) {
                throw failed;
            }
        }
    }
}

package se.fixamingata.web.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.comment.CommentConfirmation;
import se.fixamingata.comment.CommentState;
import se.fixamingata.web.confirmation.Confirmable;
import se.fixamingata.web.confirmation.Confirmation;
import se.fixamingata.web.confirmation.Confirmation.Situation;

/** The link in the mail that asks whether a comment is really the holder's. */
@ApplicationScoped
public class CommentConfirmable implements Confirmable {

    private static final String KIND = "comment";

    @Inject
    CommentConfirmation confirmation;

    @Override
    public Optional<Confirmation> look(String token) {
        return inWords(confirmation.look(token));
    }

    @Override
    public Optional<Confirmation> confirm(String token) {
        return inWords(confirmation.confirm(token));
    }

    private static Optional<Confirmation> inWords(CommentState state) {
        if (state instanceof CommentState.Waiting waiting) {
            return Optional.of(new Confirmation(KIND, Situation.WAITING, waiting.title(), null));
        }
        if (state instanceof CommentState.Confirmed confirmed) {
            String page = CommentButtons.published("/rapport/" + confirmed.reportId(), confirmed.updateId());
            return Optional.of(new Confirmation(KIND, Situation.DONE, "", page));
        }
        if (state instanceof CommentState.Already already) {
            return Optional.of(new Confirmation(
                    KIND, Situation.ALREADY, "", "/rapport/" + already.reportId() + "#update-" + already.updateId()));
        }
        return state instanceof CommentState.Expired
                ? Optional.of(new Confirmation(KIND, Situation.EXPIRED, "", null))
                : Optional.empty();
    }
}

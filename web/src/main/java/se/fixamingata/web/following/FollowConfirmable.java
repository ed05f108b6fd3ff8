package se.fixamingata.web.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.following.FollowConfirmation;
import se.fixamingata.following.FollowState;
import se.fixamingata.web.confirmation.Confirmable;
import se.fixamingata.web.confirmation.Confirmation;
import se.fixamingata.web.confirmation.Confirmation.Situation;

/** The link in the mail that asks whether somebody wants to follow a report. */
@ApplicationScoped
public class FollowConfirmable implements Confirmable {

    private static final String KIND = "follow";

    @Inject
    FollowConfirmation confirmation;

    @Override
    public Optional<Confirmation> look(String token) {
        return inWords(confirmation.look(token));
    }

    @Override
    public Optional<Confirmation> confirm(String token) {
        return inWords(confirmation.confirm(token));
    }

    private static Optional<Confirmation> inWords(FollowState state) {
        if (state instanceof FollowState.Waiting waiting) {
            return Optional.of(new Confirmation(KIND, Situation.WAITING, waiting.title(), null));
        }
        if (state instanceof FollowState.Confirmed confirmed) {
            String page = page(confirmed.reportId()) + "?" + FollowBacking.NEWS + "=ja#folj";
            return Optional.of(new Confirmation(KIND, Situation.DONE, "", page));
        }
        if (state instanceof FollowState.Already already) {
            return Optional.of(new Confirmation(KIND, Situation.ALREADY, "", page(already.reportId())));
        }
        if (state instanceof FollowState.Ended ended) {
            return Optional.of(new Confirmation(KIND, Situation.ENDED, "", page(ended.reportId())));
        }
        return state instanceof FollowState.Expired
                ? Optional.of(new Confirmation(KIND, Situation.EXPIRED, "", null))
                : Optional.empty();
    }

    private static String page(long reportId) {
        return "/rapport/" + reportId;
    }
}

package se.fixamingata.web.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.submission.ConfirmationState;
import se.fixamingata.submission.ReportConfirmation;
import se.fixamingata.web.confirmation.Confirmable;
import se.fixamingata.web.confirmation.Confirmation;
import se.fixamingata.web.confirmation.Confirmation.Situation;

/** The link in the mail that asks whether the report is really the holder's. */
@ApplicationScoped
public class ReportConfirmable implements Confirmable {

    private static final String KIND = "report";

    @Inject
    ReportConfirmation confirmation;

    @Override
    public Optional<Confirmation> look(String token) {
        return inWords(confirmation.look(token));
    }

    @Override
    public Optional<Confirmation> confirm(String token) {
        return inWords(confirmation.confirm(token));
    }

    private static Optional<Confirmation> inWords(ConfirmationState state) {
        if (state instanceof ConfirmationState.Waiting waiting) {
            return Optional.of(new Confirmation(KIND, Situation.WAITING, waiting.title(), null));
        }
        if (state instanceof ConfirmationState.Confirmed confirmed) {
            return Optional.of(
                    new Confirmation(KIND, Situation.DONE, "", "/rapport/" + confirmed.reportId() + "?bekraftad=1"));
        }
        if (state instanceof ConfirmationState.Already already) {
            return Optional.of(new Confirmation(KIND, Situation.ALREADY, "", "/rapport/" + already.reportId()));
        }
        return state instanceof ConfirmationState.Expired
                ? Optional.of(new Confirmation(KIND, Situation.EXPIRED, "", null))
                : Optional.empty();
    }
}

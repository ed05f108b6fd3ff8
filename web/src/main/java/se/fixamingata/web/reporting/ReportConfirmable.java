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

    private static final String OPEN = "report";
    /** Only its reporter and the caseworkers read it. */
    private static final String PRIVATE = "private";

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
            return Optional.of(new Confirmation(kind(waiting.open()), Situation.WAITING, waiting.title(), null));
        }
        if (state instanceof ConfirmationState.Confirmed confirmed) {
            return Optional.of(new Confirmation(OPEN, Situation.DONE, "", confirmed.page() + "?bekraftad=1"));
        }
        if (state instanceof ConfirmationState.Already already) {
            String page = already.open() ? "/rapport/" + already.reportId() : null;
            return Optional.of(new Confirmation(kind(already.open()), Situation.ALREADY, "", page));
        }
        return state instanceof ConfirmationState.Expired
                ? Optional.of(new Confirmation(OPEN, Situation.EXPIRED, "", null))
                : Optional.empty();
    }

    private static String kind(boolean open) {
        return open ? OPEN : PRIVATE;
    }
}

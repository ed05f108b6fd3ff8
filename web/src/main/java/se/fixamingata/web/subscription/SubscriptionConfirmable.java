package se.fixamingata.web.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.subscription.AreaNames;
import se.fixamingata.subscription.SubscriptionConfirming;
import se.fixamingata.subscription.SubscriptionConfirming.State;
import se.fixamingata.web.confirmation.Confirmable;
import se.fixamingata.web.confirmation.Confirmation;
import se.fixamingata.web.confirmation.Confirmation.Situation;
import se.fixamingata.web.security.CurrentLanguage;

/** The link in the mail that asks whether somebody wants to watch an area. */
@ApplicationScoped
public class SubscriptionConfirmable implements Confirmable {

    private static final String KIND = "subscription";

    @Inject
    SubscriptionConfirming confirming;

    @Inject
    AreaNames names;

    @Inject
    CurrentLanguage language;

    @Override
    public Optional<Confirmation> look(String token) {
        return inWords(confirming.look(token));
    }

    @Override
    public Optional<Confirmation> confirm(String token) {
        return inWords(confirming.confirm(token));
    }

    private Optional<Confirmation> inWords(State state) {
        if (state instanceof State.Waiting waiting) {
            return said(Situation.WAITING, names.name(waiting.area(), language.get()), null);
        }
        if (state instanceof State.Confirmed confirmed) {
            return said(Situation.DONE, "", page(confirmed.token()) + "?klart=ny");
        }
        if (state instanceof State.Already already) {
            return said(Situation.ALREADY, "", page(already.token()));
        }
        if (state instanceof State.Full full) {
            return said(Situation.FULL, "", page(full.token()));
        }
        if (state instanceof State.Ended) {
            return said(Situation.ENDED, "", null);
        }
        return state instanceof State.Expired ? said(Situation.EXPIRED, "", null) : Optional.empty();
    }

    private static Optional<Confirmation> said(Situation situation, String title, String address) {
        return Optional.of(new Confirmation(KIND, situation, title, address));
    }

    private static String page(String token) {
        return "/prenumerationer/" + token;
    }
}

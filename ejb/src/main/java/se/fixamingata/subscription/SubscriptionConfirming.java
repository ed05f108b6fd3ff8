package se.fixamingata.subscription;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.subscription.ConfirmationSteps.Asked;

/** The link in the mail: whoever holds it shows that the address is theirs. Looking changes nothing; any number of clicks confirm once. */
@Stateless
public class SubscriptionConfirming {

    @Inject
    ConfirmationSteps steps;

    @Inject
    Subscriptions subscriptions;

    @Inject
    SubscriptionSettings settings;

    @Inject
    ManageTokens managing;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public SubscriptionConfirming() {}

    /** For tests. */
    SubscriptionConfirming(
            ConfirmationSteps steps,
            Subscriptions subscriptions,
            SubscriptionSettings settings,
            ManageTokens managing,
            AuditTrail audit,
            Clock clock) {
        this.steps = steps;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.managing = managing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a link stands. */
    public sealed interface State {

        /** The link is good, and its button is to be pressed. */
        record Waiting(Area area) implements State {}

        /**
         * Is told from just now on.
         *
         * @param token by which the address's subscriptions are seen and changed
         */
        record Confirmed(String token) implements State {}

        /** Is told already. */
        record Already(String token) implements State {}

        /** The address watches so many areas that one has to be ended first. */
        record Full(String token) implements State {}

        /** Has been ended since. */
        record Ended() implements State {}

        /** The link's time is over. */
        record Expired() implements State {}

        /** No such link. */
        record Unknown() implements State {}
    }

    /**
     * What the link would do.
     *
     * @param token as it came; may be null
     */
    public State look(String token) {
        return steps.find(token, Purpose.CONFIRM_SUBSCRIPTION).map(this::state).orElseGet(State.Unknown::new);
    }

    /**
     * Uses the link.
     *
     * @param token as it came; may be null
     * @return never {@link State.Waiting}
     */
    public State confirm(String token) {
        Optional<Asked> asked = steps.lock(token, Purpose.CONFIRM_SUBSCRIPTION);
        State state = asked.map(this::state).orElseGet(State.Unknown::new);
        if (!(state instanceof State.Waiting)) {
            return state;
        }
        steps.activate(asked.orElseThrow());
        long subscription = asked.get().subscription().id();
        audit.record("resident", "area.subscribed", "subscription:" + subscription, null);
        return new State.Confirmed(managing.of(subscription).text());
    }

    private State state(Asked asked) {
        Subscription subscription = asked.subscription();
        if (subscription == null) {
            return new State.Expired();
        }
        return switch (subscription.state()) {
            case ACTIVE -> new State.Already(managing.of(subscription.id()).text());
            case ENDED -> new State.Ended();
            case UNCONFIRMED -> unconfirmed(asked.link(), subscription);
        };
    }

    private State unconfirmed(SecretLink link, Subscription subscription) {
        if (link.isExpired(clock.instant())) {
            return new State.Expired();
        }
        return subscriptions.areas(subscription.email()) >= settings.most()
                ? new State.Full(managing.of(subscription.id()).text())
                : new State.Waiting(subscription.area().orElseThrow());
    }
}

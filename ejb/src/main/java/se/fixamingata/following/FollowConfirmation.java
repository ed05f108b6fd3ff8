package se.fixamingata.following;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.subscription.ConfirmationSteps;
import se.fixamingata.subscription.ConfirmationSteps.Asked;
import se.fixamingata.subscription.Subscription;

/** The link in the mail: whoever holds it shows that the address is theirs. Looking changes nothing; any number of clicks confirm once. */
@Stateless
public class FollowConfirmation {

    @Inject
    EntityManager em;

    @Inject
    ConfirmationSteps steps;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public FollowConfirmation() {}

    /** For tests. */
    FollowConfirmation(EntityManager em, ConfirmationSteps steps, AuditTrail audit, Clock clock) {
        this.em = em;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the link would do.
     *
     * @param token as it came; may be null
     */
    public FollowState look(String token) {
        return steps.find(token, Purpose.CONFIRM_FOLLOW).map(this::state).orElseGet(FollowState.Unknown::new);
    }

    /**
     * Uses the link.
     *
     * @param token as it came; may be null
     * @return never {@link FollowState.Waiting}
     */
    public FollowState confirm(String token) {
        Optional<Asked> asked = steps.lock(token, Purpose.CONFIRM_FOLLOW);
        FollowState state = asked.map(this::state).orElseGet(FollowState.Unknown::new);
        if (!(state instanceof FollowState.Waiting)) {
            return state;
        }
        steps.activate(asked.orElseThrow());
        long report = asked.get().link().reportId();
        audit.record("resident", "report.followed", "report:" + report, null);
        return new FollowState.Confirmed(report);
    }

    private FollowState state(Asked asked) {
        SecretLink link = asked.link();
        Subscription subscription = asked.subscription();
        Report report = em.find(Report.class, link.reportId());
        if (subscription == null || report == null || !report.isListed()) {
            return new FollowState.Expired();
        }
        return switch (subscription.state()) {
            case ACTIVE -> new FollowState.Already(report.id());
            case ENDED -> new FollowState.Ended(report.id());
            case UNCONFIRMED ->
                link.isExpired(clock.instant()) ? new FollowState.Expired() : new FollowState.Waiting(report.title());
        };
    }
}

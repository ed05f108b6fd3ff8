package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import se.fixamingata.open311.client.EndpointCalls;
import se.fixamingata.open311.client.EndpointRest;
import se.fixamingata.open311.client.SecondLook;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.client.Verdict;
import se.fixamingata.open311.client.WindowSearch;
import se.fixamingata.open311.client.WireAnswer;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireTime;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;

/** Hands a resident's words to their server; what is of unknown outcome is looked up before it is sent again. */
@ApplicationScoped
class UpdateCalls {

    static final String RESOURCE = "servicerequestupdates";

    private static final String UNDECIDED = "It may have arrived and may not, somebody has to look: ";

    /** Clocks differ, and some log in local time, which is two hours off in summer. */
    private static final Duration SLACK = Duration.ofHours(3);

    @Inject
    EndpointCalls calls;

    @Inject
    EndpointRest rest;

    @Inject
    SecondLook look;

    @Inject
    Clock clock;

    /** For the container. */
    UpdateCalls() {}

    /** For tests. */
    UpdateCalls(EndpointCalls calls, EndpointRest rest, SecondLook look, Clock clock) {
        this.calls = calls;
        this.rest = rest;
        this.look = look;
        this.clock = clock;
    }

    /**
     * How it went.
     *
     * @param name what they call it; nothing where they did not say
     * @param fault what to show to people; null when it went well
     */
    record Sent(AttemptResult result, UpdateName name, WireAnswer fault) {

        Sent(AttemptResult result, WireAnswer fault) {
            this(result, UpdateName.NONE, fault);
        }
    }

    Sent send(UpdateTask task, HandOver handOver) {
        String authority = task.endpoint().authorityCode();
        Optional<AttemptResult> resting = rest.instead(authority);
        if (resting.isPresent()) {
            return new Sent(resting.get(), null);
        }
        if (task.silentAt() != null) {
            Optional<Sent> before = lookUp(task);
            if (before.isPresent()) {
                return before.get();
            }
        }
        handOver.commit();
        WireAnswer answer = calls.post(task.endpoint(), RESOURCE, task.arguments());
        rest.after(authority, answer);
        return judged(answer);
    }

    /** Empty when it certainly is not there, twice, or somebody has decided, and may be sent. */
    private Optional<Sent> lookUp(UpdateTask task) {
        if (task.endpoint().dialect().updates() != UpdatesFrom.UPDATES) {
            return task.isDecided()
                    ? Optional.empty()
                    : Optional.of(new Sent(AttemptResult.refused(UNDECIDED + "cannot be asked"), null));
        }
        WindowSearch.Outcome outcome = new WindowSearch(
                        "request_update",
                        one -> one.text("service_request_id").equals(task.number())
                                && SentUpdates.sameWords(task.text(), one.text("description")),
                        clock)
                .search(
                        task.silentAt().minus(SLACK),
                        clock.instant().plus(SLACK),
                        (from, to) -> calls.getWithKey(
                                task.endpoint(),
                                RESOURCE,
                                WireArguments.none()
                                        .add("start_date", WireTime.text(from))
                                        .add("end_date", WireTime.text(to))));
        if (outcome.failed().isPresent()) {
            WireAnswer failed = outcome.failed().get();
            rest.after(task.endpoint().authorityCode(), failed);
            return Optional.of(
                    new Sent(AttemptResult.temporary("Looked for, could not ask: " + failed.told()), failed));
        }
        if (outcome.found().isPresent()) {
            UpdateName name = UpdateName.of(outcome.found().get());
            return Optional.of(new Sent(AttemptResult.accepted("Looked for and found: " + name.told()), name, null));
        }
        if (task.isDecided() || outcome.whole() && look.isSecond(task.notFoundAt())) {
            return Optional.empty();
        }
        AttemptResult result = outcome.whole() ? look.notFound() : AttemptResult.refused(UNDECIDED + "not found");
        return Optional.of(new Sent(result, null));
    }

    private Sent judged(WireAnswer answer) {
        AttemptOutcome outcome = Verdict.of(answer);
        if (outcome == AttemptOutcome.ACCEPTED) {
            UpdateName name = UpdateName.in(answer.node());
            return new Sent(AttemptResult.accepted((answer.status() + " " + name.told()).strip()), name, null);
        }
        return isThereAlready(answer)
                ? new Sent(AttemptResult.accepted(answer.told()), null)
                : new Sent(look.posted(outcome, answer.told()), answer);
    }

    /** FixMyStreet's words for an update that it has. */
    private static boolean isThereAlready(WireAnswer answer) {
        return answer.status() >= 400
                && answer.status() < 500
                && answer.node().errors().stream()
                        .anyMatch(error ->
                                error.description().toLowerCase(Locale.ROOT).contains("already exists"));
    }
}

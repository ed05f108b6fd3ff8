package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import se.fixamingata.open311.client.EndpointCalls;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.client.WireAnswer;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireNode;
import se.fixamingata.open311.wire.WireTime;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;

/** Hands a resident's words to their server; what is of unknown outcome is looked up before it is sent again. */
@ApplicationScoped
class UpdateCalls {

    static final String RESOURCE = "servicerequestupdates";

    /** Clocks differ, and some log in local time. */
    private static final Duration EARLIER = Duration.ofHours(3);

    private static final int ID_MAX = 200;

    @Inject
    EndpointCalls calls;

    @Inject
    Clock clock;

    /** For the container. */
    UpdateCalls() {}

    /** For tests. */
    UpdateCalls(EndpointCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * How it went.
     *
     * @param remoteId what they call it; null for what they did not say
     * @param fault what to show to people; null when it went well
     */
    record Sent(AttemptResult result, String remoteId, WireAnswer fault) {}

    Sent send(UpdateTask task, HandOver handOver) {
        if (task.handedOverAt() != null) {
            Optional<Sent> before = lookUp(task);
            if (before.isPresent()) {
                return before.get();
            }
        }
        handOver.commit();
        return judged(calls.post(task.endpoint(), RESOURCE, task.arguments()));
    }

    /** Empty when it certainly is not there, and may be sent. */
    private Optional<Sent> lookUp(UpdateTask task) {
        if (task.endpoint().dialect().updates() != UpdatesFrom.UPDATES) {
            return Optional.of(new Sent(
                    AttemptResult.refused("May have arrived, and their server cannot be asked; somebody has to look"),
                    null,
                    null));
        }
        WireAnswer answer = calls.getWithKey(
                task.endpoint(),
                RESOURCE,
                WireArguments.none()
                        .add("start_date", WireTime.text(task.handedOverAt().minus(EARLIER)))
                        .add("end_date", WireTime.text(clock.instant().plus(EARLIER))));
        if (!answer.isGood()) {
            return Optional.of(
                    new Sent(AttemptResult.temporary("Could not be looked up: " + answer.told()), null, answer));
        }
        return answer.node().items("request_update").stream()
                .filter(one -> one.text("service_request_id").equals(task.number()))
                .filter(one -> SentUpdates.sameWords(task.text(), one.text("description")))
                .findFirst()
                .map(one -> new Sent(AttemptResult.accepted("Found there"), id(one), null));
    }

    private static Sent judged(WireAnswer answer) {
        return switch (answer.heard()) {
            case NOT_SENT -> new Sent(AttemptResult.temporary(answer.told()), null, answer);
            case UNKNOWN -> new Sent(AttemptResult.unknown(answer.told()), null, answer);
            case ANSWERED -> answered(answer);
        };
    }

    private static Sent answered(WireAnswer answer) {
        if (answer.isGood()) {
            String id = answer.node().items("request_update").stream()
                    .map(UpdateCalls::id)
                    .filter(one -> one != null)
                    .findFirst()
                    .orElse(null);
            return new Sent(AttemptResult.accepted(answer.status() + (id == null ? "" : " " + id)), id, null);
        }
        int status = answer.status();
        if (isThereAlready(answer)) {
            return new Sent(AttemptResult.accepted(answer.told()), null, null);
        }
        if (status == 429) {
            return new Sent(AttemptResult.temporary(answer.told()), null, answer);
        }
        boolean mayBeStored =
                status >= 500 || status < 300 && answer.node().errors().isEmpty();
        return new Sent(
                mayBeStored ? AttemptResult.unknown(answer.told()) : AttemptResult.refused(answer.told()),
                null,
                answer);
    }

    /** FixMyStreet's words for an update that it has. */
    private static boolean isThereAlready(WireAnswer answer) {
        return answer.status() >= 400
                && answer.status() < 500
                && answer.node().errors().stream()
                        .anyMatch(error ->
                                error.description().toLowerCase(Locale.ROOT).contains("already exists"));
    }

    private static String id(WireNode update) {
        String id = update.text("update_id");
        return id.isEmpty() || id.length() > ID_MAX ? null : id;
    }
}

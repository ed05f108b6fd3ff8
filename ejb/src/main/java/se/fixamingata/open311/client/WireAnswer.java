package se.fixamingata.open311.client;

import java.util.stream.Collectors;
import se.fixamingata.integration.Faults;
import se.fixamingata.open311.wire.WireError;
import se.fixamingata.open311.wire.WireNode;

/**
 * What came of a call.
 *
 * @param heard how far it came
 * @param status HTTP; 0 when there was no answer
 * @param node what was read; empty when nothing could be, or nothing was there
 * @param reason the end of a message key {@code integration.fault.<reason>}; empty when it went well
 * @param request method and address as they went out, without our key
 * @param raw as it came, cut; empty when there was no answer
 */
public record WireAnswer(Heard heard, int status, WireNode node, String reason, String request, String raw) {

    /** How far a call came. */
    public enum Heard {
        /** There is an answer, good or bad. */
        ANSWERED,
        /** The other side certainly has nothing of it. */
        NOT_SENT,
        /** It went out, and no whole answer came. */
        UNKNOWN
    }

    /** Of a host that was never set, only that it led to: nothing of it is shown or kept, and only what can be read is used. */
    WireAnswer ofAnotherHost() {
        return new WireAnswer(heard, status, isGood() ? node : WireNode.EMPTY, reason, request, "");
    }

    /** Answered with success, and readable. */
    public boolean isGood() {
        return reason.isEmpty();
    }

    /** Their own words about what went wrong, without what points at a person, or the reason; for logs, in one line. */
    public String told() {
        String said = node.errors().stream()
                .map(WireError::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        String head = status == 0 ? reason : (status + " " + reason).strip();
        return said.isEmpty() ? head : head + ": " + Faults.clean(said);
    }
}

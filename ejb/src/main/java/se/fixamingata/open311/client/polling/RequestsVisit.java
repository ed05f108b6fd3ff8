package se.fixamingata.open311.client.polling;

import java.util.LinkedHashMap;
import java.util.Map;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.WireAnswer;

/** One visit to a server that is asked for requests by their numbers, and what has failed in it. For one thread. */
final class RequestsVisit {

    /** Failures in a row after which it is left alone until its next turn: it is not this or that number, nothing works. */
    private static final int IN_VAIN = 5;

    private final Endpoint endpoint;
    private final String owner;
    private final Map<AskedRequest, WireAnswer> bad = new LinkedHashMap<>();
    private WireAnswer last;
    private int failures;

    RequestsVisit(Endpoint endpoint, String owner) {
        this.endpoint = endpoint;
        this.owner = owner;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    String owner() {
        return owner;
    }

    /** They could not answer that one. */
    void failed(AskedRequest one, WireAnswer answer) {
        failures++;
        bad.put(one, answer);
        last = answer;
    }

    /** We could not take what they said. */
    void failed() {
        failures++;
    }

    void worked() {
        failures = 0;
    }

    boolean isInVain() {
        return failures >= IN_VAIN;
    }

    /** What is for people to look at. */
    void note(Notes notes) {
        if (isInVain() && last != null) {
            notes.note(null, last);
        } else {
            bad.forEach(notes::note);
        }
    }

    /** Where it is noted. */
    interface Notes {

        /** @param about what could not be answered; null when nothing could */
        void note(AskedRequest about, WireAnswer answer);
    }
}

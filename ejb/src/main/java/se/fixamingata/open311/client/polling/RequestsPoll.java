package se.fixamingata.open311.client.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.EndpointCalls;
import se.fixamingata.open311.client.WireAnswer;
import se.fixamingata.open311.client.WireAnswer.Heard;
import se.fixamingata.open311.client.updates.SentUpdates;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.sending.ShortTransaction;

/**
 * Asks for our requests by their numbers, where a server has no list of updates: what they say is the status, and the status notes.
 *
 * <p>Servers cut lists at some page size, some answer only the first of several numbers, and some fail over a list or over one of its
 * numbers: whatever is missing is asked for again, at last one by one. What cannot be answered even so is put off, and keeps no other
 * waiting.
 */
@ApplicationScoped
class RequestsPoll {

    /** Numbers in one question: the smallest page that is known, and an address that every server takes. */
    private static final int TOGETHER = 20;

    private static final int LENGTH = 1200;

    /** Questions in one turn at most; the rest waits for the next one. */
    private static final int MOST = 500;

    private EndpointCalls calls;
    private EndpointTurns turns;
    private AskedRequests asked;
    private Listening listening;
    private SentUpdates sent;
    private ShortTransaction transaction;
    private Clock clock;

    /** For the container's proxies. */
    protected RequestsPoll() {}

    @Inject
    RequestsPoll(
            EndpointCalls calls,
            EndpointTurns turns,
            AskedRequests asked,
            Listening listening,
            SentUpdates sent,
            ShortTransaction transaction,
            Clock clock) {
        this.calls = calls;
        this.turns = turns;
        this.asked = asked;
        this.listening = listening;
        this.sent = sent;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return whether it went on answering; what could not be answered, or taken, is put off then, and noted */
    boolean poll(Endpoint endpoint, String owner) {
        Instant began = clock.instant();
        RequestsVisit visit = new RequestsVisit(endpoint, owner);
        List<AskedRequest> due = asked.due(endpoint.authorityCode(), began, MOST);
        for (List<AskedRequest> together : chunks(due)) {
            if (clock.instant().isAfter(began.plus(EndpointTurns.VISIT))) {
                note(visit);
                turns.unfinished(endpoint, owner);
                return true;
            }
            if (!ask(visit, together)) {
                note(visit);
                return false;
            }
        }
        note(visit);
        turns.polled(endpoint, owner, began);
        return true;
    }

    /** Each that could not be answered; a server that answers nothing at all is one thing. */
    private void note(RequestsVisit visit) {
        visit.note((about, answer) -> listening.note(visit.endpoint(), about, answer));
    }

    private static List<List<AskedRequest>> chunks(List<AskedRequest> all) {
        List<List<AskedRequest>> chunks = new ArrayList<>();
        List<AskedRequest> chunk = new ArrayList<>();
        int length = 0;
        for (AskedRequest one : all) {
            if (chunk.size() == TOGETHER || length + one.number().length() > LENGTH && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                length = 0;
            }
            chunk.add(one);
            length += one.number().length() + 1;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    /** @return whether the others may be asked for */
    private boolean ask(RequestsVisit visit, List<AskedRequest> together) {
        Map<String, AskedRequest> missing = new HashMap<>();
        together.forEach(one -> missing.put(one.number(), one));
        // A comma in a number would make two of it.
        boolean list = together.stream().noneMatch(one -> one.number().contains(","));
        while (list && missing.size() > 1) {
            turns.alive(visit.endpoint(), visit.owner());
            WireAnswer answer = calls.get(
                    visit.endpoint(),
                    "requests",
                    WireArguments.none().add("service_request_id", String.join(",", missing.keySet())));
            if (answer.heard() == Heard.NOT_SENT) {
                listening.note(visit.endpoint(), null, answer);
                return false;
            }
            int before = missing.size();
            take(visit, missing, answer);
            if (visit.isInVain()) {
                return false;
            }
            // Whatever else went wrong may be the list's fault, or one number's: that is seen one by one.
            list = answer.isGood() && missing.size() < before;
        }
        int unknown = 0;
        for (AskedRequest one : List.copyOf(missing.values())) {
            WireAnswer answer = askAlone(visit, one, missing);
            if (answer.heard() != Heard.ANSWERED || visit.isInVain()) {
                return false;
            }
            unknown += isUnknown(answer) ? 1 : 0;
            if (unknown == together.size() && unknown > 1) {
                // Hardly all of them: the address or the jurisdiction is wrong.
                listening.note(visit.endpoint(), null, answer);
            }
        }
        return true;
    }

    private WireAnswer askAlone(RequestsVisit visit, AskedRequest one, Map<String, AskedRequest> missing) {
        turns.alive(visit.endpoint(), visit.owner());
        WireAnswer answer =
                calls.get(visit.endpoint(), "requests/" + EndpointCalls.part(one.number()), WireArguments.none());
        if (!answer.isGood() && !isUnknown(answer)) {
            if (answer.heard() == Heard.NOT_SENT) {
                listening.note(visit.endpoint(), null, answer);
            } else {
                visit.failed(one, answer);
                putOff(one);
            }
            return answer;
        }
        take(visit, missing, answer);
        if (missing.remove(one.number()) != null) {
            // Theirs to know why: not moderated yet, or taken away. It stays ours, and is asked for again.
            transaction.run(() -> asked.asked(one, clock.instant()));
            visit.worked();
        }
        return answer;
    }

    private void putOff(AskedRequest one) {
        transaction.run(() -> asked.putOff(one, clock.instant()));
    }

    private static boolean isUnknown(WireAnswer answer) {
        return answer.status() == 404 || answer.status() == 400 || answer.status() == 410;
    }

    /** Takes those that were asked for out of the answer and off the list. */
    private void take(RequestsVisit visit, Map<String, AskedRequest> missing, WireAnswer answer) {
        if (!answer.isGood()) {
            return;
        }
        Map<String, Said> told = answer.node().items("request").stream()
                .map(node -> Said.request(node, visit.endpoint().timeZone()))
                .collect(Collectors.toMap(Said::requestId, said -> said, (one, again) -> one));
        for (AskedRequest one : List.copyOf(missing.values())) {
            Said said = told.get(one.number());
            if (said != null) {
                missing.remove(one.number());
                take(visit, one, said);
            }
        }
    }

    private void take(RequestsVisit visit, AskedRequest one, Said said) {
        Endpoint endpoint = visit.endpoint();
        try {
            transaction.run(() -> {
                if (!one.saysTheSame(said) || !Objects.equals(one.updatedAt(), said.at())) {
                    hear(endpoint, one, said);
                }
                asked.asked(one, clock.instant());
            });
            visit.worked();
        } catch (RuntimeException broken) {
            listening.note(endpoint, one.reportId(), broken);
            visit.failed();
            putOff(one);
        }
    }

    private void hear(Endpoint endpoint, AskedRequest one, Said said) {
        boolean touched = one.saysTheSame(said) && !one.isFirst();
        if (!touched) {
            String moment = String.valueOf(said.at() == null ? clock.instant() : said.at());
            // Words that stood there before are not said again with every change of status.
            Said news = one.saysTheSameWords(said) || repeats(endpoint, one, said) ? said.withoutText() : said;
            listening.hear(endpoint, one.reportId(), "request:" + one.number() + "@" + moment, news);
        }
        asked.heard(one, said);
    }

    /** Some give as notes what was written last, and be it by us. */
    private boolean repeats(Endpoint endpoint, AskedRequest one, Said said) {
        return sent.isOurs(endpoint.authorityCode(), one.reportId(), null, said.text())
                || sent.isReport(one.reportId(), said.text());
    }
}

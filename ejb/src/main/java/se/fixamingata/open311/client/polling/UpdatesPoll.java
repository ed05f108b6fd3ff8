package se.fixamingata.open311.client.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.EndpointCalls;
import se.fixamingata.open311.client.WindowSearch;
import se.fixamingata.open311.client.WireAnswer;
import se.fixamingata.open311.client.updates.SentUpdates;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireTime;
import se.fixamingata.sending.ShortTransaction;

/**
 * Asks for updates, mySociety's extension, a window of time after the other. A window begins well before where the last one ended, since
 * systems log late, clocks differ and some keep local time; once a day it reaches back a whole day. What is heard twice is one thing.
 */
@ApplicationScoped
class UpdatesPoll {

    /** Clocks differ by a little; what happens at this very moment is heard next time. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Duration CATCHING_UP = Duration.ofHours(24);

    /** The longest span that servers need to answer is 90 days. */
    private static final Duration LONGEST = Duration.ofDays(89);

    /** One question's window; an answer that is too large, or that may end at a page's end, is asked for in smaller ones. */
    private static final Duration STEP = Duration.ofDays(1);

    private static final Duration SMALLEST = Duration.ofMinutes(2);

    /** After so many failures in a row, what cannot be taken is given up, so that it does not hold up everything after it. */
    private static final int PATIENCE = 5;

    private EndpointCalls calls;
    private EndpointTurns turns;
    private Listening listening;
    private SentUpdates sent;
    private ShortTransaction transaction;
    private Duration overlap;
    private Clock clock;

    /** For the container's proxies. */
    protected UpdatesPoll() {}

    /** @param overlap how far a window begins before the end of the last one */
    @Inject
    UpdatesPoll(
            EndpointCalls calls,
            EndpointTurns turns,
            Listening listening,
            SentUpdates sent,
            ShortTransaction transaction,
            @ConfigProperty(name = "fmg.open311.poll.overlap") Duration overlap,
            Clock clock) {
        this.calls = calls;
        this.turns = turns;
        this.listening = listening;
        this.sent = sent;
        this.transaction = transaction;
        this.overlap = overlap;
        this.clock = clock;
    }

    /** @return whether everything was heard */
    boolean poll(Endpoint endpoint, String owner) {
        Instant end = clock.instant().minus(SETTLING);
        Instant from = start(endpoint, end);
        Instant latest = clock.instant().plus(EndpointTurns.VISIT);
        Duration step = STEP;
        while (from.isBefore(end)) {
            if (clock.instant().isAfter(latest)) {
                turns.unfinished(endpoint, owner);
                return true;
            }
            Instant until = from.plus(step).isBefore(end) ? from.plus(step) : end;
            turns.alive(endpoint, owner);
            WireAnswer answer = calls.getWithKey(
                    endpoint,
                    "servicerequestupdates",
                    WireArguments.none().add("start_date", WireTime.text(from)).add("end_date", WireTime.text(until)));
            boolean tooMuch = "large".equals(answer.reason())
                    || WindowSearch.mayBeCut(
                            answer.node().items("request_update").size());
            if (tooMuch && Duration.between(from, until).compareTo(SMALLEST) > 0) {
                step = Duration.between(from, until).dividedBy(6);
                continue;
            }
            if (!answer.isGood()) {
                listening.note(endpoint, null, answer);
                return false;
            }
            if (!take(endpoint, owner, answer) && endpoint.pollFailures() < PATIENCE) {
                return false;
            }
            turns.heardUntil(endpoint, owner, until);
            from = until;
            step = step.compareTo(STEP) < 0 ? step.multipliedBy(2) : STEP;
        }
        turns.polled(endpoint, owner, end);
        return true;
    }

    private Instant start(Endpoint endpoint, Instant end) {
        Instant heard = endpoint.polledUntil();
        if (heard == null) {
            return end.minus(CATCHING_UP);
        }
        boolean newDay = !day(heard).equals(day(end));
        Instant from = heard.minus(newDay ? CATCHING_UP : overlap);
        return from.isBefore(end.minus(LONGEST)) ? end.minus(LONGEST) : from;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** In the order in which it happened there. @return whether all of it could be taken */
    private boolean take(Endpoint endpoint, String owner, WireAnswer answer) {
        List<Said> all = answer.node().items("request_update").stream()
                .map(node -> Said.update(node, endpoint.timeZone()))
                .filter(said -> !said.requestId().isEmpty())
                .sorted(Comparator.comparing(Said::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        Set<String> numbers = all.stream().map(Said::requestId).collect(Collectors.toSet());
        Map<String, Long> reports = listening.reports(endpoint.authorityCode(), numbers);
        boolean whole = true;
        Instant prolonged = clock.instant();
        for (Said said : all) {
            Long report = reports.get(said.requestId());
            if (report != null) {
                whole &= take(endpoint, report, said);
                if (clock.instant().isAfter(prolonged.plus(EndpointTurns.LEASE.dividedBy(4)))) {
                    turns.alive(endpoint, owner);
                    prolonged = clock.instant();
                }
            }
        }
        return whole;
    }

    private boolean take(Endpoint endpoint, long report, Said said) {
        try {
            // Before the report's row is locked by who receives it: that transaction must not have looked before.
            Said news = transaction.call(() -> news(endpoint, report, said));
            if (news != null) {
                transaction.run(() -> listening.hear(endpoint, report, said.id(), news));
            }
            return true;
        } catch (RuntimeException broken) {
            listening.note(endpoint, report, broken);
            return false;
        }
    }

    /** Without what they only repeat after us; null when that is all. */
    private Said news(Endpoint endpoint, long report, Said said) {
        if (sent.isOurs(endpoint.authorityCode(), report, said.id(), said.text())) {
            return null;
        }
        return sent.isReport(report, said.text()) ? said.withoutText() : said;
    }
}

package se.fixamingata.incoming;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.CaseHandling;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.incoming.Received.Kind;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Faults;
import se.fixamingata.integration.Integrations;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.shared.TypedText;
import se.fixamingata.update.ReportUpdate;

/** Takes what an authority's system says about a report to the report's page: once, in its name, and only as far as it may go. */
@Stateless
public class IncomingUpdates {

    private static final int REMOTE_ID_MAX = 200;

    @Inject
    EntityManager em;

    @Inject
    IncomingLog log;

    @Inject
    CaseHandling handling;

    @Inject
    RemotePhotos remotePhotos;

    @Inject
    Integrations integrations;

    @Inject
    Faults faults;

    @Inject
    Clock clock;

    /**
     * Takes one thing. In the caller's transaction when there is one, which then should not have read the report before: its row is
     * locked here, and what two say at once is said one after the other.
     */
    public Received receive(IncomingWord word) {
        Report report = em.find(Report.class, word.reportId(), LockModeType.PESSIMISTIC_WRITE);
        if (report == null || !report.isConfirmed()) {
            return new Received(Kind.UNKNOWN_REPORT, null, null);
        }
        String remoteId = shortened(word.remoteId());
        String text = cleaned(word.text());
        StatusWord status = StatusWord.of(word, report.status());
        byte[] hash = hash(word, text);
        Optional<IncomingUpdate> before = log.same(word, remoteId, hash);
        if (before.filter(IncomingUpdate::wasForeign).isPresent()
                && report.authorityCode().equals(word.authorityCode())) {
            // It came before the report did.
            log.forget(before.get());
            before = Optional.empty();
        }
        if (before.isPresent()) {
            awaitPhotos(word, before.get().updateId());
            integrations.received(word.authorityCode());
            return before.get().again();
        }
        Instant now = clock.instant();
        // A clock that is ahead must not make everything that follows look old.
        Instant remoteAt = word.remoteAt() == null || word.remoteAt().isAfter(now) ? now : word.remoteAt();
        IncomingUpdate one = new IncomingUpdate(word, remoteId, hash, remoteAt, now);
        if (!report.authorityCode().equals(word.authorityCode())) {
            Received foreign = new Received(Kind.FOREIGN, null, null);
            log.keep(one.ended(foreign, null));
            note(word, "foreign", null);
            return foreign;
        }
        boolean late = status.status() != null && log.isOvertaken(report.id(), remoteAt);
        Received received = say(word, remoteId, report, status, late, text);
        boolean gives = !late && report.status() == status.status();
        log.keep(one.ended(received, gives ? status.status() : null));
        if (!status.understood()) {
            note(word, "status", word.statusText());
        }
        integrations.received(word.authorityCode());
        return received;
    }

    private Received say(
            IncomingWord word, String remoteId, Report report, StatusWord status, boolean late, String text) {
        Optional<Long> stands = text == null ? Optional.empty() : log.wrote(word, remoteId, text);
        Saying saying = Saying.of(word, status, report.status(), late, text, stands.isPresent());
        Received received = saying.isNothing()
                ? new Received(Kind.NOTHING, null, null)
                : answer(word, report, saying, stands.isPresent());
        awaitPhotos(word, stands.orElse(received.updateId()));
        return received;
    }

    private void awaitPhotos(IncomingWord word, Long updateId) {
        if (updateId != null) {
            remotePhotos.await(word.authorityCode(), word.reportId(), updateId, word.mediaUrls());
        }
    }

    private Received answer(IncomingWord word, Report report, Saying saying, boolean repeated) {
        int version = report.version();
        boolean files = saying.words() != null && !repeated;
        HandlingResult result = handling.answer(
                Handler.bySystem(word.authorityCode()),
                new Answer(
                        report.id(),
                        Answer.ANY_VERSION,
                        saying.move(),
                        saying.words(),
                        false,
                        null,
                        files ? first(word.photos(), PhotoStore.MAX_PER_OWNER) : List.<NewPhoto>of(),
                        files ? first(word.documents(), NewDocument.MOST) : List.<NewDocument>of()));
        if (!(result instanceof HandlingResult.Done)) {
            throw new IllegalStateException(word + ": " + result);
        }
        HistoryEntry entry = log.written(report.id(), version).orElseThrow();
        return new Received(saying.missed() ? Kind.WORDS_ONLY : Kind.APPLIED, entry.updateId(), entry.id());
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(0, most);
    }

    private void note(IncomingWord word, String reason, String answer) {
        FaultAction action = word.source().equals("mail")
                ? FaultAction.MAIL
                : word.source().equals("poll") ? FaultAction.POLL : FaultAction.CLIENT;
        faults.note(word.authorityCode(), action, reason, "report:" + word.reportId(), null, answer);
    }

    private static String cleaned(String typed) {
        String text = TypedText.lines(typed, ReportUpdate.TEXT_MAX);
        return TypedText.isVisible(text) ? text : null;
    }

    /** Of what was said, and not of what it comes to: a status is heard differently after the report has moved. */
    private static byte[] hash(IncomingWord word, String text) {
        return ContentHash.of(
                word.remoteId(), String.valueOf(word.reportId()), StatusWord.folded(word.statusText()), text);
    }

    private static String shortened(String remoteId) {
        return remoteId.length() <= REMOTE_ID_MAX ? remoteId : HexFormat.of().formatHex(ContentHash.of(remoteId));
    }
}

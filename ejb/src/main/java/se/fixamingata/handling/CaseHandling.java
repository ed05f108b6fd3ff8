package se.fixamingata.handling;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import se.fixamingata.account.Right;
import se.fixamingata.handling.mail.AnswerLetters;
import se.fixamingata.handling.mail.Said;
import se.fixamingata.handling.mail.Telling;
import se.fixamingata.photo.FileNames;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.update.UpdateDocuments;

/**
 * Answering: what the authority says in public, with the status that it gives the report (R14, R19).
 *
 * <p>Everybody who wants to know gets a mail about it, planned in the same transaction.
 */
@Stateless
public class CaseHandling {

    @Inject
    EntityManager em;

    @Inject
    CaseDesk desk;

    @Inject
    PhotoStore photos;

    @Inject
    UpdateDocuments documents;

    @Inject
    Telling telling;

    @Inject
    AnswerLetters letters;

    @Inject
    Event<StatusChanged> statusChanged;

    @Inject
    Event<AuthorityAnswered> answered;

    /** Says it, unless something has to be mended first or somebody else was faster. */
    public HandlingResult answer(Handler by, Answer answer) {
        return answer(by, answer, telling::answered);
    }

    /** As {@link #answer}, for who tells the reporter of several answers in one mail. */
    public HandlingResult answerAmongOthers(Handler by, Answer answer) {
        return answer(by, answer, telling::toFollowers);
    }

    private HandlingResult answer(Handler by, Answer answer, ObjLongConsumer<Report> tell) {
        String text = AnswerRules.clean(answer.text());
        return desk.work(by, answer.reportId(), answer.seenVersion(), one -> {
            Optional<HandlingResult.Invalid> problem = AnswerRules.problem(one.report(), answer, text, desk.today());
            if (problem.isEmpty()) {
                answer(one, answer, text, tell);
            }
            return problem;
        });
    }

    private void answer(OpenCase one, Answer answer, String text, ObjLongConsumer<Report> tell) {
        Report report = one.report();
        ReportStatus before = report.status();
        boolean moves = answer.status() != null && answer.status() != before;
        desk.touch(report);
        Long words = one.say(text);
        attach(words, answer);
        Optional<HistoryEntry> said = moves || text != null
                ? Optional.of(one.keep(entry(one, moves ? answer.status() : null, text, words)))
                : Optional.empty();
        Optional<HistoryEntry> promised = promise(one, answer);
        if (report.status().group() != StatusGroup.OPEN) {
            report.caseFile().stopWaiting();
        }
        report.caseFile().answered(one.now());
        if (moves) {
            one.audit("report.status", before.code(), report.status().code() + (text == null ? "" : ": " + text));
        } else if (text != null) {
            one.audit("report.answered", null, text);
        }
        said.or(() -> promised).ifPresent(entry -> tell(report, entry, tell));
    }

    private static HistoryEntry entry(OpenCase one, ReportStatus next, String text, Long words) {
        Report report = one.report();
        return next == null
                ? HistoryEntry.comment(report.id(), one.now(), Actor.AUTHORITY, words)
                : report.changeStatus(next, Actor.AUTHORITY, null, text, one.now())
                        .with(words);
    }

    private void attach(Long words, Answer answer) {
        for (NewPhoto photo : answer.photos()) {
            photos.add(new PhotoOwner.Update(words), photo.fileName(), photo.photo())
                    .orElseThrow(() -> new IllegalStateException("No room for a photo of update " + words));
        }
        for (NewDocument document : answer.documents()) {
            documents.add(words, FileNames.clean(document.fileName()), document.pdf());
        }
    }

    private static Optional<HistoryEntry> promise(OpenCase one, Answer answer) {
        LocalDate before = one.report().caseFile().expectedOn();
        if (!answer.expectedChanged() || Objects.equals(before, answer.expectedOn())) {
            return Optional.empty();
        }
        return Optional.of(expect(one, answer.expectedOn()));
    }

    /** Writes down by when it will be done. */
    static HistoryEntry expect(OpenCase one, LocalDate day) {
        LocalDate before = one.report().caseFile().expectedOn();
        one.report().caseFile().expect(day);
        one.audit("report.expected", Objects.toString(before, null), Objects.toString(day, null));
        return one.tell(HistoryEntry.Kind.EXPECTED, Objects.toString(day, ""), null);
    }

    private void tell(Report report, HistoryEntry entry, ObjLongConsumer<Report> tell) {
        em.flush();
        tell.accept(report, entry.id());
        if (entry.kind() == HistoryEntry.Kind.STATUS) {
            statusChanged.fire(new StatusChanged(report.id(), entry.id(), entry.fromStatus(), entry.toStatus()));
        }
        answered.fire(new AuthorityAnswered(report.id(), entry.id()));
    }

    /**
     * The very mail that the answer would send, and what would keep it from being sent. Writes nothing, issues no link.
     *
     * @throws se.fixamingata.account.NotPermitted unless this one may handle the report
     */
    public AnswerPreview preview(Handler by, Answer answer) {
        Report report = em.find(Report.class, answer.reportId());
        by.require(Right.HANDLE, report);
        String text = AnswerRules.clean(answer.text());
        return new AnswerPreview(
                letters.preview(report, unsaid(report, answer, text), by.may(Right.SEE_REPORTER, report)),
                !report.reporter().isForgotten(),
                telling.followers(report.id()),
                AnswerRules.problem(report, answer, text, desk.today()));
    }

    private Said unsaid(Report report, Answer answer, String text) {
        boolean moves = answer.status() != null && answer.status() != report.status();
        HistoryEntry.Kind kind = moves
                ? HistoryEntry.Kind.STATUS
                : text == null && answer.expectedChanged() ? HistoryEntry.Kind.EXPECTED : HistoryEntry.Kind.COMMENT;
        return new Said(
                kind,
                moves ? report.status() : null,
                moves ? answer.status() : null,
                desk.authorityName(report.authorityCode()),
                null,
                text,
                answer.expectedChanged()
                        ? answer.expectedOn()
                        : report.caseFile().expectedOn(),
                answer.photos().stream().map(photo -> Said.UNKNOWN).toList(),
                answer.documents().stream()
                        .map(one -> new UpdateDocuments.Document(
                                Said.UNKNOWN, FileNames.clean(one.fileName()), one.pdf().length))
                        .toList());
    }
}

package se.fixamingata.handling;

import static se.fixamingata.handling.AnswerRules.invalid;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.handling.mail.Telling;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.position.Position;
import se.fixamingata.report.CaseFile;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.HistoryEntry.Kind;
import se.fixamingata.report.Priority;
import se.fixamingata.report.Report;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.Visibility;

/**
 * Everything that a caseworker does with a report besides answering and merging (R18): each is one change, told in the history and in
 * the audit trail. Only somebody signed in does these.
 */
@Stateless
public class CaseWork {

    @Inject
    CaseDesk desk;

    @Inject
    Accounts accounts;

    @Inject
    Responsibility responsibility;

    @Inject
    Moving moving;

    @Inject
    PrivateCategories privateCategories;

    @Inject
    Telling telling;

    @Inject
    @ConfigProperty(name = "fmg.question.wait")
    Duration wait;

    /** A note for colleagues. Whatever happened meanwhile, a note can be added. */
    public HandlingResult note(Caller caller, long reportId, int seenVersion, String text) {
        String clean = AnswerRules.clean(text);
        return desk.add(Handler.of(caller), reportId, seenVersion, one -> {
            Optional<Invalid> problem = AnswerRules.text(clean, true);
            if (problem.isEmpty()) {
                one.note(Kind.NOTE, null, clean);
                one.audit("report.noted", null, clean);
            }
            return problem;
        });
    }

    /** @param accountId of a caseworker of the authority who may handle that category; null for nobody */
    public HandlingResult assign(Caller caller, long reportId, int seenVersion, Long accountId) {
        return work(caller, reportId, seenVersion, one -> {
            CaseFile file = one.report().caseFile();
            if (Objects.equals(file.assigneeId(), accountId)) {
                return Optional.empty();
            }
            if (accountId != null && !isColleague(accountId, one.report())) {
                return invalid("assignee", "handling.assignee.unknown");
            }
            one.audit("report.assigned", text(file.assigneeId()), text(accountId));
            file.assign(accountId);
            one.note(Kind.ASSIGNED, Objects.toString(accountId, ""), null);
            return Optional.empty();
        });
    }

    private boolean isColleague(long accountId, Report report) {
        return accounts.memberships(accountId).stream()
                .anyMatch(place -> place.authorityCode().equals(report.authorityCode())
                        && place.role() != Role.READER
                        && place.covers(report.categoryCode()));
    }

    private static String text(Object value) {
        return Objects.toString(value, null);
    }

    public HandlingResult prioritise(Caller caller, long reportId, int seenVersion, Priority priority) {
        return work(caller, reportId, seenVersion, one -> {
            Priority before = one.report().caseFile().priority();
            if (before != priority) {
                one.audit("report.prioritised", before.code(), priority.code());
                one.report().caseFile().prioritise(priority);
                one.note(Kind.PRIORITY, before.code() + ">" + priority.code(), null);
            }
            return Optional.empty();
        });
    }

    /**
     * By when it will be done, told on the page and to nobody: a promise that is worth a mail is made in an answer.
     *
     * @param day null takes the promise back
     */
    public HandlingResult expect(Caller caller, long reportId, int seenVersion, LocalDate day) {
        return work(caller, reportId, seenVersion, one -> {
            Optional<Invalid> problem = day == null
                    ? Optional.empty()
                    : AnswerRules.expected(day, one.report().status(), desk.today());
            if (problem.isEmpty() && !Objects.equals(one.report().caseFile().expectedOn(), day)) {
                CaseHandling.expect(one, day);
            }
            return problem;
        });
    }

    /** Another category of those that the authority takes. It may be a private one, or end being that. */
    public HandlingResult categorise(Caller caller, long reportId, int seenVersion, String code) {
        return work(caller, reportId, seenVersion, one -> {
            Report report = one.report();
            if (report.categoryCode().equals(code)) {
                return Optional.empty();
            }
            if (!responsibility.takes(report.authorityCode(), code)) {
                return invalid("category", "handling.category.unknown");
            }
            categorise(one, code, privateCategories.isPrivate(report.authorityCode(), code));
            return Optional.empty();
        });
    }

    private static void categorise(OpenCase one, String code, boolean isPrivate) {
        String before = one.report().categoryCode();
        one.audit("report.categorised", before, code);
        one.tell(Kind.CATEGORY, before + ">" + code, null);
        one.report().categorise(code, isPrivate, one.now());
    }

    /** The place was pointed out wrongly. Who is responsible stays, and the result tells when that may be wrong now. */
    public HandlingResult move(Caller caller, long reportId, int seenVersion, Position place) {
        return work(caller, reportId, seenVersion, one -> moving.move(one, place));
    }

    /**
     * Somebody else is responsible: the report is theirs from now on, is delivered to them, and residents are told.
     *
     * @param text a word to residents about it; may be null
     */
    public HandlingResult handOver(Caller caller, long reportId, int seenVersion, String authorityCode, String text) {
        String clean = AnswerRules.clean(text);
        return work(caller, reportId, seenVersion, one -> {
            Optional<Invalid> problem =
                    responsibility.problem(one.report(), authorityCode).or(() -> AnswerRules.text(clean, false));
            if (problem.isEmpty()) {
                handOver(one, authorityCode, clean);
            }
            return problem;
        });
    }

    private void handOver(OpenCase one, String authority, String text) {
        Report report = one.report();
        String from = report.authorityCode();
        one.audit("report.handed_over", from, authority + (text == null ? "" : ": " + text));
        HistoryEntry entry = one.tell(Kind.HANDED_OVER, from + ">" + authority, text);
        entry.with(one.say(text));
        String category = responsibility.categoryAt(authority, report.categoryCode());
        // What was sent in confidence is not published because others see it differently.
        boolean isPrivate =
                report.visibility() == Visibility.PRIVATE || privateCategories.isPrivate(authority, category);
        if (category.equals(report.categoryCode())) {
            report.keepPrivate(isPrivate);
        } else {
            categorise(one, category, isPrivate);
        }
        report.handOver(authority, one.now());
        responsibility.handedOver(report, from);
        telling.answered(report, entry.id());
    }

    /**
     * Asks the reporter something by mail. The report waits for the answer, and is back in the inbox when it comes, at the latest after
     * {@code fmg.question.wait}.
     */
    public HandlingResult ask(Caller caller, long reportId, int seenVersion, String text) {
        String clean = AnswerRules.clean(text);
        return work(caller, reportId, seenVersion, one -> {
            Report report = one.report();
            Optional<Invalid> problem = AnswerRules.text(clean, true).or(() -> unaskable(report));
            if (problem.isEmpty()) {
                report.caseFile().waitForReporter(one.now().plus(wait));
                HistoryEntry asked = one.note(Kind.ASKED, null, clean);
                one.audit("report.asked", null, clean);
                telling.asked(report, asked.id());
            }
            return problem;
        });
    }

    private static Optional<Invalid> unaskable(Report report) {
        if (report.reporter().isForgotten()) {
            return invalid("text", "handling.ask.nobody");
        }
        return report.status().group() == StatusGroup.OPEN ? Optional.empty() : invalid("text", "handling.ask.closed");
    }

    /** The news are read and left at that. */
    public HandlingResult markRead(Caller caller, long reportId, int seenVersion) {
        return work(caller, reportId, seenVersion, one -> {
            if (one.report().caseFile().newsAt() != null) {
                one.audit("report.read", null, null);
                one.report().caseFile().newsRead();
            }
            return Optional.empty();
        });
    }

    /** Goes on without the reporter's answer. */
    public HandlingResult release(Caller caller, long reportId, int seenVersion) {
        return work(caller, reportId, seenVersion, one -> {
            if (one.report().caseFile().waitingUntil() != null) {
                one.audit("report.released", null, null);
                one.report().caseFile().stopWaiting();
            }
            return Optional.empty();
        });
    }

    private HandlingResult work(
            Caller caller, long reportId, int seenVersion, Function<OpenCase, Optional<Invalid>> change) {
        return desk.work(Handler.of(caller), reportId, seenVersion, change);
    }
}

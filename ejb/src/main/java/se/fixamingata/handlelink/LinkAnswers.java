package se.fixamingata.handlelink;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.CaseHandling;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.TypedText;

/** Answering with the link from the mail: the same answer as a caseworker's, for that one report. */
@Stateless
@PermitAll
public class LinkAnswers {

    /** Characters. */
    public static final int NAME_MAX = 100;

    @Inject
    EntityManager em;

    @Inject
    LinkAccess links;

    @Inject
    CaseHandling handling;

    @Inject
    Clock clock;

    /** For the container. */
    public LinkAnswers() {}

    /** For tests. */
    LinkAnswers(EntityManager em, LinkAccess links, CaseHandling handling, Clock clock) {
        this.em = em;
        this.links = links;
        this.handling = handling;
        this.clock = clock;
    }

    /**
     * Answers, if the link works and is that report's.
     *
     * @param name of whoever answers, for the authority's own eyes
     */
    public LinkAnswerResult answer(String token, String name, Answer answer) {
        HandleAccess access = links.lock(token);
        if (!access.isOpen() || access.reportId() != answer.reportId()) {
            return new LinkAnswerResult.Refused(access.isOpen() ? HandleAccess.UNKNOWN : access);
        }
        String who = TypedText.line(name, NAME_MAX + 1);
        if (!TypedText.isVisible(who)) {
            return new LinkAnswerResult.Tried(new HandlingResult.Invalid("name", "svar.name.missing"));
        }
        if (TypedText.length(who) > NAME_MAX) {
            return new LinkAnswerResult.Tried(new HandlingResult.Invalid("name", "svar.name.long"));
        }
        int before = em.find(Report.class, access.reportId()).version();
        HandlingResult result = handling.answer(Handler.byLink(access.authorityCode()), answer);
        if (result instanceof HandlingResult.Done) {
            links.use(token);
            em.persist(HistoryEntry.internal(
                            access.reportId(),
                            clock.instant(),
                            HistoryEntry.Kind.LINK_ANSWERED,
                            Actor.AUTHORITY,
                            null,
                            who)
                    .atVersion(before));
        }
        return new LinkAnswerResult.Tried(result);
    }

    /** Who reported, which the mail with the link told too; empty when the link does not work. */
    public Optional<Reporter> reporter(String token) {
        HandleAccess access = links.look(token);
        return access.isOpen()
                ? Optional.of(em.find(Report.class, access.reportId()).reporter())
                : Optional.empty();
    }
}

package se.fixamingata.demonstration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.moderation.AbuseReporter;
import se.fixamingata.moderation.AbuseReporting;
import se.fixamingata.moderation.Subject;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.update.ReportUpdate;

/**
 * Residents talk: comments on reports of the towns that have accounts, people who follow them, and some words that others have reported,
 * so that the inbox has news and the moderators something to judge. Nobody is sent a mail.
 */
@Stateless
public class DemonstrationTalk {

    private static final List<String> TOWNS = List.of("1763", "1780", "0180");
    private static final List<String> RESIDENTS = List.of("anna.exempelsson@example.com", "erik.provlund@example.org");

    /** Reports that are looked through for each town. */
    private static final int NEWEST = 40;

    /** What should not stand there was written this long ago at most. */
    private static final Duration LATELY = Duration.ofDays(4);

    private static final String FOLLOW =
            """
            insert into subscription (id, report_id, account_id, email, language, state, created_at, confirmed_at, news_from,
                                      version)
            select next value for inner_number, ?1, ?2, ?3, 'sv', 'ACTIVE', ?4, ?4, ?4, 1
             where not exists (select 1 from subscription where report_id = ?1 and email = ?3)""";

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    AbuseReporting abuse;

    @Inject
    OneAtATime turns;

    @Inject
    Clock clock;

    /** For the container. */
    public DemonstrationTalk() {}

    /** For tests. */
    DemonstrationTalk(EntityManager em, Accounts accounts, AbuseReporting abuse, OneAtATime turns, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.abuse = abuse;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Writes it all, unless anybody has written anything before. Public because the container calls nothing else on a bean.
     *
     * @param readers people who find that something should not stand there; none like another
     */
    public void load(List<AbuseReporter> readers, long seed) {
        turns.enter("demonstration.talk");
        boolean silent = em.createQuery("select count(u) from ReportUpdate u", Long.class)
                        .getSingleResult()
                == 0;
        if (silent) {
            Talk talk = new Talk();
            for (int town = 0; town < TOWNS.size(); town++) {
                new Town(TOWNS.get(town), new SplittableRandom(seed + town))
                        .speak(talk.comments(town, TOWNS.size()), talk.abuses(), readers);
            }
        }
    }

    /** One town's reports, each written about once. */
    private final class Town {

        private final SplittableRandom random;
        private final List<Report> reports;
        private final Set<Report> used = new HashSet<>();

        Town(String authority, SplittableRandom random) {
            this.random = random;
            this.reports = em.createQuery(
                            "select r from Report r where r.authorityCode = :authority and r.listed = true"
                                    + " and r.duplicateOf is null order by r.confirmedAt desc, r.id desc",
                            Report.class)
                    .setParameter("authority", authority)
                    .setMaxResults(NEWEST)
                    .getResultList();
        }

        void speak(List<Talk.Comment> comments, List<Talk.Abuse> abuses, List<AbuseReporter> readers) {
            List<Optional<Account>> residents =
                    RESIDENTS.stream().map(accounts::find).toList();
            for (int i = 0; i < comments.size(); i++) {
                Talk.Comment comment = comments.get(i);
                // Every third of the residents' comments is by somebody who can be tried out.
                Optional<Account> account = i % 3 == 0 ? residents.get(i / 3 % residents.size()) : Optional.empty();
                report(comment).ifPresent(report -> say(report, comment, account));
            }
            List<ReportUpdate> bad = new ArrayList<>();
            for (Talk.Abuse one : abuses) {
                stream()
                        .findFirst()
                        .ifPresent(report -> bad.add(write(
                                report,
                                Actor.RESIDENT,
                                People.somebody(random),
                                Optional.empty(),
                                one.text(),
                                false,
                                lately(report))));
            }
            em.flush();
            for (int i = 0; i < bad.size(); i++) {
                accuse(bad.get(i), abuses.get(i), readers);
            }
        }

        private Stream<Report> stream() {
            return reports.stream().filter(report -> !used.contains(report));
        }

        private Optional<Report> report(Talk.Comment comment) {
            return stream()
                    .filter(report -> report.status().group() == comment.group())
                    .findFirst();
        }

        private void say(Report report, Talk.Comment comment, Optional<Account> account) {
            boolean own = comment.author() == Actor.REPORTER;
            Reporter person = own ? report.reporter() : People.somebody(random);
            write(
                    report,
                    comment.author(),
                    account.filter(one -> !own)
                            .map(one -> new Reporter(one.name(), one.email(), null, true))
                            .orElse(person),
                    account.filter(one -> !own),
                    comment.text(),
                    comment.looksFixed(),
                    since(report));
            account.ifPresent(one -> follow(report, one));
        }

        private ReportUpdate write(
                Report report,
                Actor author,
                Reporter person,
                Optional<Account> account,
                String text,
                boolean looksFixed,
                Instant at) {
            used.add(report);
            ReportUpdate update = ReportUpdate.byResident(
                    report.id(),
                    author,
                    account.map(Account::id).orElse(null),
                    person.name(),
                    person.email(),
                    person.allowsName(),
                    Language.SV,
                    text,
                    looksFixed,
                    at);
            update.publish(at);
            em.persist(update);
            em.flush();
            em.persist(
                    HistoryEntry.open(report.id(), at, HistoryEntry.Kind.COMMENT, author, report.authorityCode(), null)
                            .with(update.id())
                            .by(update.accountId())
                            .atVersion(report.version()));
            report.caseFile().news(at);
            return update;
        }

        /** Some time after what happened last. */
        private Instant since(Report report) {
            long seconds = Duration.between(report.changedAt(), clock.instant()).toSeconds();
            return report.changedAt().plusSeconds((long) (seconds * (0.2 + 0.7 * random.nextDouble())));
        }

        private Instant lately(Report report) {
            Instant then = clock.instant().minusSeconds(600 + random.nextLong(LATELY.toSeconds()));
            return then.isAfter(report.changedAt()) ? then : since(report);
        }
    }

    private void follow(Report report, Account account) {
        em.createNativeQuery(FOLLOW)
                .setParameter(1, report.id())
                .setParameter(2, account.id())
                .setParameter(3, account.email())
                .setParameter(4, SqlTime.text(report.confirmedAt().plusSeconds(3_600)))
                .executeUpdate();
    }

    private void accuse(ReportUpdate bad, Talk.Abuse what, List<AbuseReporter> readers) {
        for (int i = 0; i < what.readers(); i++) {
            abuse.report(Subject.update(bad.id()), what.reason(), i == 0 ? what.said() : null, readers.get(i));
        }
    }
}

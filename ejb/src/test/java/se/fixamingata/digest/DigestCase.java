package se.fixamingata.digest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.category.Categories;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.subscription.Frequency;
import se.fixamingata.subscription.SubscriptionScene;

/** Rounds of mails as the job makes them. The clock stands on a Monday morning; the round of the day covers Sunday. */
abstract class DigestCase extends DatabaseTest {

    static final Instant SUNDAY = Instant.parse("2026-11-22T11:00:00Z");
    static final Instant SATURDAY = Instant.parse("2026-11-21T11:00:00Z");
    static final Instant LONG_BEFORE = Instant.parse("2026-11-01T11:00:00Z");

    SubscriptionScene scene;
    DigestRounds rounds;
    DigestComposing composing;
    long news = 1;

    @BeforeEach
    void reports() {
        ReportRow.addMunicipalities(em);
        scene = new SubscriptionScene(em, clock);
        rounds = new DigestRounds(em, clock);
        composing =
                new DigestComposing(em, new MessageIds(scene.service), scene.settings, new RecordedEvents<>(), clock);
        clock.set(LONG_BEFORE);
    }

    void report(long id, String municipality, Position place, ReportStatus status, String kind, Instant at) {
        ReportRow.add(
                em,
                ReportRow.of(id, place.lat(), place.lon())
                        .in(municipality)
                        .with(status)
                        .saying("Fel nummer " + id, "Det är trasigt sedan länge", "Storgatan " + id)
                        .confirmed(at));
        news(id, municipality, place, kind, at, null);
    }

    void news(long report, String municipality, Position place, String kind, Instant at, Long previous) {
        em.createNativeQuery(
                        "insert into area_news (id, report_id, kind, at, state, municipality_code, category_code, lat,"
                                + " lon, previous_id) values (?1, ?2, ?3, ?4, 'DONE', ?5, 'lighting', ?6, ?7, ?8)")
                .setParameter(1, news++)
                .setParameter(2, report)
                .setParameter(3, kind)
                .setParameter(4, SqlTime.text(at))
                .setParameter(5, municipality)
                .setParameter(6, place.lat())
                .setParameter(7, place.lon())
                .setParameter(8, previous)
                .executeUpdate();
    }

    int run(Frequency frequency) {
        clock.set(Instant.parse("2026-11-23T05:40:00Z"));
        return run(frequency, frequency.cutOff(clock.instant()));
    }

    int run(Frequency frequency, Instant cutOff) {
        em.flush();
        DigestRound round = rounds.begin(frequency, cutOff);
        if (round.finished()) {
            return 0;
        }
        DigestComposing.Matching matching = composing.matching(round);
        int planned = 0;
        long last = 0;
        for (List<Long> page = rounds.next(round, last, 2); !page.isEmpty(); page = rounds.next(round, last, 2)) {
            last = page.get(page.size() - 1);
            planned += composing.compose(matching, page);
        }
        rounds.finish(round);
        return planned;
    }

    LetterText letter(Notification mail) {
        return letter(prepared(mail));
    }

    MailTask prepared(Notification mail) {
        em.clear();
        return writer().prepare(mail).orElseThrow();
    }

    DigestMails writer() {
        return new DigestMails(
                em,
                scene.names,
                new DigestWords(new Categories(em), new Municipalities(em)),
                scene.links,
                scene.service);
    }

    static LetterText letter(MailTask task) {
        Map<String, Object> values = new HashMap<>(task.values());
        values.put("recipient", task.recipient());
        return new LetterTemplates().write("digest", task.language(), values);
    }
}

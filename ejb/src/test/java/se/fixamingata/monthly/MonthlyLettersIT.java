package se.fixamingata.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.fixamingata.report.ReportStatus.FIXED;
import static se.fixamingata.statistics.Town.becomes;
import static se.fixamingata.statistics.Town.report;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.statistics.Town;
import se.fixamingata.statistics.reading.LastNight;
import se.fixamingata.subscription.LetterChoice;
import se.fixamingata.subscription.LetterStops;
import se.fixamingata.subscription.QuestionStops;
import se.fixamingata.subscription.UnsubscribeState;
import se.fixamingata.subscription.UnsubscribeTokens;
import se.fixamingata.subscription.Unsubscribing;

/** Who gets a letter of October 2026, once. */
class MonthlyLettersIT extends DatabaseTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String FIRST_OF_NOVEMBER = "2026-10-31T23:00:00Z";

    /** As the container would run it. */
    private record Scene(EntityManager em, Clock clock) {

        private static final ServiceSettings SERVICE =
                new ServiceSettings("https://example.org", "info@example.org", false);

        /** Forshaga is live, with two administrators; Stockholm with none; Karlstad has one, but is not. */
        Scene town() {
            Town town = new Town(em);
            for (int id = 1; id <= 12; id++) {
                town.add(
                        report(id, "1763", "lighting", "2026-10-02T10:00:00Z", becomes(FIXED, "2026-10-11T10:00:00Z")));
            }
            sql("update authority set state = 'LIVE' where code in ('1763', '0180')");
            staff("1763", "kim@example.org", Role.ADMINISTRATOR, Language.SV);
            staff("1763", "sam@example.org", Role.ADMINISTRATOR, Language.EN);
            staff("1763", "eva@example.org", Role.CASEWORKER, Language.SV);
            staff("1780", "bo@example.org", Role.ADMINISTRATOR, Language.SV);
            return this;
        }

        Scene night(String cutOff) {
            Town.night(em, clock, cutOff);
            return this;
        }

        void staff(String authority, String email, Role role, Language language) {
            Account account = new Account(email, "Kim", language, clock.instant());
            em.persist(account);
            em.flush();
            em.persist(new StaffMember(account.id(), authority, role, Set.of(), clock.instant()));
            em.flush();
        }

        void sql(String statement) {
            em.createNativeQuery(statement).executeUpdate();
        }

        MonthlyLetters letters() {
            return new MonthlyLetters(em, LastNight.of(em), new MessageIds(SERVICE), new RecordedEvents<>(), clock);
        }

        int run() {
            MonthlyLetters letters = letters();
            letters.obstacle(OCTOBER).ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            return letters.after("", OCTOBER).stream().mapToInt(letters::plan).sum();
        }

        List<Notification> mails() {
            return em.createQuery(
                            "select n from Notification n where n.kind ="
                                    + " se.fixamingata.notification.NotificationKind.MONTHLY_LETTER order by n.recipient",
                            Notification.class)
                    .getResultList();
        }

        LetterStops stops() {
            return new LetterStops(em, new UnsubscribeTokens(new ServerKeys(em)), SERVICE);
        }

        Unsubscribing unsubscribing() {
            UnsubscribeTokens tokens = new UnsubscribeTokens(new ServerKeys(em));
            return new Unsubscribing(
                    em,
                    tokens,
                    new SecretLinks(em, clock),
                    new QuestionStops(em, tokens, SERVICE, clock),
                    stops(),
                    new AuditTrail(em, clock),
                    clock);
        }

        long lines(String action) {
            return ((Number) em.createNativeQuery("select count(*) from audit_entry where action = ?1")
                            .setParameter(1, action)
                            .getSingleResult())
                    .longValue();
        }

        LetterChoice choice() {
            return new LetterChoice(stops(), new AuditTrail(em, clock));
        }

        Caller caller(String email) {
            long id = ((Number) em.createNativeQuery("select id from account where email = ?1")
                            .setParameter(1, email)
                            .getSingleResult())
                    .longValue();
            return new Caller(id, 1, "Kim", email, Language.SV, false, List.of());
        }

        Optional<MailTask> prepare(Notification mail) {
            return new MonthlyMails(em, LastNight.of(em), SERVICE, stops()).prepare(mail);
        }
    }

    private Scene scene() {
        return new Scene(em, clock).town();
    }

    @Test
    void eachAdministratorOfALiveMunicipalityGetsOneInTheirLanguage() {
        Scene scene = scene().night(FIRST_OF_NOVEMBER);
        assertThat(scene.letters().after("", OCTOBER))
                .containsExactly(new MunicipalityMonth("0180", OCTOBER), new MunicipalityMonth("1763", OCTOBER));
        assertThat(scene.run()).isEqualTo(2);
        assertThat(scene.mails())
                .extracting(Notification::recipient, Notification::language)
                .containsExactly(tuple("kim@example.org", Language.SV), tuple("sam@example.org", Language.EN));
        assertThat(new HashSet<>(
                        scene.mails().stream().map(Notification::messageId).toList()))
                .hasSize(2);
    }

    @Test
    void nobodyGetsItTwiceAndWhoCameLaterGetsTheirs() {
        Scene scene = scene().night(FIRST_OF_NOVEMBER);
        assertThat(scene.run()).isEqualTo(2);
        assertThat(scene.run()).isZero();
        scene.staff("0180", "ny@example.org", Role.ADMINISTRATOR, Language.SV);
        assertThat(scene.run()).isEqualTo(1);
        assertThat(scene.mails()).hasSize(3);
    }

    /** The server dies after all has been written and before it is committed. */
    @Test
    void aRunThatWasKilledLeavesNothingBehindAndIsDoneAgain() {
        commit(own -> new Scene(own, clock).town().night(FIRST_OF_NOVEMBER));
        assertThatThrownBy(() -> commit(own -> {
                    assertThat(new Scene(own, clock).run()).isEqualTo(2);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        commit(own -> assertThat(new Scene(own, clock).mails()).isEmpty());
        commit(own -> assertThat(new Scene(own, clock).run()).isEqualTo(2));
        commit(own -> assertThat(new Scene(own, clock).run()).isZero());
        commit(own -> assertThat(new Scene(own, clock).mails()).hasSize(2));
    }

    @Test
    void withoutANightThatHoldsTheWholeMonthThereIsNoLetter() {
        Scene scene = scene();
        assertThatThrownBy(scene::run).hasMessage("No figures hold all of 2026-10: none have been published");
        scene.night("2026-10-30T23:00:00Z");
        assertThatThrownBy(scene::run).hasMessage("No figures hold all of 2026-10: the last ones end with 2026-10-30");
        scene.night(FIRST_OF_NOVEMBER);
        assertThat(scene.run()).isEqualTo(2);
    }

    @Test
    void aMunicipalityThatCouldNotBeCountedIsLeftOutWithItsReason() {
        Scene scene = scene().night(FIRST_OF_NOVEMBER);
        scene.sql("update stat_area set stale = true where area = '1763'");
        MonthlyLetters letters = scene.letters();
        assertThat(letters.plan(new MunicipalityMonth("0180", OCTOBER))).isZero();
        assertThatThrownBy(() -> letters.plan(new MunicipalityMonth("1763", OCTOBER)))
                .hasMessageContaining("could not count it");
        assertThat(scene.mails()).isEmpty();
    }

    @Test
    void theMailHasTheMonthsFiguresAndThePicture() {
        Scene scene = scene().night(FIRST_OF_NOVEMBER);
        scene.run();
        MailTask mail = scene.prepare(scene.mails().get(0)).orElseThrow();
        assertThat(mail.values())
                .containsEntry("gist", "12 rapporterade, 12 åtgärdade")
                .containsEntry("month", "oktober 2026")
                .containsEntry("statistics", "https://example.org/statistik/1763")
                .containsEntry("late", "https://example.org/handlaggning?a=1763&deadline=late,very_late");
        assertThat(mail.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.name()).isEqualTo(MonthlyContent.CHART);
            assertThat(picture.type()).isEqualTo("image/png");
            assertThat(picture.bytes()).startsWith(0x89, 'P', 'N', 'G');
        });
    }

    @Test
    void whoIsNoAdministratorAnyMoreIsNotTold() {
        Scene scene = scene().night(FIRST_OF_NOVEMBER);
        scene.run();
        Notification mail = scene.mails().get(0);
        scene.sql("delete m from membership m join account k on k.id = m.account_id where k.email = 'kim@example.org'");
        assertThat(scene.prepare(mail)).isEmpty();
        assertThat(scene.prepare(scene.mails().get(1))).isPresent();
    }

    @Test
    void whoWantsNoLetterEndsItByItsLinkAndTakesItBackOnTheAccountsPage() {
        Scene scene = scene().night(FIRST_OF_NOVEMBER);
        scene.run();
        String url =
                scene.prepare(scene.mails().get(0)).orElseThrow().unsubscribe().orElseThrow();
        assertThat(url).startsWith("https://example.org/avregistrera/");
        String token = url.substring(url.lastIndexOf('/') + 1);
        Unsubscribing links = scene.unsubscribing();
        assertThat(links.look(token)).isEqualTo(new UnsubscribeState.Lettered());
        assertThat(links.end(token)).isEqualTo(UnsubscribeState.Ended.ofArea());
        assertThat(links.end(token)).isEqualTo(UnsubscribeState.Ended.ofArea());
        assertThat(scene.prepare(scene.mails().get(0))).as("planned before").isEmpty();
        assertThat(scene.prepare(scene.mails().get(1))).as("of somebody else").isPresent();

        Caller kim = scene.caller("kim@example.org");
        assertThat(scene.choice().isOffered(kim)).isTrue();
        assertThat(scene.choice().isWanted(kim)).isFalse();
        scene.sql("delete from monthly_letter");
        assertThat(scene.run()).as("only the other one's").isEqualTo(1);
        scene.choice().choose(kim, true);
        scene.choice().choose(kim, true);
        assertThat(scene.run()).isEqualTo(1);
        assertThat(scene.lines("letters.stopped")).isEqualTo(1);
        assertThat(scene.lines("letters.resumed")).isEqualTo(1);
    }

    @Test
    void whoIsNoAdministratorHasNothingToChoose() {
        Scene scene = scene();
        Caller eva = scene.caller("eva@example.org");
        assertThat(scene.choice().isOffered(eva)).isFalse();
        scene.choice().choose(eva, false);
        assertThat(scene.lines("letters.stopped")).isZero();
        String url = scene.stops().link(eva.accountId());
        assertThat(scene.unsubscribing().look(url.substring(url.lastIndexOf('/') + 1)))
                .isEqualTo(UnsubscribeState.Ended.ofArea());
    }

    @Test
    void itIsAboutTheLastWholeMonthInSweden() {
        assertThat(MonthlyLetters.month(Instant.parse(FIRST_OF_NOVEMBER))).isEqualTo(OCTOBER);
        assertThat(MonthlyLetters.month(Instant.parse("2026-11-23T23:00:00Z"))).isEqualTo(OCTOBER);
        assertThat(MonthlyLetters.month(Instant.parse("2026-12-31T23:00:00Z"))).isEqualTo(YearMonth.of(2026, 12));
    }
}

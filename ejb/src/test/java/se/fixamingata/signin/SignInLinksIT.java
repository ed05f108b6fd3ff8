package se.fixamingata.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.Reporter;
import se.fixamingata.report.Source;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.shared.Language;

/** Links that sign in: once, for a quarter of an hour, and with the same words for known and unknown addresses. */
class SignInLinksIT extends DatabaseTest {

    private Door door;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        door = new Door(em, clock);
    }

    /** As the mail carries it. */
    private String link(String email) {
        assertThat(door.signInLinks.request(email, Language.EN, false, "/konto"))
                .isTrue();
        em.flush();
        long request = ((Number) em.createNativeQuery("select max(subject_id) from notification where kind = ?1")
                        .setParameter(1, NotificationKind.SIGN_IN_LINK.name())
                        .getSingleResult())
                .longValue();
        String token = door.links
                .issue(Purpose.SIGN_IN, null, request, Duration.ofMinutes(15))
                .text();
        flushAndClear();
        return token;
    }

    @Test
    void opensAnAccountWhenTheLinkIsUsedAndNotBefore() {
        String link = link("ny@example.org");
        assertThat(door.signInLinks.look(link)).isEqualTo(LinkState.WAITING);
        assertThat(door.signInLinks.look(link)).isEqualTo(LinkState.WAITING);
        assertThat(door.count("account")).isZero();

        SignInLinks.Used used = door.signInLinks.use(link, "Firefox");
        assertThat(used.state()).isEqualTo(LinkState.WAITING);
        assertThat(used.target()).contains("/konto");
        assertThat(used.result()).get().isInstanceOf(SignInResult.Done.class);
        assertThat(door.accounts.find("ny@example.org")).get().satisfies(account -> {
            assertThat(account.language()).isEqualTo(Language.EN);
            assertThat(account.passwordHash()).isNull();
        });
    }

    @Test
    void worksOnceAndForAQuarterOfAnHour() {
        String link = link("ny@example.org");
        door.signInLinks.use(link, "Firefox");
        em.flush();
        assertThat(door.signInLinks.use(link, "Firefox"))
                .isEqualTo(new SignInLinks.Used(LinkState.USED, Optional.empty(), Optional.empty()));
        assertThat(door.signInLinks.look(link)).isEqualTo(LinkState.USED);

        String late = link("ny@example.org");
        clock.advance(Duration.ofMinutes(15));
        assertThat(door.signInLinks.look(late)).isEqualTo(LinkState.EXPIRED);
        assertThat(door.signInLinks.use(late, "Firefox").state()).isEqualTo(LinkState.EXPIRED);
        assertThat(door.signInLinks.use("avhuggen", "Firefox").state()).isEqualTo(LinkState.UNKNOWN);
    }

    @Test
    void asksForTheCodeWhereThereIsASecondFactor() {
        door.resident("anna@example.org");
        door.protect(door.caller("anna@example.org"));
        assertThat(door.signInLinks.use(link("anna@example.org"), "Firefox").result())
                .get()
                .isInstanceOf(SignInResult.CodeNeeded.class);
    }

    @Test
    void sendsAFewAnHourAndSaysTheSame() {
        for (int i = 0; i < 8; i++) {
            assertThat(door.signInLinks.request("ny@example.org", Language.SV, false, null))
                    .isTrue();
            em.flush();
        }
        assertThat(door.count("notification where recipient = 'ny@example.org'"))
                .isEqualTo(5);
        assertThat(door.signInLinks.request("ingen adress", Language.SV, false, null))
                .isFalse();
        clock.advance(Duration.ofMinutes(61));
        assertThat(door.signInLinks.request("ny@example.org", Language.SV, false, null))
                .isTrue();
        assertThat(door.count("notification where recipient = 'ny@example.org'"))
                .isEqualTo(6);
    }

    @Test
    void bringsWhatWasConfirmedWithTheAddressBefore() {
        Report confirmed = report("ny@example.org");
        confirmed.confirm(clock.instant());
        Report unconfirmed = report("ny@example.org");
        Report other = report("annan@example.org");
        other.confirm(clock.instant());
        em.flush();

        door.signInLinks.use(link("ny@example.org"), "Firefox");
        Account account = door.accounts.find("ny@example.org").orElseThrow();
        assertThat(door.count("report where reporter_account = ?1", account.id()))
                .isEqualTo(1);
        assertThat(door.count("report where reporter_account is null and id in (?1, ?2)", unconfirmed.id(), other.id()))
                .isEqualTo(2);
    }

    private Report report(String email) {
        Report report = Report.submit(
                new ReportPlace(Position.of(59.5286, 13.4812), "1763", "1763", null),
                new ReportContent("lighting", "Lampan är trasig", "Den blinkar hela natten."),
                new Reporter("Anna", email, null, false),
                Language.SV,
                Source.WEB,
                clock.instant());
        em.persist(report);
        return report;
    }
}

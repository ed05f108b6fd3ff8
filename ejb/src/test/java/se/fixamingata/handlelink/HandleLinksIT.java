package se.fixamingata.handlelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.handling.StatusChanged;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoSize;
import se.fixamingata.photo.PhotoViewer;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

class HandleLinksIT extends DatabaseTest {

    private static final long REPORT = 101;
    private static final long OTHER = 102;
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private SecretLinks secrets;
    private HandleLinks links;
    private HandleLinkTimes times;
    private String token;

    @BeforeEach
    void scene() {
        ReportRow.addMunicipalities(em);
        ReportRow.add(em, ReportRow.of(REPORT, 59.5286, 13.4812), ReportRow.of(OTHER, 59.5286, 13.4812));
        secrets = new SecretLinks(em, clock);
        links = new HandleLinks(
                em, secrets, new LinkAccess(em, secrets, clock, THIRTY_DAYS), new AuditTrail(em, clock), clock);
        times = new HandleLinkTimes(secrets, clock, THIRTY_DAYS);
        token = issue("1763");
    }

    private String issue(String authority) {
        String url = new AnswerLinks(secrets, new ServiceSettings("https://example.org", "info@example.org", false))
                .issue(REPORT, authority);
        assertThat(url).startsWith("https://example.org/svar/");
        flushAndClear();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private Report report() {
        return em.find(Report.class, REPORT);
    }

    private void become(ReportStatus next) {
        ReportStatus before = report().status();
        HistoryEntry entry = report().changeStatus(next, Actor.AUTHORITY, null, "Klart.", clock.instant());
        em.persist(entry);
        em.flush();
        times.follow(new StatusChanged(REPORT, entry.id(), before, next));
        flushAndClear();
    }

    private Caller staff(String authority, Role role) {
        Account account = new Account(role.code() + authority + "@example.org", "Kim", Language.SV, clock.instant());
        em.persist(account);
        em.flush();
        return new Caller(
                account.id(),
                1,
                "Kim",
                account.email(),
                Language.SV,
                false,
                List.of(new Membership(authority, role, Set.of())));
    }

    private HandleAccess.State state() {
        flushAndClear();
        return links.look(token).state();
    }

    @Test
    void itOpensItsOwnReportForItsAuthority() {
        assertThat(links.look(token))
                .isEqualTo(new HandleAccess(HandleAccess.State.OPEN, REPORT, "1763", true, "1763", null));
        clock.advance(Duration.ofDays(400));
        assertThat(state()).isEqualTo(HandleAccess.State.OPEN);
        assertThat(em.createNativeQuery("select used_at from secret_link").getSingleResult())
                .isNull();
    }

    @Test
    void nonsenseAndOtherPurposesAreUnknown() {
        String reporters = secrets.issue(Purpose.REPORTER, REPORT, THIRTY_DAYS).text();
        for (String presented : new String[] {null, "", "abc", "x".repeat(43), reporters, token.substring(0, 30)}) {
            assertThat(links.look(presented).state()).isEqualTo(HandleAccess.State.UNKNOWN);
        }
    }

    @Test
    void itWorksUntilThirtyDaysAfterClosingAndAgainOnceReopened() {
        clock.advance(Duration.ofDays(100));
        become(ReportStatus.FIXED);
        Instant closed = clock.instant();
        assertThat(links.look(token).until()).isEqualTo(closed.plus(THIRTY_DAYS));
        clock.advance(Duration.ofDays(29));
        assertThat(state()).isEqualTo(HandleAccess.State.OPEN);
        clock.advance(Duration.ofDays(1));
        assertThat(state()).isEqualTo(HandleAccess.State.EXPIRED);
        become(ReportStatus.REPORTED);
        assertThat(state()).isEqualTo(HandleAccess.State.OPEN);
    }

    @Test
    void afterAHandOverItIsNobodysAndBackAgainItWorks() {
        report().handOver("0180", clock.instant());
        assertThat(state()).isEqualTo(HandleAccess.State.HANDED_OVER);
        String theirs = issue("0180");
        assertThat(links.look(theirs).state()).isEqualTo(HandleAccess.State.OPEN);
        report().handOver("1763", clock.instant());
        assertThat(state()).isEqualTo(HandleAccess.State.OPEN);
        assertThat(links.look(theirs).state()).isEqualTo(HandleAccess.State.HANDED_OVER);
    }

    @Test
    void revokingTakesAwayAllThatWereSentAndNoneThatComesLater() {
        String second = issue("1763");
        Caller caseworker = staff("1763", Role.CASEWORKER);
        clock.advance(Duration.ofHours(1));
        links.revoke(caseworker, REPORT);
        assertThat(state()).isEqualTo(HandleAccess.State.REVOKED);
        assertThat(links.look(second).state()).isEqualTo(HandleAccess.State.REVOKED);
        assertThat(links.state(caseworker, REPORT).orElseThrow().state()).isEqualTo(HandleLinkState.State.REVOKED);
        assertThat(em.createNativeQuery(
                                "select concat_ws(' ', kind, internal, account_id, report_version) from history_entry")
                        .getResultList())
                .asList()
                .containsExactly("LINK_REVOKED 1 " + caseworker.accountId() + " "
                        + em.find(Report.class, REPORT).version());
        assertThat(em.createNativeQuery("select action from audit_entry").getResultList())
                .asList()
                .containsExactly("link.revoked");
        clock.advance(Duration.ofHours(1));
        assertThat(links.look(issue("1763")).state()).isEqualTo(HandleAccess.State.OPEN);
        assertThat(links.state(caseworker, REPORT).orElseThrow())
                .isEqualTo(new HandleLinkState(
                        HandleLinkState.State.WORKING,
                        clock.instant(),
                        null,
                        clock.instant().minus(Duration.ofHours(1)),
                        null));
    }

    @Test
    void revokingNothingLeavesNoTrace() {
        links.revoke(staff("1763", Role.CASEWORKER), OTHER);
        assertThat(em.createNativeQuery("select 1 from history_entry").getResultList())
                .isEmpty();
    }

    @Test
    void onlyWhoHandlesThereRevokesAndOnlyWhoSeesThereIsTold() {
        for (Caller stranger : List.of(staff("1763", Role.READER), staff("0180", Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> links.revoke(stranger, REPORT)).isInstanceOf(NotPermitted.class);
        }
        assertThat(links.state(staff("0180", Role.CASEWORKER), REPORT)).isEmpty();
        Caller own = staff("1763", Role.CASEWORKER);
        assertThat(links.state(own, REPORT)).isPresent();
        assertThat(links.state(own, 4711)).isEmpty();
        assertThat(state()).isEqualTo(HandleAccess.State.OPEN);
    }

    @Test
    void itOpensThePrivatePhotosOfItsReportAndNoOthers() {
        DatabasePhotoStore photos = new DatabasePhotoStore(em, clock);
        PreparedPhoto picture = new PreparedPhoto(new byte[] {1}, 800, 600, new byte[] {2}, 320, 240);
        String own = photos.add(new PhotoOwner.Report(REPORT), "a.jpg", picture).orElseThrow();
        String foreign =
                photos.add(new PhotoOwner.Report(OTHER), "b.jpg", picture).orElseThrow();
        report().show(Visibility.PRIVATE, clock.instant());
        em.find(Report.class, OTHER).show(Visibility.PRIVATE, clock.instant());
        flushAndClear();
        PhotoViewer holder = PhotoViewer.holding(new SecretToken(token));
        assertThat(photos.find(own, PhotoSize.FULL, PhotoViewer.ANYBODY)).isEmpty();
        assertThat(photos.find(own, PhotoSize.FULL, holder)).isPresent();
        assertThat(photos.find(foreign, PhotoSize.FULL, holder)).isEmpty();

        become(ReportStatus.FIXED);
        clock.advance(THIRTY_DAYS);
        assertThat(photos.find(own, PhotoSize.FULL, holder)).isEmpty();
        become(ReportStatus.REPORTED);
        assertThat(photos.find(own, PhotoSize.FULL, holder)).isPresent();
        report().handOver("0180", clock.instant());
        flushAndClear();
        assertThat(photos.find(own, PhotoSize.FULL, holder)).isEmpty();
    }
}

package se.fixamingata.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

/** Who sees a photo that belongs to a report or to an update, in every state of both. */
class PhotoVisibilityIT extends DatabaseTest {

    private static final PreparedPhoto PHOTO =
            new PreparedPhoto(new byte[] {1, 2, 3}, 2048, 1024, new byte[] {4}, 400, 200);
    private static final PhotoOwner.Report REPORT = new PhotoOwner.Report(9_000_002);
    private static final PhotoOwner.Update UPDATE = new PhotoOwner.Update(9_000_003);
    private static final PhotoOwner.UpdateDraft UPDATE_DRAFT = new PhotoOwner.UpdateDraft(9_000_004);
    private static final long REPORTER = 9_000_010;

    private final SecretToken reporterLink = SecretToken.random();
    private final SecretToken handleLink = SecretToken.random();
    private final SecretToken handedOverLink = SecretToken.random();
    private final SecretToken confirmLink = SecretToken.random();
    private final SecretToken expiredLink = SecretToken.random();
    private final SecretToken revokedLink = SecretToken.random();
    private final SecretToken draftSecret = SecretToken.random();
    private DatabasePhotoStore store;

    @BeforeEach
    void reportAndUpdate() {
        store = new DatabasePhotoStore(em, clock);
        run("insert into municipality (code, name, slug, county_code, county, lat, lon)"
                + " values ('1763', 'Forshaga', 'forshaga', '17', 'Värmlands län', 59.53, 13.48)");
        run("insert into authority (code, kind, state, slug, name, changed_at, version)"
                + " values ('1763', 'MUNICIPALITY', 'DEFAULT', 'forshaga', 'Forshaga kommun', '2026-01-01', 1)");
        run("insert into account (id, email, name, language, operator, failed_attempts, created_at, version)"
                + " values (" + REPORTER + ", 'anna@example.org', 'Anna', 'sv', false, 0, '2026-01-01', 1)");
        report(REPORT.id());
        run("insert into report_update (id, report_id, author, show_name, language, text, looks_fixed, state,"
                + " created_at, version) values (" + UPDATE.id() + ", " + REPORT.id()
                + ", 'RESIDENT', false, 'sv', 'Fortfarande mörkt', false, 'PUBLISHED', '2026-01-01', 1)");
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        link(reporterLink, "REPORTER", REPORT.id(), tomorrow);
        link(handleLink, "HANDLE", REPORT.id(), tomorrow);
        link(handedOverLink, "HANDLE", REPORT.id(), tomorrow);
        run("update secret_link set authority_code = '1763' where purpose = 'HANDLE'");
        run("insert into authority (code, kind, state, slug, name, changed_at, version)"
                + " values ('TRV', 'STATE', 'DEFAULT', 'trafikverket', 'Trafikverket', '2026-01-01', 1)");
        em.createNativeQuery("update secret_link set authority_code = 'TRV' where token_hash = ?1")
                .setParameter(1, handedOverLink.hash())
                .executeUpdate();
        link(confirmLink, "CONFIRM_UPDATE", REPORT.id(), tomorrow);
        link(expiredLink, "REPORTER", REPORT.id(), clock.instant().minusSeconds(1));
        link(revokedLink, "REPORTER", REPORT.id(), tomorrow);
        em.createNativeQuery("update secret_link set revoked_at = created_at where token_hash = ?1")
                .setParameter(1, revokedLink.hash())
                .executeUpdate();
        em.createNativeQuery("insert into update_draft (id, token_hash, report_id, show_name, looks_fixed, language,"
                        + " changed_at, expires_at, version) values (?1, ?2, ?3, false, false, 'sv', ?4, ?4, 1)")
                .setParameter(1, UPDATE_DRAFT.id())
                .setParameter(2, draftSecret.hash())
                .setParameter(3, REPORT.id())
                .setParameter(4, utc(tomorrow))
                .executeUpdate();
    }

    /** Columns: state of the report, the update, the photo; then who sees it: everybody, reporter, reader, caseworker. */
    @ParameterizedTest
    @CsvSource({
        // listed, report's status, update's state or 'none', hidden, anybody, reporter, reader, caseworker
        "true, REPORTED, none, false, yes, yes, yes, yes",
        "true, REPORTED, none, true, no, no, no, yes",
        "true, REPORTED, PUBLISHED, false, yes, yes, yes, yes",
        "true, REPORTED, PUBLISHED, true, no, no, no, yes",
        "true, REPORTED, HIDDEN, false, no, no, no, yes",
        "true, REPORTED, UNCONFIRMED, false, no, no, no, no",
        "false, REPORTED, none, false, no, yes, yes, yes",
        "false, REPORTED, none, true, no, no, no, yes",
        "false, REPORTED, PUBLISHED, false, no, yes, yes, yes",
        "false, REPORTED, PUBLISHED, true, no, no, no, yes",
        "false, REPORTED, HIDDEN, false, no, no, no, yes",
        "false, REPORTED, UNCONFIRMED, false, no, no, no, no",
        "false, UNCONFIRMED, none, false, no, yes, no, no",
    })
    void whoSeesWhat(
            boolean listed,
            String status,
            String update,
            boolean hidden,
            String anybody,
            String reporter,
            String reader,
            String caseworker) {
        boolean ofReport = update.equals("none");
        String photo = store.add(ofReport ? REPORT : UPDATE, "a.jpg", PHOTO).orElseThrow();
        run("update report set listed = " + listed + ", status = '" + status + "' where id = " + REPORT.id());
        run("update report_update set state = '" + (ofReport ? "PUBLISHED" : update) + "' where id = " + UPDATE.id());
        run("update photo set hidden = " + hidden + " where id = '" + photo + "'");

        Optional<StoredImage> seen = store.find(photo, PhotoSize.FULL, PhotoViewer.ANYBODY);
        assertThat(seen.isPresent()).as("anybody").isEqualTo(anybody.equals("yes"));
        seen.ifPresent(image -> assertThat(image.isPublic()).isTrue());
        assertThat(sees(photo, PhotoViewer.holding(reporterLink)))
                .as("reporter's link")
                .isEqualTo(reporter.equals("yes"));
        assertThat(sees(photo, PhotoViewer.holding(handleLink)))
                .as("authority's link")
                .isEqualTo(reporter.equals("yes"));
        assertThat(sees(photo, PhotoViewer.of(caller(REPORTER, false))))
                .as("reporter")
                .isEqualTo(reporter.equals("yes"));
        assertThat(sees(photo, staff("1763", Role.READER))).as("reader").isEqualTo(reader.equals("yes"));
        assertThat(sees(photo, staff("1763", Role.CASEWORKER))).as("caseworker").isEqualTo(caseworker.equals("yes"));
        assertThat(sees(photo, PhotoViewer.of(caller(1, true)))).as("operator").isEqualTo(caseworker.equals("yes"));

        assertThat(sees(photo, PhotoViewer.ofSystem("1763")))
                .as("the authority's system")
                .isEqualTo(reader.equals("yes"));

        for (PhotoViewer stranger : List.of(
                PhotoViewer.ofSystem("TRV"),
                PhotoViewer.holding(confirmLink),
                PhotoViewer.holding(handedOverLink),
                PhotoViewer.holding(expiredLink),
                PhotoViewer.holding(revokedLink),
                PhotoViewer.holding(SecretToken.random()),
                PhotoViewer.commenting(draftSecret),
                PhotoViewer.of(caller(REPORTER + 1, false)),
                staff("1780", Role.ADMINISTRATOR),
                PhotoViewer.of(caller(1, false, new Membership("1763", Role.ADMINISTRATOR, Set.of("graffiti")))))) {
            assertThat(sees(photo, stranger)).isEqualTo(anybody.equals("yes"));
        }
    }

    @Test
    void whatIsNotPublicIsSaidToBeSo() {
        String photo = store.add(REPORT, "a.jpg", PHOTO).orElseThrow();
        run("update report set listed = false where id = " + REPORT.id());

        assertThat(store.find(photo, PhotoSize.THUMB, PhotoViewer.holding(reporterLink)))
                .hasValueSatisfying(image -> {
                    assertThat(image.isPublic()).isFalse();
                    assertThat(image.bytes()).containsExactly(4);
                });
    }

    @Test
    void anotherReportsLinkOpensNothing() {
        String photo = store.add(REPORT, "a.jpg", PHOTO).orElseThrow();
        run("update report set listed = false, reporter_account = null where id = " + REPORT.id());
        report(REPORT.id() + 1);
        SecretToken other = SecretToken.random();
        link(other, "REPORTER", REPORT.id() + 1, clock.instant().plusSeconds(60));

        assertThat(sees(photo, PhotoViewer.holding(other))).isFalse();
        assertThat(sees(photo, PhotoViewer.holding(reporterLink))).isTrue();
    }

    @Test
    void aCommentsPhotosMoveFromTheDraftToTheUpdate() {
        String photo = store.add(UPDATE_DRAFT, "a.jpg", PHOTO).orElseThrow();
        assertThat(sees(photo, PhotoViewer.commenting(draftSecret))).isTrue();
        assertThat(sees(photo, PhotoViewer.drafting(draftSecret))).isFalse();
        assertThat(sees(photo, PhotoViewer.ANYBODY)).isFalse();
        assertThat(sees(photo, PhotoViewer.of(caller(1, true)))).isFalse();
        assertThat(store.inDrafts()).isEqualTo(1);

        assertThat(store.handOver(UPDATE_DRAFT, UPDATE)).extracting(Photo::id).containsExactly(photo);

        assertThat(store.of(UPDATE_DRAFT)).isEmpty();
        assertThat(store.inDrafts()).isZero();
        assertThat(store.of(REPORT)).isEmpty();
        assertThat(sees(photo, PhotoViewer.ANYBODY)).isTrue();
    }

    @Test
    void anUpdateHasFivePhotosBesideThoseOfItsReport() {
        assertThat(store.add(REPORT, "a.jpg", PHOTO)).isPresent();
        for (int i = 0; i < PhotoStore.MAX_PER_OWNER; i++) {
            assertThat(store.add(UPDATE, "a.jpg", PHOTO)).isPresent();
        }

        assertThat(store.add(UPDATE, "a.jpg", PHOTO)).isEmpty();
        assertThat(store.add(new PhotoOwner.Update(9_999_999), "a.jpg", PHOTO)).isEmpty();
    }

    @Test
    void ourOwnLettersReadWhatTheyDecidedToShow() {
        String photo = store.add(REPORT, "a.jpg", PHOTO).orElseThrow();
        run("update report set listed = false where id = " + REPORT.id());

        assertThat(store.read(photo, PhotoSize.FULL)).hasValue(new byte[] {1, 2, 3});
        assertThat(store.read("A".repeat(22), PhotoSize.FULL)).isEmpty();
    }

    private boolean sees(String photo, PhotoViewer viewer) {
        return store.find(photo, PhotoSize.FULL, viewer).isPresent();
    }

    private static PhotoViewer staff(String authority, Role role) {
        return PhotoViewer.of(caller(1, false, new Membership(authority, role, Set.of())));
    }

    private static Caller caller(long account, boolean operator, Membership... memberships) {
        return new Caller(account, 1, "N", "n@example.org", Language.SV, operator, List.of(memberships));
    }

    private void report(long id) {
        run("insert into report (id, municipality_code, authority_code, category_code, status, visibility,"
                + " listed, title, description, lat, lon, cell, reporter_name, reporter_email, show_name,"
                + " language, source, submitted_at, changed_at, version, reporter_account) values (" + id
                + ", '1763', '1763', 'lighting', 'REPORTED', 'PUBLIC', true,"
                + " 'Lampa', 'Trasig lampa', 59, 13, 0, 'A', 'a@example.org', false, 'sv', 'WEB',"
                + " '2026-01-01', '2026-01-01', 1, " + REPORTER + ")");
    }

    private void link(SecretToken token, String purpose, long report, Instant expires) {
        em.createNativeQuery("insert into secret_link (token_hash, purpose, report_id, created_at, expires_at)"
                        + " values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, token.hash())
                .setParameter(2, purpose)
                .setParameter(3, report)
                .setParameter(4, utc(clock.instant()))
                .setParameter(5, utc(expires))
                .executeUpdate();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private void run(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }
}
